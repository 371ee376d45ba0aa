package app.kith.mail;

import java.util.Locale;
import java.util.Set;

/** Whether words can begin with a form of address or end with a degree at all: cheap to ask before the expressions that find them. */
final class DegreeWords {
    private static final Set<String> BEFORE = Set.of("i", "inh", "inhaber", "inhaberin", "gez", "ppa", "mr", "mrs",
            "ms",
            "miss", "eng", "engr", "ing", "mgr", "bc", "judr", "mudr", "phdr", "rndr", "dr", "prof", "dott", "avv",
            "geom", "rag", "lic", "adv", "hr", "fr", "univ", "ir", "drs", "dra", "arq", "capt", "rev", "khun", "per",
            "alhaji", "alhaja", "hajia", "haji", "hj", "haj", "barr",
            "barrister", "arc", "surv", "pharm", "tpl", "bldr", "pastor", "sheikh", "shaikh", "dato", "datuk", "tan",
            "puan",
            "encik", "tuan", "shri", "smt", "sri", "kumari", "ustad", "maulana", "mlle", "doña", "srta", "sra", "sr",
            "cp",
            "c", "padre", "sister", "sir", "dame", "lady", "hon", "maj", "lt", "sgt", "insp", "supt", "kand",
            "docent", "bapak", "bpk", "ibu", "ông", "bà", "chị", "thầy", "cô", "pan", "pani", "pán", "paní", "p", "b",
            "m", "ma", "di", "mag", "arch", "sig", "mme", "herr", "frau");
    private static final Set<String> BEHIND = Set.of("phd", "mba", "msc", "bsc", "cpa", "cfa", "pmp", "esq", "md", "ma",
            "mrics", "frics", "fcca", "acca", "ba", "beng", "meng", "bcom", "llb", "llm", "mciob", "mcips", "fcips",
            "cips", "ceng", "peng", "pe", "rn", "cpsm", "cscp", "csm", "pgdip", "dba", "emba", "phil", "bc");
    private static final int LONGEST = 8;

    private DegreeWords() {}

    static boolean mayBegin(String words) {
        int end = 0;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        if (end == 0 || end == words.length()) {
            return false;
        }
        String first = words.substring(0, end).toLowerCase(Locale.ROOT);
        return BEFORE.contains(first) || first.startsWith("dipl") || first.startsWith("dkfm");
    }

    static boolean mayEnd(String words) {
        if (words.isEmpty()) {
            return false;
        }
        char last = words.charAt(words.length() - 1);
        if (last == ')' || last == '）') {
            return true;
        }
        int from = Math.max(words.lastIndexOf(' '), Math.max(words.lastIndexOf(','), words.lastIndexOf('\u00A0'))) + 1;
        if (from == 0) {
            return false;
        }
        if (last == '士' || last == '工') {
            return true;
        }
        int letters = 0;
        int large = 0;
        for (int i = from; i < words.length(); i++) {
            char c = words.charAt(i);
            letters += c == '.' ? 0 : 1;
            large += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters <= LONGEST
                && (large > 1 || BEHIND.contains(words.substring(from).replace(".", "").toLowerCase(Locale.ROOT)));
    }
}
