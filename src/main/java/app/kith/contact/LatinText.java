package app.kith.contact;

import java.text.Normalizer;
import java.util.Locale;

/** Text folded to what tells words apart: compatibility forms, case and accents away, Chinese characters simplified. */
public final class LatinText {
    private LatinText() {}

    /**
     * Folds a text.
     *
     * @param text any text
     * @return lower case, without accents, with plain letters for ß, ø, ł and the like; blanks are single
     */
    public static String folded(String text) {
        if (isPlain(text)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        boolean blank = true;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK && c < 0x3000) {
                continue;
            }
            boolean isBlank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (isBlank) {
                if (!blank) {
                    out.append(' ');
                }
            } else {
                append(out, c);
            }
            blank = isBlank;
        }
        int end = out.length();
        String folded = end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
        return Normalizer.normalize(Han.simplified(folded), Normalizer.Form.NFC);
    }

    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = c == ' ';
            if (c >= 0x7f || c < ' ' || c >= 'A' && c <= 'Z' || isBlank && blank) {
                return false;
            }
            blank = isBlank;
        }
        return text.isEmpty() || !blank;
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'ø' -> out.append('o');
            case 'đ', 'ð' -> out.append('d');
            case 'ł' -> out.append('l');
            case 'þ' -> out.append("th");
            case 'ı' -> out.append('i');
            case '’', '‘', '`', '´', '＇' -> out.append('\'');
            default -> out.append(c);
        }
    }

    /**
     * Cuts a folded text into words.
     *
     * @param folded a folded text
     * @return runs of letters and digits divided by single blanks; apostrophes join, everything else divides
     */
    public static String words(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        boolean blank = true;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
                blank = false;
            } else if (c != '\'' && !blank) {
                out.append(' ');
                blank = true;
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    /** {@return only the letters and digits of a text, joined} */
    static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
