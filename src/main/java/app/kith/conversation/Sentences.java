package app.kith.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first distinctive sentences of a text in a form that quoting does not change: broken lines, blanks and signs make no
 * difference.
 */
final class Sentences {
    /** A Latin letter or a digit weighs 1, a letter of a script that needs fewer of them 3. */
    private static final int DISTINCTIVE = 30;
    private static final int SEARCHED = 8000;

    private Sentences() {}

    /** {@return the first sentences that are long enough to be told from others; at most so many} */
    static List<String> first(String text, int most) {
        List<String> found = new ArrayList<>(most);
        StringBuilder sentence = new StringBuilder();
        int weight = 0;
        int end = Math.min(text.length(), SEARCHED);
        for (int i = 0; i <= end && found.size() < most; i++) {
            char c = i < end ? text.charAt(i) : '。';
            if (Character.isLetterOrDigit(c)) {
                sentence.append(c);
                weight += c < 0x2E80 ? 1 : 3;
            } else if (ends(text, i, end, c)) {
                if (weight >= DISTINCTIVE) {
                    found.add(sentence.toString().toLowerCase(Locale.ROOT));
                }
                sentence.setLength(0);
                weight = 0;
            }
        }
        return found;
    }

    /** A full stop within a number or an address ends nothing. A line's end neither: quoting breaks lines anew. */
    private static boolean ends(String text, int at, int end, char c) {
        return switch (c) {
            case '。', '！', '？', '；' -> true;
            case '.', '!', '?' -> at + 1 >= end || Character.isWhitespace(text.charAt(at + 1));
            default -> false;
        };
    }
}
