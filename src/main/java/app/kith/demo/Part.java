package app.kith.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A piece of a message.
 *
 * @param head its header, each line ended by CRLF; a character is a byte, so that raw bytes can stand in it
 * @param body its encoded body, ended by CRLF
 */
record Part(String head, byte[] body) {

    /** {@return a text part; the subtype may carry further parameters} */
    static Part text(String subtype, String parameters, String text, Coding coding, Transfer transfer) {
        byte[] bytes = coding.bytes(text);
        Transfer fitting = transfer.fit(bytes);
        return new Part("Content-Type: text/" + subtype + "; charset=\"" + coding.label() + "\"" + parameters
                + "\r\nContent-Transfer-Encoding: " + fitting.label() + "\r\n", fitting.text(bytes));
    }

    /** {@return several parts under one roof; the subtype may carry further parameters} */
    static Part multipart(String subtype, String boundary, List<Part> parts) {
        int size = 200;
        for (Part part : parts) {
            size += part.head.length() + part.body.length + boundary.length() + 20;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        if (parts.size() > 1) {
            out.writeBytes(latin("This is a multi-part message in MIME format.\r\n\r\n"));
        }
        for (Part part : parts) {
            out.writeBytes(latin("--" + boundary + "\r\n" + part.head + "\r\n"));
            out.writeBytes(part.body);
            out.writeBytes(latin("\r\n"));
        }
        out.writeBytes(latin("--" + boundary + "--\r\n"));
        return new Part("Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n", out
                .toByteArray());
    }

    /** {@return an attachment} */
    static Part file(Paper paper, Program program, Coding coding) {
        String type = "Content-Type: " + paper.type();
        String disposition = "Content-Disposition: attachment";
        String name = paper.name();
        switch (Coding.ascii(name) ? Program.GMAIL : program) {
            case APPLE -> {
                type += ";\r\n\tname*=" + extended(name);
                disposition += ";\r\n\tfilename*=" + extended(name);
            }
            case THUNDERBIRD -> {
                type += "; name=\"" + Words.of(name, Coding.UTF_8) + "\"";
                disposition += continued(name);
            }
            default -> {
                String word = Words.of(name, program == Program.GMAIL ? Coding.UTF_8 : coding);
                type += ";\r\n\tname=\"" + word + "\"";
                disposition += ";\r\n\tfilename=\"" + word + "\"";
            }
        }
        return new Part(type + "\r\n" + disposition + "\r\nContent-Transfer-Encoding: base64\r\n", Transfer.base64(paper
                .content()));
    }

    /** {@return a picture that the HTML part shows} */
    static Part inline(byte[] png, String contentId) {
        return new Part("Content-Type: image/png; name=\"logo.png\"\r\nContent-ID: <" + contentId
                + ">\r\nContent-Disposition: inline; filename=\"logo.png\"\r\nContent-Transfer-Encoding: base64\r\n",
                Base64.getMimeEncoder().encode(png));
    }

    /** RFC 2231, section 4. */
    private static String extended(String name) {
        return "utf-8''" + percent(name);
    }

    /** RFC 2231, section 3: cut wherever the length wants it, be it in the middle of a character. */
    private static String continued(String name) {
        String all = percent(name);
        StringBuilder text = new StringBuilder();
        int number = 0;
        int from = 0;
        while (from < all.length()) {
            int to = Math.min(all.length(), from + 54);
            int escape = all.lastIndexOf('%', to - 1);
            if (to < all.length() && escape > to - 3 && escape > from) {
                to = escape;
            }
            text.append(";\r\n filename*").append(number).append("*=").append(number == 0 ? "UTF-8''" : "").append(all,
                    from, to);
            number++;
            from = to;
        }
        return text.toString();
    }

    private static String percent(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if ((b > 0 && Character.isLetterOrDigit(b)) || b == '.' || b == '-' || b == '_') {
                text.append((char) b);
            } else {
                text.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16))).append(Character
                        .toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return text.toString();
    }

    /** {@return the bytes of a header text, one for each character} */
    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
