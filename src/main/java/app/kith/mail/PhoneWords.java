package app.kith.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers in a line: how they look, and what does not count as one. */
final class PhoneWords {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w@/.-])(?:\\+|00)?[(（]?\\d[\\d ()（）.\\-–‑/\u00A0]{4,24}\\d(?:\\s?(?:ext\\.?|extension|x|转|轉|分机|分機|内线|內線|#|durchwahl|dw)[ .:：]?\\s?\\d{1,6})?(?![\\w@])");
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}|(?:19|20)\\d{2}\\s?[-–]\\s?(?:19|20)\\d{2}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:\\+?(?:0{0,2}86))?1[3-9]\\d{9}");
    /** German 15x, 16x, 17x; French 6, 7; British 7; Japanese 70, 80, 90; Taiwanese 9; each behind a country code or a trunk zero. */
    private static final Pattern OTHER_MOBILE = Pattern.compile(
            "\\+490?1[567]\\d{7,9}|01[567]\\d{8,9}|\\+330?[67]\\d{8}|0[67]\\d{8}|\\+440?7\\d{9}|\\+810?[789]0\\d{8}|0[789]0\\d{8}|\\+8860?9\\d{8}|09\\d{8}");

    private PhoneWords() {}

    static Matcher matcher(CharSequence line) {
        return NUMBER.matcher(line);
    }

    /** {@return whether digits found in a line are a telephone number: 7 to 17 digits, no date, no year range} */
    static boolean isNumber(String found) {
        long digits = found.chars().filter(Character::isDigit).count();
        return digits >= 7 && digits <= 17 && !DATE.matcher(found.strip()).matches();
    }

    /** {@return whether a number without a label must be a telephone: an international one, or grouped, or a mobile} */
    static boolean isPlain(String found) {
        long digits = found.chars().filter(Character::isDigit).count();
        boolean grouped = found.indexOf('-') > 0 || found.indexOf(' ') > 0 || found.indexOf('.') > 0
                || found.indexOf(')') > 0;
        return found.startsWith("+") || isMobile(found) || grouped && digits >= 9 && digits <= 15;
    }

    /** {@return whether the number itself says that it is a mobile one} */
    static boolean isMobile(String found) {
        StringBuilder digits = new StringBuilder();
        String main = found.replace("(0)", "");
        for (int i = 0; i < main.length(); i++) {
            char c = main.charAt(i);
            if (Character.isDigit(c) || c == '+' && digits.isEmpty()) {
                digits.append(c);
            }
        }
        return CHINESE_MOBILE.matcher(digits).matches() || OTHER_MOBILE.matcher(digits).matches();
    }
}
