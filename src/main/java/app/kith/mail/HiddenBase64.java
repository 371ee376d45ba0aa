package app.kith.mail;

/** Recognises a text body that is base64 although nothing says so, as some programs and gateways leave it. */
final class HiddenBase64 {

    private HiddenBase64() {}

    /** {@return whether a range is several full lines of base64 that decode to text} */
    static boolean isIn(byte[] bytes, int from, int to) {
        int width = -1;
        int lines = 0;
        int line = from;
        while (line < to) {
            int next = Ascii.nextLine(bytes, line, to);
            int end = next;
            while (end > line && Ascii.isSpace(bytes[end - 1])) {
                end--;
            }
            int length = end - line;
            if (length > 0) {
                if (width < 0) {
                    width = length;
                    if (width < 56 || width > 76 || width % 4 != 0) {
                        return false;
                    }
                } else if (length > width || (lines > 0 && length < width && !isLast(bytes, next, to))) {
                    return false;
                }
                if (!isBase64(bytes, line, end)) {
                    return false;
                }
                lines++;
            }
            line = next;
        }
        return lines >= 2 && decodesToText(bytes, from, to);
    }

    /** {@return whether a range is base64 with blanks between its groups of four letters, and decodes to text} */
    static boolean isSpacedOut(byte[] bytes, int from, int to) {
        int run = 0;
        for (int i = from; i < to; i++) {
            if (!Ascii.isSpace(bytes[i])) {
                run++;
            } else if (run % 4 == 0) {
                run = 0;
            } else {
                return false;
            }
        }
        return run % 4 == 0 && decodesToText(bytes, from, to);
    }

    private static boolean isLast(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Base64Bytes.value(bytes[i] & 0xFF) < 0 && bytes[i] != '=') {
                return false;
            }
        }
        return true;
    }

    private static boolean decodesToText(byte[] bytes, int from, int to) {
        byte[] decoded = Base64Bytes.decode(bytes, from, Math.min(to, from + 4000));
        for (byte b : decoded) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
