package app.kith.contact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a branch taken apart: whose branch it is, and which. 华为技术有限公司上海分公司 is the branch 上海 of 华为技术有限公司,
 * and "Nordwind GmbH, Niederlassung Hamburg" the branch hamburg of Nordwind GmbH.
 *
 * @param parent the company's name without the branch; the whole name where it is no branch
 * @param branch which branch, folded; empty where it is no branch
 */
public record CompanyBranch(String parent, String branch) {
    private static final String HAN_ENDS = "分公司|子公司|分行|支行|办事处|代表处|联络处|分厂|分部|分院|分校|分店|门店|营业部|经营部|工厂|店";
    private static final Pattern HAN_BEHIND_FORM = Pattern
            .compile("(.*?(?:公司|集团|银行|酒店|医院|大学))[（(\\s,，-]*驻?(\\S{1,12}?)(?:" + HAN_ENDS + ")[)）]?");
    private static final Pattern HAN_BRACKET = Pattern.compile("(.{2,}?)[（(](\\S{1,12}?)(?:" + HAN_ENDS + ")[)）]");
    private static final Pattern HAN_ENDING = Pattern
            .compile("(.{2,}?)(?:分公司|分行|支行|办事处|代表处|分厂|分部|分店|营业部)");
    private static final Set<String> MARKS = Set.of("branch", "branches", "niederlassung", "zweigniederlassung",
            "zweigstelle", "filiale", "geschaftsstelle", "standort", "succursale", "agence", "sucursal", "filial",
            "branch office", "representative office", "rep office", "regional office", "office", "buro", "site",
            "plant",
            "werk", "warehouse", "depot", "store");
    private static final Pattern LATIN = Pattern.compile("[\\p{L}\\d&.'\u2019/+-]+");
    private static final int MOST_WORDS = 3;

    /**
     * Takes a name apart.
     *
     * @param written the name of a company or of a branch
     * @return its parts
     */
    public static CompanyBranch of(String written) {
        String name = written.strip();
        return Han.in(name) ? chinese(name) : latin(name);
    }

    private static CompanyBranch chinese(String name) {
        for (Pattern pattern : List.of(HAN_BEHIND_FORM, HAN_BRACKET)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                return new CompanyBranch(matcher.group(1).strip(), folded(matcher.group(2)));
            }
        }
        Matcher ending = HAN_ENDING.matcher(name);
        if (ending.matches()) {
            String before = ending.group(1);
            for (int length = Math.min(4, before.length() - 2); length >= 2; length--) {
                String place = before.substring(before.length() - length);
                String known = place.endsWith("市") || place.endsWith("省") ? place.substring(0, length - 1) : place;
                if (CompanyName.place(known) != null) {
                    return new CompanyBranch(before.substring(0, before.length() - length).strip(), folded(place));
                }
            }
        }
        return new CompanyBranch(name, "");
    }

    private static CompanyBranch latin(String name) {
        String[] parts = name.split("\\s*(?:,|\\(|\\)|\\s[-\u2013\u2014/]\\s|\\|)\\s*", -1);
        for (int i = 1; i < parts.length; i++) {
            if (isBranch(parts[i], true) && !parts[0].isBlank()) {
                return new CompanyBranch(parts[0].strip(), without(parts[i]));
            }
        }
        return unbroken(name);
    }

    /** A site stands behind a divider: it says that it is one, or it is a place that is known. */
    private static boolean isBranch(String part, boolean divided) {
        String folded = folded(part);
        List<String> words = List.of(folded.split(" ", -1));
        boolean marked = words.stream().anyMatch(MARKS::contains);
        boolean place = divided && CompanyName.place(folded.replace(" ", "")) != null;
        return words.size() <= MOST_WORDS + 1 && !folded.isEmpty() && (marked || place);
    }

    /** Without a divider the branch stands behind the legal form, and says that it is one or names a place that is known. */
    private static CompanyBranch unbroken(String name) {
        Matcher words = LATIN.matcher(name);
        int behind = -1;
        while (words.find()) {
            String word = folded(words.group());
            if (CompanyName.isForm(word) && words.start() > 0) {
                behind = words.end();
            }
        }
        if (behind > 0 && behind < name.length() && isBranch(name.substring(behind), true)) {
            return new CompanyBranch(name.substring(0, behind).strip(), without(name.substring(behind)));
        }
        String folded = folded(name);
        for (String mark : List.of("branch", "niederlassung", "zweigniederlassung", "filiale", "succursale",
                "sucursal")) {
            if (folded.endsWith(" " + mark)) {
                return ending(name, mark);
            }
        }
        return new CompanyBranch(name, "");
    }

    /** "Northgate Trading Shanghai Branch": the word before the mark is the place. */
    private static CompanyBranch ending(String name, String mark) {
        String before = name.substring(0, name.toLowerCase(Locale.ROOT).lastIndexOf(mark.substring(0, 4))).strip();
        int blank = before.lastIndexOf(' ');
        return blank < 0
                ? new CompanyBranch(name, "")
                : new CompanyBranch(before.substring(0, blank).strip(),
                        folded(before.substring(blank + 1)));
    }

    private static String without(String part) {
        String rest = String.join(" ", List.of(folded(part).split(" ", -1)).stream()
                .filter(word -> !MARKS.contains(word)).toList()).strip();
        return rest.isEmpty() ? folded(part) : rest;
    }

    private static String folded(String text) {
        return LatinText.words(LatinText.folded(text)).strip();
    }

    /** {@return whether it is a branch} */
    public boolean isBranch() {
        return !branch.isEmpty();
    }
}
