package app.kith.compose;

/**
 * A stretch of a letter's text that stands out.
 *
 * @param from where it begins, a position in the text
 * @param to where it ends, behind its last character
 * @param style how it stands out
 */
public record Mark(int from, int to, Style style) {
    /** Ways to stand out. */
    public enum Style {
        /** Heavy letters. */
        BOLD("b"),
        /** Slanted letters. */
        ITALIC("i"),
        /** A line below. */
        UNDERLINE("u"),
        /** A line through it. */
        STRIKE("s"),
        /** A whole line that is an item of a list. */
        ITEM("li");

        private final String tag;

        Style(String tag) {
            this.tag = tag;
        }

        /** {@return the element of HTML that says it} */
        String tag() {
            return tag;
        }
    }

    /**
     * Tells whether a character stands out in this way.
     *
     * @param position its position in the text
     * @return true if it does
     */
    boolean covers(int position) {
        return from <= position && position < to;
    }
}
