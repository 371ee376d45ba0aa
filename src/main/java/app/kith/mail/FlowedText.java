package app.kith.mail;

/** Text in {@code format=flowed} (RFC 3676): a line that ends in a blank goes on in the next one of the same quote depth. */
final class FlowedText {

    private FlowedText() {}

    /**
     * Joins flowed lines.
     *
     * @param text text with LF line ends
     * @param deleteSpace whether the blank at the end of a flowed line only marks the flow (DelSp=yes)
     */
    static String unflow(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean flowing = false;
        int lastDepth = 0;
        int line = 0;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            int content = line;
            int depth = 0;
            while (content < end && text.charAt(content) == '>') {
                depth++;
                content++;
            }
            if (content < end && text.charAt(content) == ' ') {
                content++;
            }
            boolean signature = end - content == 3 && text.startsWith("-- ", content);
            if (flowing && (depth != lastDepth || signature)) {
                out.append('\n');
                flowing = false;
            }
            if (!flowing && depth > 0) {
                out.repeat('>', depth);
                if (content < end) {
                    out.append(' ');
                }
            }
            flowing = end > content && text.charAt(end - 1) == ' ' && !signature;
            out.append(text, content, flowing && deleteSpace ? end - 1 : end);
            if (!flowing && newline >= 0) {
                out.append('\n');
            }
            lastDepth = depth;
            line = end + 1;
        }
        return out.toString();
    }
}
