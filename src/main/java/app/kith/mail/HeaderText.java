package app.kith.mail;

/** Cleans decoded header text for one line of a screen. */
final class HeaderText {

    private HeaderText() {}

    /**
     * Puts text on one line: line breaks and tabs become a blank, other control characters and the overrides of writing
     * direction go, since they are used to show another address than the real one.
     */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnwanted(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text.strip();
    }

    private static String cleaned(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUnwanted(c)) {
                out.append(c);
            } else if ((c == '\n' || c == '\r' || c == '\t') && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    private static boolean isUnwanted(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
                || c == '\uFEFF';
    }
}
