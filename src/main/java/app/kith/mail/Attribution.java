package app.kith.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line, or the few lines, by which a program says whom it quotes: {@code On … Anna Keller wrote:}, {@code 在 … 写道：}. Known by a
 * word for writing, a colon at the end, and a date or an address before it.
 */
final class Attribution {
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 4;
    private static final String[] WRITING = {"wrote", "writes", "schrieb", "schreibt", "a écrit", "a ecrit", "écrivait",
            "escribió", "escribio", "ha escrito", "ha scritto", "scrisse", "escreveu", "schreef", "geschreven", "skrev",
            "kirjoitti",
            "napisał", "napisal", "napsal", "написал", "пишет", "писал", "пише", "yazdı", "írta", "a scris",
            "va escriure",
            "写道", "寫道", "写到", "來信", "写了", "写于", "さんは書きました", "さんが書きました", "のメール", "작성", "썼습니다", "wrote on"};
    /** How a line begins that a date or a name follows. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:on|at|am|le|el|il|em|op|den|på|w dniu|dnia|dne|dňa|em|la|no dia|pada|ngày|vào|за|в|on date|from|von|de)\\b.*"
                    + "|[\"'“<\\[*]?\\d.*|[在于於].*|.*[于於在]\\s?\\d.*|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)"
                    + "[a-z]*[.,] .*");
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}\\s?[-/.年]\\s?\\d{1,2}|\\d{1,2}[-/.]\\s?\\d{1,2}[-/.]\\s?\\d{2,4}|\\d{1,2}[:.h]\\d{2}|\\b(?:19|20)\\d{2}\\b|\\d日");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]@[\\w-]+\\.|mailto:|<[^<>\\s]+@[^<>\\s]+>");

    private Attribution() {}

    /** Before the date stands something that is neither a name nor an address: the author's own words, without a line break. */
    private static final Pattern OWN_WORDS = Pattern.compile(
            "(?i)(.{1,250}?)[ -]on (?:mon|tue|wed|thu|fri|sat|sun|\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).{4,}");

    /** How sure it is that a quote follows. */
    enum Strength {
        /** Introduces nothing. */
        NONE,
        /** Only where quoted lines follow. */
        WEAK,
        /** Even where the quoted lines bear no mark. */
        STRONG
    }

    /** {@return whether a line can be the last one of an attribution: it ends in a colon, or is a date and an address above a quote} */
    static boolean mayEnd(TextLines lines, int line) {
        if (lines.isEmpty(line) || lines.length(line) > LONGEST_LINE) {
            return false;
        }
        char last = lines.text.charAt(lines.end(line) - 1);
        return last == ':' || last == '：' || last == '>' && isBare(lines, line);
    }

    /** {@code 2011/4/7 Anna Keller <anna@x.example>} */
    private static boolean isBare(TextLines lines, int line) {
        int next = lines.nextFilled(line + 1);
        return Character.isDigit(lines.text.charAt(lines.start(line))) && next < lines.count() && lines.isQuoted(next)
                && isWhole(lower(lines, line));
    }

    /** {@return whether an attribution shares its line with words of the author, which must not be lost} */
    static boolean holdsOwnWords(TextLines lines, int line) {
        Matcher matcher = OWN_WORDS.matcher(lines.line(line));
        if (!matcher.matches() || BEGINNING.matcher(lower(lines, line)).matches()) {
            return false;
        }
        String before = matcher.group(1).strip();
        return !before.isEmpty() && before.indexOf('@') < 0 && !isWriting(before.toLowerCase(Locale.ROOT))
                && !SignatureWords.looksLikeName(before)
                && before.chars().anyMatch(Character::isLetter);
    }

    /** {@return the first line of the attribution that ends with a line; that line itself where no word for writing is in it} */
    static int firstLine(TextLines lines, int last) {
        int first = last;
        StringBuilder joined = new StringBuilder(lower(lines, last));
        while (!isWhole(joined) && last - first < MOST_LINES - 1 && first > 0 && goesOn(lines, first - 1)) {
            first--;
            joined.insert(0, lower(lines, first) + " ");
        }
        return isWhole(joined) ? first : last;
    }

    private static boolean goesOn(TextLines lines, int line) {
        return !lines.isEmpty(line) && !lines.isQuoted(line) && lines.length(line) <= LONGEST_LINE;
    }

    private static boolean isWhole(CharSequence joined) {
        return BEGINNING.matcher(joined).matches() && DATE.matcher(joined).find()
                || ADDRESS.matcher(joined).find() && DATE.matcher(joined).find();
    }

    /** {@return how surely lines introduce a quote} */
    static Strength strength(TextLines lines, int first, int last) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i <= last; i++) {
            joined.append(lower(lines, i)).append(' ');
        }
        boolean date = DATE.matcher(joined).find();
        boolean address = ADDRESS.matcher(joined).find();
        boolean writing = isWriting(joined.toString());
        // Yandex writes no word: 26.06.2014, 14:41, "Anna" <anna@x.example>:
        boolean bare = date && address && Character.isDigit(joined.charAt(0)) && joined.indexOf(">:") > 0;
        if (bare || writing && date && (address || BEGINNING.matcher(joined).matches())) {
            return Strength.STRONG;
        }
        return writing || date || address ? Strength.WEAK : Strength.NONE;
    }

    static boolean isWriting(String joined) {
        for (String word : WRITING) {
            if (joined.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String lower(TextLines lines, int line) {
        return lines.line(line).toLowerCase(Locale.ROOT);
    }
}
