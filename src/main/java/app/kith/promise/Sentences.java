package app.kith.promise;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text, each on one line. */
final class Sentences {
    /** A line at least so long goes on in the next one, unless a sign ends it. */
    private static final int WRAPPED = 55;

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean line = c == '\n';
            if (line && i - lineStart >= WRAPPED && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                sentence.append(isHan(sentence) ? "" : " ");
            } else if (line) {
                flush(sentence, sentences);
            } else {
                sentence.append(c);
                if (ends(text, i)) {
                    flush(sentence, sentences);
                }
            }
            lineStart = line ? i + 1 : lineStart;
        }
        flush(sentence, sentences);
        return sentences;
    }

    private static boolean isHan(StringBuilder text) {
        return !text.isEmpty() && Character.isIdeographic(text.charAt(text.length() - 1));
    }

    private static boolean ends(String text, int at) {
        return switch (text.charAt(at)) {
            case '。', '！', '？', '；', '!', '?' -> true;
            case '.' ->
                (at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1))) && !isShortened(text, at);
            default -> false;
        };
    }

    /** A day's number with a full stop, and what is shortened before a name or a time, ends nothing. */
    private static boolean isShortened(String text, int at) {
        int from = at;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String word = text.substring(from, at).toLowerCase(java.util.Locale.ROOT);
        return List.of("mr", "mrs", "ms", "dr", "no", "a.m", "p.m", "e.g", "i.e", "approx", "jan", "feb", "mar", "apr",
                "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec").contains(word);
    }

    private static void flush(StringBuilder sentence, List<String> sentences) {
        String one = sentence.toString().strip().replaceAll("\\s+", " ");
        if (!one.isEmpty() && !one.startsWith(">")) {
            sentences.add(one);
        }
        sentence.setLength(0);
    }
}
