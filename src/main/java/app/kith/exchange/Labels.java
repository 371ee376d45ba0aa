package app.kith.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs call the kinds of numbers and addresses, brought to one word each. A kind that is not known keeps its own name. */
final class Labels {
    private static final Pattern APPLE = Pattern.compile("_\\$!<(.*)>!\\$_");
    private static final Map<String, String> WORDS = words();

    private Labels() {}

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        put(words, "work", "business", "office", "company", "单位", "工作", "办公", "公司", "商务", "arbeit", "geschäftlich");
        put(words, "home", "private", "personal", "住宅", "家庭", "家", "个人", "私人", "privat", "house");
        put(words, "mobile", "cell", "cellular", "手机", "移动", "移动电话", "mobil", "handy");
        put(words, "other", "其他", "其它", "andere", "sonstige");
        put(words, "main", "primary", "主要", "总机");
        put(words, "fax", "传真");
        put(words, "pager", "寻呼机", "寻呼");
        put(words, "work fax", "workfax", "fax work", "business fax", "工作传真", "单位传真", "work, fax", "公司传真");
        put(words, "home fax", "homefax", "fax home", "住宅传真", "家庭传真", "home, fax");
        put(words, "work mobile", "mobile work", "工作手机", "单位手机");
        put(words, "homepage", "home page", "主页");
        put(words, "wechat", "weixin", "微信");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String word, String... others) {
        words.put(word, word);
        for (String other : others) {
            words.put(other, word);
        }
    }

    /**
     * Brings a kind to its usual word.
     *
     * @param written as a program writes it: {@code * Work}, {@code _$!<Mobile>!$_}, {@code 手机}
     * @return {@code work}, {@code mobile}; another kind as it was written
     */
    static String normal(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        Matcher apple = APPLE.matcher(text);
        if (apple.matches()) {
            text = apple.group(1);
        }
        if (text.startsWith("* ")) {
            text = text.substring(2);
        }
        String known = WORDS.get(text.toLowerCase(Locale.ROOT));
        return known != null ? known : apple.matches() ? text.toLowerCase(Locale.ROOT) : text;
    }
}
