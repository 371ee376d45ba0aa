package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that make a line the part of a company where somebody works. */
final class DepartmentWords {
    /** {@code 采购部}, {@code 销售二部}, {@code 計算機學院}; a company's own name ends otherwise. */
    private static final Pattern HAN = Pattern.compile(
            "\\p{IsHan}{1,10}(?:部|部门|部門|课|課|科|处|處|办|辦|组|組|事业部|車間|车间|教研室)"
                    + "(?:[ 　]?第?[一二三四五六七八九十\\d]{1,2}[部课課科组組])?|(?:研发|技术|市场|销售|营销|运营|客服|供应链|采购|质量|财务|服务|售后)(?:中心|室)");
    private static final Pattern HAN_SCHOOL = Pattern.compile("(?!.*(?:职业|技术学院|师范|大学))\\p{IsHan}{2,6}(?:学院|學院|系)");
    /** The word that stands for a part of a company, at the end ({@code Export Dept.}) or first ({@code Departamento de Compras}). */
    private static final Set<String> LAST = Set.of("department", "dept", "dept.", "team", "section", "division", "unit",
            "desk", "office", "abteilung", "bereich", "service", "procurement", "purchasing", "accounts", "accounting",
            "logistics", "marketing", "operations", "engineering", "development", "relations", "resources", "health");
    private static final Set<String> FIRST = Set.of("department", "dept", "dept.", "abteilung", "abt.", "service",
            "département", "departamento", "depto.", "dpto.", "dpto", "ufficio", "uff.", "reparto", "dział", "oddělení",
            "afdeling", "avdelning", "avdeling", "отдел", "direction");
    private static final Set<String> ALONE = Set.of("einkauf", "vertrieb", "disposition", "buchhaltung", "logistik",
            "qualitätsmanagement", "produktmanagement", "qualitätssicherung", "personalabteilung", "auftragsabwicklung",
            "innendienst", "versand", "arbeitsvorbereitung", "entwicklung", "konstruktion", "purchasing", "procurement",
            "accounting", "logistics", "marketing", "operations", "engineering", "inköp", "innkjøp", "indkøb", "inkoop",
            "achats", "compras", "acquisti", "zakupy", "nákup", "закупки");
    /** What a part of a company does; before it stand only words that narrow it. */
    private static final Set<String> WORK = Set.of("export", "import", "sales", "purchasing", "procurement", "customer",
            "product", "quality", "overseas", "global", "international", "domestic", "public", "human", "technical",
            "occupational", "business", "foreign", "trade", "after-sales", "supply", "chain", "chartering", "finance",
            "financial", "legal", "r&d", "research", "it", "hr", "sourcing", "accounts", "strategischer", "technischer",
            "shipping", "documentation", "marketing", "production", "project", "projects", "design", "service",
            "support", "1st", "2nd", "3rd", "no.1", "no.2");

    private DepartmentWords() {}

    /** {@return whether words name a part of a company rather than a company or a position} */
    static boolean is(String line) {
        String words = line.strip();
        if (words.length() < 2 || words.length() > 50) {
            return false;
        }
        if (SignatureWords.hasHan(words)) {
            return isHan(words);
        }
        return words.chars().noneMatch(Character::isDigit) && isLatin(words.toLowerCase(Locale.ROOT));
    }

    private static boolean isHan(String words) {
        int slash = words.indexOf('/');
        if (slash > 0) {
            return is(words.substring(0, slash)) && is(words.substring(slash + 1));
        }
        return HAN.matcher(words).matches() && !words.endsWith("公司") || HAN_SCHOOL.matcher(words).matches();
    }

    private static boolean isLatin(String words) {
        String[] each = words.split("\\s+", -1);
        if (each.length == 1) {
            return ALONE.contains(words);
        }
        if (each.length > 6) {
            return false;
        }
        if (each.length == 2 && each[1].equals("sales") && WORK.contains(each[0])) {
            return true;
        }
        if (FIRST.contains(each[0]) || ALONE.contains(each[each.length - 1]) && each.length == 2
                && WORK.contains(each[0])) {
            return true;
        }
        return LAST.contains(each[each.length - 1]) && each.length <= 4 && allWork(each);
    }

    /** {@code Chartering & Operations}, {@code Overseas Procurement Section}, but not {@code Acme Engineering}. */
    private static boolean allWork(String[] words) {
        for (int i = 0; i < words.length - 1; i++) {
            if (!WORK.contains(words[i]) && !words[i].equals("&") && !words[i].equals("and")) {
                return false;
            }
        }
        return true;
    }
}
