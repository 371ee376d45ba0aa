package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that make a line the name of a company, and how a mail domain tells it. */
final class CompanyWords {
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?i).{2,}[\\s,.](?:inc|incorporated|ltd|limited|llc|llp|lp|corp|corporation|co|company|plc|gmbh|ag|kg|ohg|gbr|e\\.?k|ug|se|sa|sas"
                    + "|sarl|s\\.a\\.r\\.l|s\\.a\\.s|s\\.a|s\\.l|s\\.l\\.u|sl|s\\.r\\.l|srl|s\\.p\\.a|spa|ltda|lda|bv|b\\.v|nv|n\\.v|ab|oy|oyj|as|a/s|aps|asa|sp\\.? ?z ?o\\.? ?o|sp\\. z o\\.o\\. sp\\. k|s\\.?a\\.? de c\\.?v|s\\. ?de r\\.l|s\\.l\\.u|s\\.c|s\\.n\\.c|snc|p\\.c|c\\.a|a\\.?c|e\\.u|e\\.v|jsc|sal|s\\.a\\.l|oü|uab|sia|d\\.d|a\\.s|firm|bhd|pt|p\\.l\\.l\\.c|pllc|pty"
                    + "|s\\.r\\.o|kft|zrt|d\\.o\\.o|pty\\.? ltd|pte\\.? ltd|pvt\\.? ltd|sdn\\.? bhd|k\\.k|kk|group|holding|holdings|ooo|gmbh & co\\.? kg|co\\.?,? ?(?:ltd|limited))\\.?(?:\\s?\\([^)]{1,14}\\))?");
    private static final Pattern FORM_FIRST = Pattern
            .compile("(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|PT\\.?|CV\\.?)\\s[\\p{Lu}«\"“].{1,60}");
    private static final Pattern HAN = Pattern.compile(
            ".{2,}(?:公司|集团|集團|株式会社|有限会社|工厂|事务所|事務所|研究院|研究所|大学|大學|医院|附属\\p{IsHan}{1,6}医院|学院|學院|小学|中学|学校|幼儿园|幼兒園|翻译社|杂志社|出版社|旅行社|报社|合作社|药材行|茶庄|茶莊|酒店|饭店|宾馆|商城|超市|门诊|分行|支行|分公司|商务厅|管理局|委员会|协会|協會|学会|基金会|旗舰店|专卖店|专营店|工坊|茶坊|作坊|彩印|印刷厂|银行|銀行|商行|工作室|中心|商社|制造厂|厂|贸易行|企业社|企業社)(?:[(（].{1,12}[)）])?(?:\\p{IsHan}{0,8}|\\s+[A-Za-z ,.&]+)|(?:株式会社|有限会社|㈱).{2,}|(?:주식회사).*");
    private static final Set<String> FIELDS = Set.of("university", "universität", "université", "institute", "institut",
            "bank", "hospital", "industries", "technologies", "solutions", "systems", "international", "partners",
            "associates", "consulting", "logistics", "electronics", "engineering", "trading", "enterprises", "labs",
            "laboratories", "foundation", "manufacturing", "college", "school", "studio", "studios", "agency", "works",
            "garments", "farms", "mills", "brothers", "sons", "jewels", "diamonds", "flowers", "bikes", "electric",
            "marine", "hydraulics", "timber", "roofing", "designs", "photography", "centre", "center", "hotel",
            "clinic",
            "services", "export", "exports", "imports", "supplies", "supply", "products", "tools", "textiles");

    private static final Set<String> DEPARTMENTS = Set.of("team", "department", "dept", "dept.", "section", "division",
            "unit", "desk", "office");

    private CompanyWords() {}

    /** {@return whether a line is the name of a company, by its legal form, its kind or the author's mail domain} */
    static boolean isCompany(String line, @Nullable Mailbox author) {
        if (line.isEmpty() || line.length() > 90) {
            return false;
        }
        if (SignatureWords.hasHan(line)) {
            return HAN.matcher(line).matches() && !line.contains("路") || isDomain(line, author);
        }
        return LEGAL_FORM.matcher(line).matches() || FORM_FIRST.matcher(line).matches() || isDomain(line, author)
                || isKind(line);
    }

    private static boolean isKind(String line) {
        String[] words = line.toLowerCase(Locale.ROOT).split("[\\s,]+", -1);
        boolean capitals = Character.isUpperCase(line.charAt(0)) && words.length >= 2 && words.length <= 6;
        return capitals && !TitleWords.isTitle(line)
                && (FIELDS.contains(words[words.length - 1]) || FIELDS.contains(words[0]) && words.length > 2);
    }

    /** {@code Nordwind Pumps} writes from nordwind-pumps.example: the letters of the line are the domain's, or begin with them. */
    private static boolean isDomain(String line, @Nullable Mailbox author) {
        if (author == null || line.split("\\s+", -1).length > 6) {
            return false;
        }
        String address = author.address().toLowerCase(Locale.ROOT);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        String name = letters(line);
        for (String label : domain.split("\\.", -1)) {
            String stem = letters(label);
            if (stem.length() >= 4 && !isCommon(stem)
                    && (name.equals(stem) || name.startsWith(stem) && name.length() <= stem.length() + 14)) {
                return Character.isUpperCase(line.charAt(0)) || Character.isDigit(line.charAt(0)) || name.equals(stem);
            }
        }
        return false;
    }

    private static boolean isCommon(String stem) {
        return Set.of("mail", "gmail", "outlook", "hotmail", "yahoo", "foxmail", "icloud", "sina", "example", "webmail",
                "test", "info", "sales").contains(stem);
    }

    private static String letters(String words) {
        StringBuilder out = new StringBuilder();
        words.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** {@return whether a line at the place of a company can be one: capitalised words without digits or signs} */
    static boolean mayBe(String line) {
        String last = line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        boolean start = Character.isUpperCase(line.charAt(0)) && !DEPARTMENTS.contains(last);
        return start
                && line.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '&' || c == '-' || c == '.');
    }
}
