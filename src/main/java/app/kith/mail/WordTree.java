package app.kith.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Words letter by letter, to tell in one walk whether one of them stands at a place of a line. Large and small letters are the same. */
final class WordTree {
    private final Map<Character, WordTree> next = new HashMap<>();
    private boolean end;

    private WordTree() {}

    static WordTree of(Collection<String> words) {
        WordTree root = new WordTree();
        for (String word : words) {
            WordTree at = root;
            for (int i = 0; i < word.length(); i++) {
                at = at.next.computeIfAbsent(folded(word.charAt(i)), _ -> new WordTree());
            }
            at.end = true;
        }
        return root;
    }

    /** {@return the words from their last letter to their first, to be asked with {@link #beginsBefore}} */
    static WordTree ofEnds(Collection<String> words) {
        return of(words.stream().map(word -> new StringBuilder(word).reverse().toString()).toList());
    }

    /** What may stand behind a word. */
    interface Behind {
        boolean test(String line, int end);
    }

    /** {@return whether a word begins at a place of a line behind which stands what may} */
    boolean begins(String line, int from, Behind behind) {
        WordTree at = this;
        for (int i = from; i < line.length(); i++) {
            at = at.next.get(folded(line.charAt(i)));
            if (at == null) {
                return false;
            }
            if (at.end && behind.test(line, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether one of the words, given by their ends, ends at a place of a line} */
    boolean beginsBefore(String line, int end) {
        WordTree at = this;
        for (int i = end - 1; i >= 0; i--) {
            at = at.next.get(folded(line.charAt(i)));
            if (at == null || at.end) {
                return at != null;
            }
        }
        return false;
    }

    private static char folded(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(Character.toUpperCase(c));
    }
}
