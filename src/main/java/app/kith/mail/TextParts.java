package app.kith.mail;

import org.jspecify.annotations.Nullable;

/**
 * What of a text is its author's own, apart from quoted history and the signature. A first look: marks that programs set are
 * followed, nothing is guessed.
 *
 * @param newText the author's own words, LF line ends, stripped
 * @param signature the block behind the signature mark ({@code "-- "}, RFC 3676, section 4.3), stripped; null where there is none
 */
public record TextParts(String newText, @Nullable String signature) {

    /**
     * Takes a text apart.
     *
     * @param text the text of a message, LF line ends
     * @return its parts
     */
    public static TextParts of(String text) {
        StringBuilder own = new StringBuilder(Math.min(text.length(), 8192));
        StringBuilder signature = new StringBuilder();
        StringBuilder into = own;
        int line = 0;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            int from = line;
            while (from < end && text.charAt(from) <= ' ') {
                from++;
            }
            if (from < end && isSignatureMark(text, line, end)) {
                into = signature;
            } else if (from < end && QuoteMarks.endsNewText(text, from, end)) {
                break;
            } else if (from == end || !isQuoted(text, from, end)) {
                into.append(text, line, end).append('\n');
            }
            line = end + 1;
        }
        String signed = signature.toString().strip();
        return new TextParts(own.toString().strip(), signed.isEmpty() ? null : signed);
    }

    private static boolean isSignatureMark(String text, int line, int end) {
        return end - line <= 3 && text.startsWith("--", line) && (end - line == 2 || text.charAt(end - 1) <= ' ');
    }

    private static boolean isQuoted(String text, int from, int end) {
        return text.charAt(from) == '>' || QuoteMarks.introducesQuote(text, from, end);
    }
}
