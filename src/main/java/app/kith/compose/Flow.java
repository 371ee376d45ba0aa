package app.kith.compose;

/** Text as {@code format=flowed} (RFC 3676): long lines are cut at blanks, in such a way that they can be joined again. */
final class Flow {
    private static final int WIDTH = 72;

    private Flow() {}

    /** Tells whether a text comes back the same from a reader of flowed text: its quotes are written as such a reader writes them. */
    static boolean suits(String text) {
        return text.lines().allMatch(line -> {
            int depth = depth(line);
            return depth == 0 || line.length() == depth
                    || line.charAt(depth) == ' ' && line.length() > depth + 1 && !line.startsWith("-- ", depth + 1);
        });
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 16);
        text.lines().forEach(line -> {
            int depth = depth(line);
            String content = depth == 0 ? line : line.substring(Math.min(depth + 1, line.length()));
            flow(out, line.substring(0, depth), content);
        });
        return out.toString();
    }

    private static void flow(StringBuilder out, String quote, String content) {
        String rest = content;
        while (quote.length() + rest.length() > WIDTH) {
            int cut = cut(rest, WIDTH - quote.length() - 2);
            if (cut < 0) {
                break;
            }
            line(out, quote, rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        line(out, quote, rest);
    }

    /** Behind which blank to cut; what follows must not begin with a blank. Below 0: nowhere. */
    private static int cut(String rest, int width) {
        int best = -1;
        for (int i = 1; i < rest.length() - 1 && (best < 0 || i < width); i++) {
            if (rest.charAt(i) == ' ' && rest.charAt(i + 1) != ' ' && !rest.substring(0, i + 1).equals("-- ")) {
                best = i + 1;
            }
        }
        return best;
    }

    /** A line that would be taken for a quote, or for one made safe, gets a blank before it. */
    private static void line(StringBuilder out, String quote, String content) {
        boolean stuffed = !quote.isEmpty() && !content.isEmpty() || content.startsWith(" ") || content.startsWith(">")
                || content.startsWith("From ");
        out.append(quote).append(stuffed ? " " : "").append(content).append('\n');
    }
}
