package app.kith.compose;

import app.kith.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes letters as messages: CRLF line ends, no line over 998 bytes, 7 bits unless an address itself is in UTF-8 (RFC 6532). */
public final class LetterWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx",
            Locale.ENGLISH);

    private LetterWriter() {}

    /**
     * Writes a letter.
     *
     * @param letter the letter
     * @return the message, without Bcc
     */
    public static byte[] write(Letter letter) {
        return write(letter, List.of());
    }

    /**
     * Writes a letter that is not finished, for the user's own eyes.
     *
     * @param letter the letter
     * @return the message, with Bcc
     */
    public static byte[] draft(Letter letter) {
        return write(letter, letter.bcc());
    }

    private static byte[] write(Letter letter, List<Mailbox> bcc) {
        HeaderWriter header = new HeaderWriter();
        header.tokens("Date", List.of(DATE.format(letter.date())));
        header.mailboxes("From", List.of(letter.from()));
        header.mailboxes("To", letter.to());
        header.mailboxes("Cc", letter.cc());
        header.mailboxes("Bcc", bcc);
        header.text("Subject", letter.subject());
        header.tokens("Message-ID", List.of("<" + letter.messageId() + ">"));
        ids(header, "In-Reply-To", letter.inReplyTo());
        ids(header, "References", letter.references());
        header.tokens("MIME-Version", List.of("1.0"));
        return (header.fields() + body(letter)).getBytes(StandardCharsets.UTF_8);
    }

    private static void ids(HeaderWriter header, String name, List<String> ids) {
        if (!ids.isEmpty()) {
            header.tokens(name, ids.stream().map(id -> "<" + id + ">").toList());
        }
    }

    private static String body(Letter letter) {
        String html = letter.html();
        String text = html == null
                ? text(letter.text())
                : multipart("alternative", List.of(text(letter.text()), html(html)));
        if (letter.enclosures().isEmpty()) {
            return text;
        }
        List<String> parts = new ArrayList<>(List.of(text));
        letter.enclosures().forEach(enclosure -> parts.add(enclosure(enclosure)));
        return multipart("mixed", parts);
    }

    private static String text(String text) {
        boolean flowed = Flow.suits(text);
        return part("text/plain",
                flowed ? List.of("charset=utf-8", "format=flowed") : List.of("charset=utf-8"), List.of(),
                BodyWriter.text(flowed ? Flow.of(text) : text + "\n"));
    }

    private static String html(String html) {
        return part("text/html", List.of("charset=utf-8"), List.of(),
                BodyWriter.text(html.replace("\r\n", "\n").replace('\r', '\n') + "\n"));
    }

    private static String enclosure(Enclosure enclosure) {
        String name = enclosure.name().isEmpty() ? "attachment" : enclosure.name();
        return part(enclosure.type(), List.of("name=\"" + FileName.ascii(name) + "\""), FileName.disposition(name),
                BodyWriter.base64(enclosure.content()));
    }

    private static String part(String type, List<String> parameters, List<String> disposition,
            BodyWriter.Encoded content) {
        HeaderWriter header = new HeaderWriter();
        header.parameters("Content-Type", type, parameters);
        if (!disposition.isEmpty()) {
            header.parameters("Content-Disposition", "attachment", disposition);
        }
        header.tokens("Content-Transfer-Encoding", List.of(content.name()));
        return header.fields() + "\r\n" + content.content();
    }

    /** The boundary holds {@code =_}, which no encoded content does. */
    private static String multipart(String kind, List<String> parts) {
        String boundary = "=_" + MessageId.random();
        StringBuilder out = new StringBuilder();
        HeaderWriter header = new HeaderWriter();
        header.parameters("Content-Type", "multipart/" + kind, List.of("boundary=\"" + boundary + "\""));
        out.append(header.fields()).append("\r\n");
        for (String part : parts) {
            out.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return out.append("--").append(boundary).append("--\r\n").toString();
    }
}
