package app.kith.search;

import app.kith.contact.Han;
import app.kith.contact.LatinText;
import java.util.ArrayList;
import java.util.List;

/** Cuts texts into words, in the same way for what is kept, for what is looked for, and for what is marked. */
final class Words {
    private static final int LONGEST = 64;

    private Words() {}

    /**
     * A word.
     *
     * @param text folded: lower case, no accents, simplified characters, no plural s
     * @param start where it begins in the text
     * @param end index behind its last character
     * @param single whether it is a single character of a script without blanks
     */
    record Word(String text, int start, int end, boolean single) {
        /** {@return whether another word follows with nothing between, both of a script without blanks} */
        boolean joins(Word next) {
            return single && next.single && end == next.start;
        }
    }

    /** {@return the words of a text} */
    static List<Word> of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** {@return at most so many words of a text} */
    static List<Word> of(String text, int most) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && words.size() < most) {
            char c = text.charAt(at);
            if (isSingle(c)) {
                words.add(new Word(LatinText.folded(text.substring(at, at + 1)), at, at + 1, true));
                at++;
            } else if (Character.isLetterOrDigit(c) || isHigh(text, at)) {
                int end = end(text, at);
                String folded = folded(text.substring(at, end));
                if (!folded.isEmpty()) {
                    words.add(new Word(folded, at, end, false));
                }
                at = end;
            } else {
                at++;
            }
        }
        return words;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST) {
            char c = text.charAt(end);
            if (isHigh(text, end)) {
                end += 2;
            } else if (Character.isLetterOrDigit(c) && !isSingle(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                end++;
            } else {
                break;
            }
        }
        return Math.max(end, start + 1);
    }

    private static boolean isHigh(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1)) && Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** Chinese characters, Japanese syllables, Korean syllables. */
    private static boolean isSingle(char c) {
        return Han.is(c) || c >= 0x3040 && c <= 0x30ff && c != 0x30fb || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff || c == 0x3005 || c == 0x3007;
    }

    /** Folds one word; the s of an English plural is dropped, so that both forms meet. */
    private static String folded(String word) {
        String folded = LatinText.folded(word);
        int length = folded.length();
        boolean plural = length > 3 && folded.charAt(length - 1) == 's' && isLetter(folded.charAt(length - 2))
                && "siu".indexOf(folded.charAt(length - 2)) < 0;
        return plural ? folded.substring(0, length - 1) : folded;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** {@return whether the text holds nothing but digits and what people put between them, at least so many digits} */
    static boolean isNumber(String text, int least) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if ("+-() ./".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= least;
    }

    /** {@return the digits of a text} */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
