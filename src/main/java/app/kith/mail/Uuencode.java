package app.kith.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Uuencoded files in the text of a message: from {@code begin 644 name} to {@code end}. They become attachments; the text around
 * them stays.
 */
final class Uuencode {

    private Uuencode() {}

    /**
     * Takes uuencoded files out of a text.
     *
     * @param text text with LF line ends
     * @param attachments gets one attachment for each file
     * @return the text without them; the same text where there are none
     */
    static String extract(String text, List<Attachment> attachments) {
        int begin = nextBegin(text, 0);
        if (begin < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int kept = 0;
        while (begin >= 0) {
            int nameLine = text.indexOf('\n', begin);
            int end = endOfFile(text, nameLine + 1);
            if (end > 0) {
                rest.append(text, kept, begin);
                String name = text.substring(begin, nameLine).strip();
                int blank = name.indexOf(' ', "begin ".length());
                String lines = text.substring(nameLine + 1, end);
                attachments
                        .add(new Attachment(name.substring(blank + 1).strip(), "application/octet-stream", false, null,
                                () -> decodeText(lines)));
                int after = text.indexOf('\n', end);
                kept = after < 0 ? text.length() : after + 1;
            }
            begin = nextBegin(text, Math.max(kept, nameLine));
        }
        return kept == 0 ? text : rest.append(text, kept, text.length()).toString();
    }

    /** {@return the start of a line {@code begin 644 name} that a line of data follows, or -1} */
    private static int nextBegin(String text, int from) {
        int i = text.startsWith("begin ", from) && from == 0 ? 0 : text.indexOf("\nbegin ", from);
        while (i >= 0) {
            int line = text.charAt(i) == '\n' ? i + 1 : i;
            if (isBegin(text, line)) {
                return line;
            }
            i = text.indexOf("\nbegin ", line);
        }
        return -1;
    }

    private static boolean isBegin(String text, int line) {
        int i = line + "begin ".length();
        int digits = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
            digits++;
            i++;
        }
        int newline = text.indexOf('\n', i);
        return digits >= 3 && digits <= 4 && i < text.length() && text.charAt(i) == ' ' && newline > i + 1
                && newline + 1 < text.length() && isData(text, newline + 1);
    }

    /** {@return whether a line is as long as its first letter says, give or take lost trailing blanks} */
    private static boolean isData(String text, int line) {
        int newline = text.indexOf('\n', line);
        int end = newline < 0 ? text.length() : newline;
        if (end == line) {
            return false;
        }
        int bytes = (text.charAt(line) - ' ') & 0x3F;
        int letters = (bytes + 2) / 3 * 4;
        int length = end - line - 1;
        if (text.charAt(line) < ' ' || text.charAt(line) > '`' || length > letters + 2) {
            return false;
        }
        for (int i = line; i < end; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '`') {
                return false;
            }
        }
        return bytes == 0 || length > letters / 2;
    }

    /** {@return the start of the line {@code end}, or -1 where the lines stop being data before} */
    private static int endOfFile(String text, int from) {
        int line = from;
        while (line < text.length()) {
            if (text.startsWith("end", line) && (line + 3 == text.length() || text.charAt(line + 3) <= ' ')) {
                return line;
            }
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            if (end > line && !isData(text, line)) {
                return -1;
            }
            line = end + 1;
        }
        return text.length();
    }

    private static byte[] decodeText(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.ISO_8859_1);
        return decodeLines(bytes, 0, bytes.length);
    }

    /** {@return the first uuencoded file of a body with that transfer encoding, with or without its begin line} */
    static byte[] decodeBody(byte[] bytes, int from, int to) {
        int line = from;
        while (line < to && (Ascii.isSpace(bytes[line]) || Ascii.startsWith(bytes, line, to, "begin"))) {
            line = Ascii.nextLine(bytes, line, to);
        }
        return decodeLines(bytes, line, to);
    }

    private static byte[] decodeLines(byte[] bytes, int from, int to) {
        ByteSink out = new ByteSink((to - from) / 4 * 3 + 3);
        int line = from;
        while (line < to && !Ascii.startsWith(bytes, line, to, "end")) {
            int next = Ascii.nextLine(bytes, line, to);
            int wanted = (bytes[line] - ' ') & 0x3F;
            boolean blank = Ascii.isSpace(bytes[line]);
            for (int i = line + 1; wanted > 0 && !blank; i += 4) {
                int bits = sixBits(bytes, i, next) << 18 | sixBits(bytes, i + 1, next) << 12
                        | sixBits(bytes, i + 2, next) << 6
                        | sixBits(bytes, i + 3, next);
                for (int shift = 16; shift >= 0 && wanted > 0; shift -= 8) {
                    out.add(bits >> shift);
                    wanted--;
                }
            }
            line = next;
        }
        return out.toArray();
    }

    private static int sixBits(byte[] bytes, int at, int to) {
        return at < to && bytes[at] >= ' ' ? (bytes[at] - ' ') & 0x3F : 0;
    }
}
