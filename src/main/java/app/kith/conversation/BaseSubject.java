package app.kith.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject without what answering and forwarding put around it.
 *
 * @param text what is left, in a form to compare: without blanks, in lower case, full-width signs made plain; may be empty
 * @param answered whether a prefix for an answer or a forwarded message stood before it
 */
record BaseSubject(String text, boolean answered) {
    private static final int LONGEST = 1000;
    private static final int MOST_PREFIXES = 50;
    /** With a count ({@code Re[2]:}, {@code Re^3:}, {@code RE(2):}) and any colon; signs have been made plain before. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|res|enc|odp|ynt|ilt|vb|rif|doorst|回复|答复|回信|转发|转寄|回覆|答覆|轉發|轉寄|返信|転送|회신|답장|전달)"
                    + "\\s?(?:\\[\\d{1,4}]|\\(\\d{1,4}\\)|[*^]\\d{1,4})?\\s?:\\s*");
    /** {@code [Sales]}, {@code 【外部】}: what lists and gateways add. With a digit it may be a number that tells cases apart. */
    private static final Pattern TAG = Pattern.compile("[\\[【][^\\[\\]【】\\d]{1,40}[]】]\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static BaseSubject of(String subject) {
        String cut = subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
        String rest = BLANKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ").strip();
        Matcher prefix = PREFIX.matcher(rest);
        Matcher tag = TAG.matcher(rest);
        boolean answered = false;
        int at = 0;
        for (int i = 0; i < MOST_PREFIXES; i++) {
            if (prefix.region(at, rest.length()).lookingAt()) {
                answered = true;
                at = prefix.end();
            } else if (tag.region(at, rest.length()).lookingAt() && tag.end() < rest.length()) {
                at = tag.end();
            } else {
                break;
            }
        }
        String base = rest.substring(at);
        if (base.endsWith("(fwd)")) {
            answered = true;
            base = base.substring(0, base.length() - 5);
        }
        return new BaseSubject(BLANKS.matcher(base).replaceAll(""), answered);
    }
}
