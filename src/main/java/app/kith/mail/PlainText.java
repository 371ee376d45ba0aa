package app.kith.mail;

/** Decoded body text made fit to be shown: LF line ends, no byte order mark, no control characters. */
final class PlainText {

    private PlainText() {}

    /** {@return the text with LF line ends and without NUL, other control characters and a byte order mark} */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (needsWork(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static boolean needsWork(char c) {
        return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == '\uFEFF' || c == '\u2028'
                || c == '\u2029';
    }

    private static String cleaned(String text, int first) {
        StringBuilder out = new StringBuilder(text.length());
        out.append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!needsWork(c)) {
                out.append(c);
            } else if (c == '\r') {
                i = carriageReturn(text, i, out);
            } else if (c == '\f' || c == 0x0B || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** CRLF, CRCRLF and a lone CR are one line end. */
    private static int carriageReturn(String text, int at, StringBuilder out) {
        int i = at;
        while (i + 1 < text.length() && text.charAt(i + 1) == '\r' && i - at < 2) {
            i++;
        }
        if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
            i++;
        } else {
            i = at;
        }
        out.append('\n');
        return i;
    }

    /** {@return the text without blank lines at its end and without a blank first line} */
    static String trimLines(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        for (int i = 0; i < end && isBlank(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\u00A0';
    }
}
