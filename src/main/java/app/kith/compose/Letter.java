package app.kith.compose;

import app.kith.contact.EmailAddress;
import app.kith.mail.Mailbox;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is to be written. Everything in it is clean: one line where a header wants one, no control characters, addresses
 * that can be written.
 *
 * @param messageId Message-ID without angle brackets
 * @param date when it was written, in the writer's zone
 * @param from author
 * @param to recipients
 * @param cc copied recipients
 * @param bcc blind copies; they are never written into the message
 * @param subject subject
 * @param text the text; LF line ends, no empty lines around it, no blanks at line ends but in {@code "-- "}
 * @param html the same as HTML; null where the text says everything
 * @param inReplyTo ids that this answers, without angle brackets
 * @param references ids of the conversation, oldest first, without angle brackets
 * @param enclosures files that go along
 */
public record Letter(String messageId, ZonedDateTime date, Mailbox from, List<Mailbox> to, List<Mailbox> cc,
        List<Mailbox> bcc, String subject, String text, @Nullable String html, List<String> inReplyTo,
        List<String> references, List<Enclosure> enclosures) {
    private static final int MOST_REFERENCES = 40;
    private static final int LONGEST_ID = 900;

    /**
     * Cleans all parts.
     *
     * @throws KithException ADDRESS_INVALID for an address that cannot be written
     */
    public Letter {
        from = clean(from);
        to = to.stream().map(Letter::clean).toList();
        cc = cc.stream().map(Letter::clean).toList();
        bcc = bcc.stream().map(Letter::clean).toList();
        subject = line(subject);
        text = text(text);
        inReplyTo = ids(inReplyTo);
        references = ids(references);
        enclosures = List.copyOf(enclosures);
    }

    /** {@return the envelope's recipients: everybody in To, Cc and Bcc once, in the form in which SMTP wants them} */
    public List<String> recipients() {
        Map<String, String> all = new LinkedHashMap<>();
        for (List<Mailbox> some : List.of(to, cc, bcc)) {
            some.forEach(box -> all.putIfAbsent(EmailAddress.of(box.address()).normal(), box.address()));
        }
        return List.copyOf(all.values());
    }

    /** Puts text on one line without control characters and overrides of writing direction. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ' ' ? "" : " ");
            } else if (isText(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static boolean isText(int c) {
        return c >= ' ' && (c < 0x7F || c >= 0xA0) && (c < 0xD800 || c > 0xDFFF) && (c < 0x202A || c > 0x202E)
                && (c < 0x2066 || c > 0x2069) && c != 0xFEFF;
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').lines().forEach(line -> {
            line.codePoints().filter(c -> c == '\t' || isText(c)).forEach(out::appendCodePoint);
            int end = out.length();
            while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
                end--;
            }
            boolean signature = out.length() - end == 1 && end >= 2 && out.substring(end - 2, end).equals("--")
                    && (end == 2 || out.charAt(end - 3) == '\n');
            out.setLength(signature ? end + 1 : end);
            out.append('\n');
        });
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '\n') {
            end--;
        }
        int start = 0;
        while (start < end && out.charAt(start) == '\n') {
            start++;
        }
        String all = out.substring(start, end);
        return all.equals("-- ") || all.endsWith("\n-- ") ? all.stripTrailing() : all;
    }

    /**
     * Tells whether an address can be written into a message.
     *
     * @param box the address with its name
     * @return true if it can
     */
    public static boolean canBeWritten(Mailbox box) {
        try {
            clean(box);
            return true;
        } catch (KithException e) {
            return false;
        }
    }

    private static Mailbox clean(Mailbox box) {
        EmailAddress address = EmailAddress.of(box.address());
        String shown = address.shown();
        boolean writable = address.isComplete() && shown.length() <= 320 && shown.chars()
                .noneMatch(c -> c <= ' ' || c == 0x7F || c >= 0x80 && c < 0xA0 || "<>()[],;:\\\"".indexOf(c) >= 0);
        if (!writable || shown.indexOf('@') != shown.lastIndexOf('@')) {
            throw new KithException(Problem.ADDRESS_INVALID, line(box.address()));
        }
        String local = shown.substring(0, shown.indexOf('@'));
        return new Mailbox(name(box.name()), local + "@" + address.domain());
    }

    /** Quotes around a whole name are only how it was written. */
    private static String name(String written) {
        String name = line(written);
        while (name.length() > 1 && (name.startsWith("\"") && name.endsWith("\"")
                || name.startsWith("'") && name.endsWith("'"))) {
            name = name.substring(1, name.length() - 1).strip();
        }
        return name;
    }

    private static List<String> ids(List<String> ids) {
        List<String> clean = new ArrayList<>(ids.stream().map(id -> id.replaceAll("[^\\x21-\\x7e]|[<>]", ""))
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID).distinct().toList());
        while (clean.size() > MOST_REFERENCES) {
            clean.remove(1); // The first one names the conversation, the last ones what is answered.
        }
        return List.copyOf(clean);
    }
}
