package app.kith.mail;

/** The plain words of text/enriched (RFC 1896) and of its forerunner text/richtext (RFC 1341). */
final class EnrichedText {

    private EnrichedText() {}

    /**
     * Takes the formatting commands out.
     *
     * @param text text with LF line ends
     * @param old whether it is text/richtext, where line ends are written as {@code <nl>}
     */
    static String plain(String text, boolean old) {
        StringBuilder out = new StringBuilder(text.length());
        boolean fill = true;
        int hidden = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '<' && i + 1 < text.length() && text.charAt(i + 1) == '<') {
                out.append('<');
                i += 2;
            } else if (c == '<') {
                int close = text.indexOf('>', i);
                if (close < 0 || close - i > 60) {
                    out.append(c);
                    i++;
                    continue;
                }
                String command = Ascii.lower(text.substring(i + 1, close));
                switch (command) {
                    case "param", "comment" -> hidden++;
                    case "/param", "/comment" -> hidden = Math.max(0, hidden - 1);
                    case "nofill" -> fill = false;
                    case "/nofill" -> fill = true;
                    case "nl", "np", "/paragraph" -> out.append('\n');
                    case "lt" -> out.append('<');
                    default -> {
                    }
                }
                i = close + 1;
            } else if (hidden > 0) {
                i++;
            } else if (c == '\n' && (old || fill)) {
                int run = i;
                while (run < text.length() && text.charAt(run) == '\n') {
                    run++;
                }
                if (old || run - i == 1) {
                    out.append(' ');
                } else {
                    out.repeat('\n', run - i - 1);
                }
                i = run;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }
}
