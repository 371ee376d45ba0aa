package app.kith.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in a line: how they look, and what does not count as one. */
final class PhoneWords {
    private static final String BEFORE_EXTENSION = "(?:ext\\.?|extn\\.?|extension|exten\\.?|anexo|anx\\.?|poste|p\\.|int\\.?|interno|interne|ramal|wew\\.?|wewn\\.?|linka|kl\\.?|klapka|mellék|m\\.|dahili|dah\\.?|toestel|tst\\.?|app\\.?|apparat|ankn\\.?|anknytning|lokal|local|loc\\.?|lok\\.?|alanumero|вн\\.?|доб\\.?|x|转|轉|转接|分机|分機|内线|內線|#|\\*|durchwahl|dw|ต่อ|máy lẻ|nhánh)";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w@.-]|(?<!\\p{IsHan})/)[(（]?(?:\\+|00)?[(（]?\\d[\\d ()（）.\\-–‑/\u00A0]{4,44}\\d(?:(?:,|，)?(?:\\s?[-–])?\\s?(?:[(（]"
                    + BEFORE_EXTENSION + "[ .:：]{0,2}\\d{1,6}[)）]|" + BEFORE_EXTENSION
                    + "[ .:：]{0,2}\\d{1,6}))?(?![\\w@]|\\s?(?:小[时時]|(?:hrs?|hours?)\\b))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern
            .compile("(?iu)[,，]?\\s?[-–]?\\s?[(（]?" + BEFORE_EXTENSION + "[ .:：]{0,2}\\d");
    /** {@code 0771-5530 284}: an area of China or of Britain, however much the digits look like a mobile number elsewhere. */
    private static final Pattern AREA = Pattern
            .compile(
                    "[(（]?0\\d{2,3}[)）]?-\\d{3,4}[ -]?\\d{3,4}|01\\d{3} \\d{3} ?\\d{3}|01\\d{4} \\d{2,3} ?\\d{3}|01\\d{3} \\d{5}");
    private static final Pattern TAIWAN_AREA = Pattern.compile("0\\d{1,2}-\\d{3,4}-\\d{3,4}");
    /** Free of charge for the caller, or of one price everywhere: a company's own, never a mobile one. */
    private static final Pattern TOLL_FREE = Pattern
            .compile("(?:400|800|0800|0808|1[- ]?8(?:00|88|77|66)|8(?:00|88|77|66)|\\+800|95\\d{3})[ -/]?\\d.*");
    /** {@code 90110 55571}: as mobile numbers are written in India. */
    private static final Pattern NINE_DIGITS = Pattern.compile("[67]\\d{2} \\d{3} \\d{3}");
    /** Prefixes of Italian mobile telephones that no area of North America has. */
    private static final Pattern ITALIAN_MOBILE = Pattern
            .compile("3(?:28|33|35|38|42|4[89]|66|7[13579]|8[89]|9[0-3])[ .]?\\d{3}[ .]?\\d{4}");
    private static final Pattern INDIAN_MOBILE = Pattern.compile("0?[6-9]\\d{4}[ -]\\d{5}");
    private static final Pattern BETWEEN = Pattern
            .compile("\\s*/\\s*|\\s{2,}|(?<=\\d{4})\\s+(?=\\+|0\\d{2,3}-|1[3-9]\\d{9})");
    private static final Pattern DASH = Pattern.compile("\\s+[-–]\\s+");
    /** Digits of the longest number. */
    private static final int MOST_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("(?:\\+|0|1[3-9])[\\d ()–-]{8,20}|[6-9]\\d{4}[ -]\\d{5}");
    /** {@code 020 2433 7717 / 2433 7717}: the second number, without its area. */
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{2,3}[ -]?\\d{4}");
    /** {@code (11) 97346-2018}: as mobile numbers are written in Brazil. */
    private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("[(]?0?\\d{2}[)]? ?9\\d{4}-\\d{4}");
    /** {@code 0418 936 204}, {@code 0533 618 20 47}, {@code 8-913-447-20-91}: as mobile numbers are written in Australia, Turkey and Russia. */
    private static final Pattern GROUPED_MOBILE = Pattern.compile(
            "04\\d{2} \\d{3} \\d{3}|08[3-9] \\d{3} \\d{4}|[(]?05\\d{2}[)]? \\d{3} \\d{2} ?\\d{2}|8[ -]?[(]?9\\d{2}[)]?[ -]?\\d{3}[ -]\\d{2}[ -]\\d{2}");
    private static final Pattern LOCAL_TWICE = Pattern.compile("[2-9]\\d{3}[ -]\\d{4}");
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}|(?:19|20)\\d{2}\\s?[-–]\\s?(?:19|20)\\d{2}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:\\+?(?:0{0,2}86))?1[3-9]\\d{9}");
    /** Mobile prefixes of the national numbering plans: behind the country code, then those that are known by their trunk zero. */
    private static final Pattern OTHER_MOBILE = Pattern.compile(
            "(?:\\+|00)(?:490?1[567]\\d{7,9}|330?[67]\\d{8}|440?7\\d{9}|810?[789]0\\d{8}|8860?9\\d{8}|8210\\d{8}|420[67]\\d{8}|4219\\d{8}"
                    + "|48(?:45|5[0137]|6[069]|7[2389]|88)\\d{7}|34[67]\\d{8}|393\\d{8,9}|316\\d{8}|324\\d{8}|436\\d{8,11}|417[5-9]\\d{7}"
                    + "|467\\d{8}|47[49]\\d{7}|614\\d{8}|642\\d{7,9}|91[6-9]\\d{9}|65[89]\\d{7}|852[569]\\d{7}|201\\d{9}|79\\d{9}|519\\d{8}"
                    + "|601\\d{8,9}|668\\d{8}|669\\d{8}|84[3-9]\\d{8}|628\\d{8,11}|639\\d{9}|905\\d{9}|9725\\d{8}|9715\\d{8}|9665\\d{8}|27[678]\\d{8}"
                    + "|234[789]\\d{9}|351 ?9\\d{8}|5215?\\d{10}|55\\d{2}9\\d{8}|569\\d{8}|3538[35679]\\d{7}|358(?:4|50)\\d{6,8}|3069\\d{8}|407\\d{8}|3598[789]\\d{7}|3859\\d{7,8}|3816\\d{7,8}|380(?:39|50|6[3678]|73|9\\d)\\d{7}|3706\\d{7}|3712\\d{7}|3725\\d{6,7}|36[237]0\\d{7}|212[67]\\d{8}|213[567]\\d{8}|2217\\d{8}|233[25]\\d{8}|254[17]\\d{8}|255[67]\\d{8}|2567\\d{8}|2519\\d{8}|8801\\d{9}|923\\d{9}|947\\d{8}|97798\\d{8}|959\\d{7,9}|965[569]\\d{7}|968[79]\\d{7}|974[3567]\\d{7}|9733\\d{7}|9627\\d{8}|961(?:3|7\\d)\\d{6}|9647\\d{9}|989\\d{9}|5939\\d{8}|573\\d{9}|549\\d{10}|5989\\d{7}|584\\d{9}|3519\\d{8}|853 ?6\\d{7}|998[0-9]\\d{8})"
                    + "|01(?:5\\d|6[0237]|7\\d)\\d{7,8}|0[67]\\d{8}|07\\d{9}|0[789][01]\\d{8}|09\\d{8}");

    private PhoneWords() {}

    static Matcher matcher(CharSequence line) {
        return NUMBER.matcher(line);
    }

    /** {@return whether digits found in a line are a telephone number: 7 to 17 digits, no date, no year range} */
    static boolean isNumber(String found) {
        long digits = main(found).chars().filter(Character::isDigit).count();
        return digits >= 7 && digits <= 17 && !DATE.matcher(found.strip()).matches();
    }

    /** {@return whether a telephone number begins at a place of a line} */
    static boolean begins(String line, int at) {
        if (!mayHold(line)) {
            return false;
        }
        Matcher matcher = NUMBER.matcher(line).region(at, line.length());
        return matcher.lookingAt() && isNumber(matcher.group());
    }

    /** {@return whether words are one telephone number and nothing else} */
    static boolean isWholeNumber(String words) {
        return NUMBER.matcher(words).matches() && isNumber(words) && isPlain(words);
    }

    /** {@return whether a number without a label must be a telephone: an international one, or grouped, or a mobile} */
    static boolean isPlain(String found) {
        long digits = main(found).chars().filter(Character::isDigit).count();
        boolean grouped = found.indexOf('-') > 0 || found.indexOf(' ') > 0 || found.indexOf('.') > 0
                || found.indexOf(')') > 0;
        return found.startsWith("+") || isMobile(found) || grouped && digits >= 9 && digits <= 15;
    }

    private static String main(String found) {
        if (isDigitsOnly(found)) {
            return found;
        }
        Matcher extension = EXTENSION.matcher(found);
        return extension.find() && extension.start() >= 7 ? found.substring(0, extension.start()) : found;
    }

    /** Whether a number has nothing that could announce an extension. */
    private static boolean isDigitsOnly(String found) {
        for (int i = 0; i < found.length(); i++) {
            char c = found.charAt(i);
            if ((c < '0' || c > '9') && "+-–‑/.() ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a line has digits enough for a telephone number} */
    static boolean mayHold(String line) {
        int digits = 0;
        for (int i = 0; i < line.length(); i++) {
            digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
        }
        return digits > 5;
    }

    /** {@return the numbers that slashes part, where each is whole: {@code 0319-8901234/13703191234}; else what was found} */
    static List<String> apart(String found) {
        if (digits(found).length() > MOST_DIGITS) {
            // 02 98 58 41 17 - 06 33 71 44 08
            List<String> dashed = List.of(DASH.split(found, -1));
            if (dashed.size() > 1 && dashed.stream().allMatch(part -> WHOLE.matcher(part.strip()).matches())) {
                return dashed;
            }
        }
        List<String> parts = List.of(BETWEEN.split(found, -1));
        boolean whole = parts.stream().allMatch(part -> WHOLE.matcher(part.strip()).matches());
        boolean second = parts.size() == 2 && WHOLE.matcher(parts.getFirst().strip()).matches()
                && LOCAL.matcher(parts.getLast().strip()).matches() && digits(parts.getFirst()).length() > 9;
        boolean twice = parts.size() == 2
                && parts.stream().allMatch(part -> LOCAL_TWICE.matcher(part.strip()).matches());
        return whole || second || twice ? parts : List.of(found);
    }

    /** {@return the first of two numbers that a slash or a dash parts, where both are too long for one; else what was found} */
    static String first(String found) {
        if (found.chars().filter(Character::isDigit).count() <= 15) {
            return found;
        }
        for (int i = 7; i < found.length(); i++) {
            if (found.charAt(i) == '/' || found.startsWith(" - ", i)) {
                return found.substring(0, i).strip();
            }
        }
        return found;
    }

    /** {@return whether a number is a Chinese mobile one, with or without the country code} */
    static boolean isChineseMobile(String found) {
        // 1-800-… is North American.
        boolean american = found.length() > 1 && found.charAt(0) == '1' && !Character.isDigit(found.charAt(1));
        return !american && CHINESE_MOBILE.matcher(digits(found)).matches();
    }

    /** {@return whether the number itself says that it is a mobile one} */
    static boolean isMobile(String found) {
        @Nullable
        Boolean told = found.startsWith("+") ? NumberTypes.isMobile(main(found)) : null;
        if (told != null) {
            return told;
        }
        String digits = digits(found);
        return isChineseMobile(found) || INDIAN_MOBILE.matcher(main(found)).matches()
                || BRAZILIAN_MOBILE.matcher(found).matches() || NINE_DIGITS.matcher(found).matches()
                || GROUPED_MOBILE.matcher(found).matches() || ITALIAN_MOBILE.matcher(found).matches()
                || OTHER_MOBILE.matcher(digits).matches() && !isTollFree(found) && !isOfArea(found);
    }

    static boolean isTollFree(String found) {
        return TOLL_FREE.matcher(found).matches();
    }

    /** {@return whether a number bears the code of an area behind a zero, and a dash: {@code 0759-4861 205}} */
    static boolean hasArea(String found) {
        return AREA.matcher(found.strip()).matches() || TAIWAN_AREA.matcher(found.strip()).matches();
    }

    /** Numbers of ten digits with a dash behind 09 are mobile ones of Taiwan. */
    private static boolean isOfArea(String found) {
        return AREA.matcher(found.strip()).matches() && !found.startsWith("09");
    }

    private static String digits(String found) {
        StringBuilder digits = new StringBuilder();
        String main = found.replace("(0)", "");
        for (int i = 0; i < main.length(); i++) {
            char c = main.charAt(i);
            if (Character.isDigit(c) || c == '+' && digits.isEmpty()) {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
