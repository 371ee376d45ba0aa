package app.kith.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails into one mbox file as RFC 4155 describes it: each behind a line with its sender and its time in UTC, with LF line
 * ends and an empty line behind it. A line that begins with "From " behind any number of {@code >} gets one more (the manner called
 * mboxrd), so that a reader can give it back as it was.
 */
public final class MboxWriter {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    /** As asctime writes it: days of one digit behind a blank. */
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final OutputStream out;

    /**
     * Makes a writer.
     *
     * @param out where to; should be buffered, and is not closed
     */
    public MboxWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a mail.
     *
     * @param sender address of its author; null where none is known
     * @param at when it was sent
     * @param raw its bytes with any line ends
     * @throws IOException where the stream fails
     */
    public void write(@Nullable String sender, Instant at, byte[] raw) throws IOException {
        // Readers take the sender up to the first blank.
        boolean usable = sender != null && !sender.isEmpty() && sender.chars().allMatch(c -> c > ' ' && c < 0x7F);
        String head = "From " + (usable ? sender : "MAILER-DAEMON") + " " + TIME.format(at) + "\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        int line = 0;
        while (line < raw.length) {
            int end = line;
            while (end < raw.length && raw[end] != '\n') {
                end++;
            }
            int text = end > line && end < raw.length && raw[end - 1] == '\r' ? end - 1 : end;
            if (isQuoted(raw, line, text)) {
                out.write('>');
            }
            out.write(raw, line, text - line);
            out.write('\n');
            line = end + 1;
        }
        out.write('\n');
    }

    private static boolean isQuoted(byte[] raw, int from, int to) {
        int at = from;
        while (at < to && raw[at] == '>') {
            at++;
        }
        if (to - at < FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (raw[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }
}
