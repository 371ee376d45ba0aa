package app.kith.exchange;

import app.kith.change.MessageFlags;
import app.kith.exchange.MailFiles.Lines;
import app.kith.words.Note;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an mbox file (RFC 4155), one after another as the file is read: each begins with a line "From …" behind an empty line,
 * and lines that begin with {@code >From} have one {@code >} less (mboxrd). What the mail program noted in the header for itself is
 * taken as flags and left away, so that the mail is as it came: Status and X-Status (mutt, Dovecot), X-Mozilla-Status (Thunderbird).
 */
final class MboxReader {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TIME = Pattern.compile(
            "[A-Z][a-z]{2} +([A-Z][a-z]{2}) +(\\d{1,2}) +(\\d{2}:\\d{2}:\\d{2}) +(?:[A-Z+-]\\S* +)?(\\d{4})");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final List<String> NOTES = List.of("status", "x-status", "x-mozilla-status", "x-mozilla-status2",
            "x-mozilla-keys", "x-uid", "x-keywords");
    private static final int EXPUNGED = 8;

    private final InputStream in;
    private final String folder;
    private final String name;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private int number;
    private @Nullable Instant received;
    private boolean inHeader;
    private boolean tooLarge;
    private boolean expunged;
    private int flags;

    MboxReader(InputStream in, String folder, String name) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.folder = folder;
        this.name = name;
    }

    /** Goes through all mails; false if the taker did not want to go on. */
    boolean each(MailTaker taker) throws IOException {
        byte[] line = line();
        boolean blank = true;
        while (line.length > 0) {
            boolean begins = blank && startsWith(line, 0, FROM);
            if (begins) {
                if (!end(taker)) {
                    return false;
                }
                begin(line);
            } else if (number > 0) {
                add(line);
            }
            blank = length(line) == 0;
            line = line();
        }
        return end(taker);
    }

    private void begin(byte[] line) {
        number++;
        mail.reset();
        received = time(new String(line, StandardCharsets.ISO_8859_1));
        inHeader = true;
        tooLarge = false;
        expunged = false;
        flags = 0;
    }

    private static @Nullable Instant time(String line) {
        Matcher found = TIME.matcher(line);
        if (!found.find()) {
            return null;
        }
        try {
            return LocalDateTime
                    .parse(found.group(2) + " " + found.group(1) + " " + found.group(4) + " " + found.group(3),
                            WRITTEN)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void add(byte[] line) {
        if (tooLarge || mail.size() + line.length > MailFiles.LARGEST) {
            tooLarge = true;
            return;
        }
        if (inHeader && length(line) == 0) {
            inHeader = false;
        }
        if (inHeader && isNote(line)) {
            return;
        }
        int quoted = 0;
        while (quoted < line.length && line[quoted] == '>') {
            quoted++;
        }
        int from = quoted > 0 && startsWith(line, quoted, FROM) ? 1 : 0;
        mail.write(line, from, line.length - from);
    }

    /** Takes a line in which the mail program noted something for itself. */
    private boolean isNote(byte[] line) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':');
        String field = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!NOTES.contains(field)) {
            return false;
        }
        String value = text.substring(colon + 1).strip();
        if (field.equals("x-mozilla-status")) {
            mozilla(value);
        } else if (field.equals("status") || field.equals("x-status")) {
            flags |= value.contains("R") && field.equals("status") ? MessageFlags.SEEN : 0;
            flags |= value.contains("A") ? MessageFlags.ANSWERED : 0;
            flags |= value.contains("F") ? MessageFlags.FLAGGED : 0;
            expunged |= value.contains("D");
        }
        return true;
    }

    private void mozilla(String value) {
        try {
            int bits = Integer.parseInt(value, 16);
            flags |= bits & (MessageFlags.SEEN | MessageFlags.ANSWERED | MessageFlags.FLAGGED);
            expunged |= (bits & EXPUNGED) != 0;
        } catch (NumberFormatException e) {
            // It says nothing then.
            return;
        }
    }

    private boolean end(MailTaker taker) {
        String place = name + "#" + number;
        if (number == 0 || expunged) {
            return true;
        }
        if (tooLarge) {
            taker.aside(place, Note.of("import.mail-too-large", MailFiles.LARGEST >> 20));
            return true;
        }
        byte[] raw = mail.toByteArray();
        int end = raw.length;
        // The empty line before the next mail is not this one's.
        if (end > 1 && raw[end - 1] == '\n'
                && (raw[end - 2] == '\n' || end > 2 && raw[end - 2] == '\r' && raw[end - 3] == '\n')) {
            end -= raw[end - 2] == '\r' ? 2 : 1;
        }
        return taker.mail(new FoundMail(Lines.crlf(java.util.Arrays.copyOf(raw, end)), received,
                new MessageFlags(flags, List.of()), folder, place));
    }

    /** The next line with its end; empty behind the last. Of an endless line pieces. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n' || line.size() == 1 << 20) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static int length(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static boolean startsWith(byte[] line, int from, byte[] wanted) {
        return java.util.Arrays.equals(line, from, Math.min(line.length, from + wanted.length), wanted, 0,
                wanted.length);
    }
}
