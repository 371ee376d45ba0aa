package app.kith.ui.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that are looked for in what a mail says: upper and lower case, full and half width are the same. Any thread.
 */
public final class FindWords {
    private final String folded;

    private FindWords(String folded) {
        this.folded = folded;
    }

    /** A place where the words stand, in characters. */
    record Range(int from, int to) {}

    /**
     * Takes words to look for.
     *
     * @param typed as the user typed them; blanks around them do not count
     * @return the words
     */
    public static FindWords of(String typed) {
        return new FindWords(fold(typed.strip()));
    }

    /** {@return whether there is nothing to look for} */
    public boolean isEmpty() {
        return folded.isEmpty();
    }

    /**
     * Tells how often the words stand in a text.
     *
     * @param text any text
     * @return how often, those that overlap counted once
     */
    public int count(String text) {
        return in(text).size();
    }

    /** {@return where the words stand in a text, from its beginning; those that overlap once} */
    List<Range> in(String text) {
        List<Range> found = new ArrayList<>();
        if (isEmpty() || text.length() < folded.length()) {
            return found;
        }
        String where = fold(text);
        int at = where.indexOf(folded);
        while (at >= 0) {
            found.add(new Range(at, at + folded.length()));
            at = where.indexOf(folded, at + folded.length());
        }
        return found;
    }

    /** As many characters as before, so that places stay. */
    private static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c >= '\uFF01' && c <= '\uFF5E') {
                c = (char) (c - 0xFEE0);
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000') {
                c = ' ';
            }
            folded[i] = Character.toLowerCase(Character.toUpperCase(c));
        }
        return new String(folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FindWords that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return folded;
    }
}
