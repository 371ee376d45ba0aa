package app.kith.compose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes the content of a part so that every server lets it pass: 7 bits, lines of at most 76 or so characters. */
final class BodyWriter {
    private static final int WIDTH = 75;
    private static final int LONGEST_LINE = 990;
    private static final String HEX = "0123456789ABCDEF";

    private BodyWriter() {}

    /** A transfer encoding and what it makes of a content; CRLF line ends. */
    record Encoded(String name, String content) {}

    /** Writes text with LF line ends. */
    static Encoded text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long foreign = 0;
        for (byte b : bytes) {
            foreign += b < 0 ? 1 : 0;
        }
        boolean plain = foreign == 0 && text.lines().allMatch(line -> line.length() <= LONGEST_LINE
                && !line.endsWith(" ") && !line.endsWith("\t") && !line.startsWith("From ")) && text.indexOf('\0') < 0;
        if (plain) {
            return new Encoded("7bit", text.replace("\n", "\r\n"));
        }
        // Where most letters are foreign, base64 is less than half as long.
        return foreign * 6 > bytes.length
                ? base64(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                : new Encoded("quoted-printable", quotedPrintable(bytes));
    }

    static Encoded base64(byte[] bytes) {
        return new Encoded("base64",
                Base64.getMimeEncoder(76, new byte[]{'\r', '\n'}).encodeToString(bytes) + "\r\n");
    }

    private static String quotedPrintable(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length + bytes.length / 4);
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xFF;
            if (c == '\n') {
                out.append("\r\n");
                column = 0;
                continue;
            }
            boolean lineEnds = i + 1 == bytes.length || bytes[i + 1] == '\n';
            boolean from = column == 0 && c == 'F' && startsWithFrom(bytes, i);
            boolean plain = (c > ' ' && c < 0x7F && c != '=' || (c == ' ' || c == '\t') && !lineEnds) && !from;
            if (column + (plain ? 1 : 3) > WIDTH) {
                out.append("=\r\n");
                column = 0;
            }
            if (plain) {
                out.append((char) c);
                column++;
            } else {
                out.append('=').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                column += 3;
            }
        }
        return out.toString();
    }

    private static boolean startsWithFrom(byte[] bytes, int at) {
        return at + 5 <= bytes.length
                && new String(bytes, at, 5, StandardCharsets.ISO_8859_1).equals("From ");
    }
}
