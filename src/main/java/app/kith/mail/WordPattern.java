package app.kith.mail;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes one regular expression of many words that branches letter by letter, so that a line is not compared with each word. */
final class WordPattern {
    private final Map<Character, WordPattern> next = new TreeMap<>();
    private boolean end;

    private WordPattern() {}

    /** {@return an expression that matches one of the words, the longest first; a group that is not counted} */
    static String of(Collection<String> words) {
        WordPattern root = new WordPattern();
        for (String word : words) {
            WordPattern at = root;
            for (int i = 0; i < word.length(); i++) {
                at = at.next.computeIfAbsent(word.charAt(i), _ -> new WordPattern());
            }
            at.end = true;
        }
        return root.expression();
    }

    private String expression() {
        if (next.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("(?:");
        next.forEach((letter, rest) -> out.append(out.length() == 3 ? "" : "|").append(quoted(letter))
                .append(rest.expression()));
        return out.append(end ? ")?" : ")").toString();
    }

    private static String quoted(char letter) {
        return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : Pattern.quote(String.valueOf(letter));
    }
}
