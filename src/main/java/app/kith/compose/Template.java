package app.kith.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with fields in braces, such as {@code {first name}} or {@code {公司}}, which the user writes once and sends often. */
public final class Template {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}\\n]{1,24})}");

    /** What a text can have filled in. */
    public enum Field {
        /** The first name of whom it goes to; the whole name where that has no such part. */
        FIRST_NAME("first name", "名字"),
        /** The name of whom it goes to. */
        NAME("name", "姓名"),
        /** The company of whom it goes to. */
        COMPANY("company", "公司"),
        /** The user's name. */
        MY_NAME("my name", "我的姓名"),
        /** The user's address. */
        MY_ADDRESS("my address", "我的邮箱"),
        /** The day it is. */
        TODAY("today", "今天");

        private final String english;
        private final String chinese;

        Field(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /**
         * How the field is written.
         *
         * @param locale the language; both are understood in every text
         * @return the field in its braces
         */
        public String written(Locale locale) {
            return "{" + (locale.getLanguage().equals("zh") ? chinese : english) + "}";
        }
    }

    private Template() {}

    /**
     * Fills in the fields.
     *
     * @param text the text
     * @param values what is known; a field without a value, or with an empty one, stays, so that the user sees it
     * @return the text; values are taken as they are, braces in them are no fields
     */
    public static String fill(String text, Map<Field, String> values) {
        return replace(text, field -> values.getOrDefault(field, ""));
    }

    private static String replace(String text, Function<Field, String> value) {
        Matcher matcher = FIELD.matcher(text);
        StringBuilder out = new StringBuilder(text.length() + 32);
        while (matcher.find()) {
            String known = field(matcher.group(1)).map(value).orElse("");
            matcher.appendReplacement(out, Matcher.quoteReplacement(known.isEmpty() ? matcher.group() : known));
        }
        return matcher.appendTail(out).toString();
    }

    private static java.util.Optional<Field> field(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return List.of(Field.values()).stream()
                .filter(field -> field.english.equals(wanted) || field.chinese.equals(wanted)).findFirst();
    }

    /**
     * The fields that nothing was filled in for.
     *
     * @param text the text
     * @return the fields as they stand in it, each once
     */
    public static List<String> open(String text) {
        List<String> open = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            if (field(matcher.group(1)).isPresent() && !open.contains(matcher.group())) {
                open.add(matcher.group());
            }
        }
        return open;
    }

    /**
     * The part of a name by which one is greeted.
     *
     * @param name a name
     * @return the first word; the whole name where it is one word or of Chinese characters, what stands behind the comma where
     *     the family name comes first
     */
    public static String firstName(String name) {
        String whole = name.strip();
        int comma = whole.indexOf(',');
        if (comma > 0 && comma + 1 < whole.length()) {
            return firstName(whole.substring(comma + 1));
        }
        int blank = whole.indexOf(' ');
        boolean han = whole.codePoints().anyMatch(Character::isIdeographic);
        return blank < 0 || han ? whole : whole.substring(0, blank);
    }
}
