package app.kith.exchange;

import app.kith.contact.HomeCountry;
import app.kith.contact.PhoneNumber;
import app.kith.contact.Property;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text looks like, whatever its column is called. */
public enum Looks {
    /** An e-mail address. */
    EMAIL,
    /** Number of a Chinese identity card, with a right check digit (GB 11643). */
    ID_NUMBER,
    /** Number of a bank card, with a right check digit (ISO/IEC 7812). */
    BANK_CARD,
    /** Unified social credit code of a Chinese company (GB 32100). */
    TAX_ID,
    /** A telephone number. */
    PHONE,
    /** A web address. */
    URL,
    /** A date. */
    DATE,
    /** A Chinese name of a person: two to four hanzi that begin with a frequent family name. */
    NAME,
    /** A company by its legal form. */
    COMPANY,
    /** A number. */
    NUMBER,
    /** Anything else. */
    TEXT;

    private static final Pattern MAIL = Pattern
            .compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]{2,}");
    private static final Pattern PHONE_SHAPE = Pattern
            .compile("\\+?[0-9][0-9 ()./\\-]{5,22}(?:(?:转|ext\\.?|x|#)\\s*\\d+)?");
    private static final Pattern WEB = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern ID_SHAPE = Pattern.compile("\\d{17}[0-9X]");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern COMPANY_FORM = Pattern
            .compile("(?i).*(?:公司|集团|厂|银行|事务所|\\b(?:gmbh|ltd|llc|inc|corp|co|ag|s\\.a|plc)\\.?)$");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?%?");
    private static final Set<String> FAMILIES = Set.of(("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 郑 梁 谢 宋 唐 许 韩 "
            + "冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 "
            + "孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 陳 張 劉 黃 吳 趙 楊 鄭 謝").split(" ", -1));
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /**
     * Looks at a text.
     *
     * @param text any text
     * @return what it looks like
     */
    public static Looks of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String dense = plain.replace(" ", "").replace("-", "");
        if (MAIL.matcher(plain).matches()) {
            return EMAIL;
        }
        if (isIdNumber(dense)) {
            return ID_NUMBER;
        }
        if (CREDIT_CODE.matcher(dense).matches() && !dense.chars().allMatch(Character::isDigit)) {
            return TAX_ID;
        }
        if (isBankCard(dense)) {
            return BANK_CARD;
        }
        if (WEB.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
            return URL;
        }
        if (plain.length() >= 6 && !plain.matches("\\d{4,5}") && new Dates(false).read(plain) != null) {
            return DATE;
        }
        if (PHONE_SHAPE.matcher(plain).matches() && isPhone(plain)) {
            return PHONE;
        }
        if (PLAIN_NUMBER.matcher(plain).matches()) {
            return NUMBER;
        }
        return isChineseName(plain) ? NAME : COMPANY_FORM.matcher(plain).matches() ? COMPANY : TEXT;
    }

    /** A file may be of another country than its reader. */
    private static boolean isPhone(String text) {
        return PhoneNumber.of(text, List.of(HomeCountry.code(), "US", "CN")).normal().startsWith("+");
    }

    private static boolean isChineseName(String text) {
        return text.length() >= 2 && text.length() <= 4 && FAMILIES.contains(text.substring(0, 1))
                && text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    static boolean isIdNumber(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!ID_SHAPE.matcher(upper).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (upper.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == upper.charAt(17);
    }

    static boolean isBankCard(String text) {
        if (text.length() < 16 || text.length() > 19 || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                || text.charAt(0) < '3' || text.charAt(0) > '6' && text.charAt(0) != '9') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(text.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** {@return the field that a column of such texts is surely for; null where they do not tell} */
    @org.jspecify.annotations.Nullable
    Field field() {
        return switch (this) {
            case EMAIL -> Field.whole(Property.EMAIL, "");
            case PHONE -> Field.whole(Property.PHONE, "");
            case URL -> Field.whole(Property.URL, "");
            case ID_NUMBER -> Field.whole(Property.ID_NUMBER, "");
            case BANK_CARD -> Field.whole(Property.BANK_ACCOUNT, "");
            case TAX_ID -> Field.whole(Property.TAX_ID, "");
            case NAME -> Field.whole(Property.NAME, "");
            case COMPANY -> Field.whole(Property.COMPANY, "");
            case DATE, NUMBER, TEXT -> null;
        };
    }
}
