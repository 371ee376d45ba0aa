package app.kith.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes raw messages for tests: lines are joined with CRLF, each string in its charset. */
public final class Samples {
    private static final MailReader READER = new MailReader();

    private Samples() {}

    /** {@return the bytes of lines joined with CRLF, in UTF-8} */
    public static byte[] raw(String... lines) {
        return raw(StandardCharsets.UTF_8, lines);
    }

    /** {@return the bytes of lines joined with CRLF, in a charset} */
    public static byte[] raw(Charset charset, String... lines) {
        return String.join("\r\n", lines).getBytes(charset);
    }

    /** {@return the message that lines joined with CRLF are, in UTF-8} */
    public static Mail mail(String... lines) {
        return READER.read(raw(lines));
    }

    /** {@return the message that lines joined with CRLF are, in a charset} */
    public static Mail mail(Charset charset, String... lines) {
        return READER.read(raw(charset, lines));
    }

    /** {@return a message with one header field and a short body} */
    public static Mail withField(String field) {
        return mail(field, "MIME-Version: 1.0", "", "Body");
    }

    /** {@return a message with a Content-Type, a transfer encoding and a body of bytes} */
    public static Mail withBody(String contentType, String encoding, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                raw("From: a@example.test", "Content-Type: " + contentType, "Content-Transfer-Encoding: " + encoding,
                        "", ""));
        out.writeBytes(body);
        return READER.read(out.toByteArray());
    }

    static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    static String content(Attachment attachment) {
        return new String(attachment.content(), StandardCharsets.UTF_8);
    }
}
