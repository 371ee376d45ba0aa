package app.kith.mail;

import java.util.BitSet;
import java.util.regex.Pattern;

/** The lines of a letter, judged: whether one is long, a sentence, a way to reach somebody, or tells for whom he works. Each is judged once. */
final class JudgedLines {
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_OF_WORK = 30;
    private static final int LONGEST_WITH_MOTTO = 60;
    /** A full stop that belongs to the last word: {@code San. ve Tic. A.Ş.}, {@code Ltd.}, {@code Dept.} */
    private static final Pattern ABBREVIATED = Pattern
            .compile("(?:^|[\\s,(])(?:(?:\\p{L}{1,2}\\.){1,4}|\\p{Lu}\\p{L}{1,3}\\.|[Dd]ept\\.)$");

    private final TextLines lines;
    private final AuthorLine authorLine;
    private final SignatureReader reader;
    private final BitSet read = new BitSet();
    private final BitSet contact = new BitSet();
    private final BitSet judged = new BitSet();
    private final BitSet sentence = new BitSet();

    JudgedLines(TextLines lines, AuthorLine authorLine, SignatureReader reader) {
        this.lines = lines;
        this.authorLine = authorLine;
        this.reader = reader;
    }

    /** Whether a line is too long for a signature; one that dividers part may hold all of it. */
    boolean isLong(int line) {
        int length = lines.length(line);
        return length > LONGEST_LINE && (length > 2 * LONGEST_LINE
                || !AuthorLine.isParted(lines.line(line)) && !authorLine.isCommaCard(lines.line(line)));
    }

    /** Whether a line is one of a letter; each is read once only. */
    boolean isSentence(int line) {
        if (!judged.get(line)) {
            judged.set(line);
            sentence.set(line, isSentence(lines.line(line)));
        }
        return sentence.get(line);
    }

    private boolean isSentence(String line) {
        char last = line.charAt(line.length() - 1);
        boolean ends = last == '.' || last == '?' || last == '!' || last == '。' || last == '？' || last == '！'
                || last == ';';
        if (last == '.' && line.length() < LONGEST_LINE && (line.indexOf('|') > 0 || ABBREVIATED.matcher(line).find()
                || CompanyWords.isCompany(line, null) || PostalWords.isAddress(line))) {
            return false;
        }
        return SignatureWords.hasHan(line)
                ? ends && last != '.' && line.length() > 12
                        || line.indexOf('，') > 0 && line.length() > 16 && !reader.isContact(line)
                                && !PostalWords.isAddress(line.substring(0, line.indexOf('，')))
                : ends && line.chars().filter(c -> c == ' ').count() >= 5 && !isHouseWithMotto(line);
    }

    /** {@code Fahrschule Rehm – sicher ans Ziel!} */
    private static boolean isHouseWithMotto(String line) {
        int dash = Math.max(line.indexOf(" – "), Math.max(line.indexOf(" - "), line.indexOf(" — ")));
        return dash > 0 && line.length() <= LONGEST_WITH_MOTTO && line.indexOf(':') < 0
                && CompanyWords.strength(line.substring(0, dash), null) >= CompanyWords.USUAL;
    }

    /** {@return how many lines tell how to reach somebody} */
    int contacts(int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            if (isContact(i)) {
                found++;
            }
        }
        return found;
    }

    /** Whether a line tells how to reach somebody; each is read once only. */
    boolean isContact(int line) {
        if (!read.get(line)) {
            read.set(line);
            contact.set(line, !lines.isEmpty(line) && !isLong(line) && reader.isContact(lines.line(line)));
        }
        return contact.get(line);
    }

    /** {@return how many lines tell work, an address or a short number} */
    int known(int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            found += !lines.isEmpty(i) && !isLong(i) && (isWork(i)
                    || PostalWords.isAddress(lines.line(i)) || NumberRegion.isLocal(lines.line(i))) ? 1 : 0;
        }
        return found;
    }

    /** Whether a line tells for whom somebody works, or as what. */
    boolean isWork(int number) {
        String line = lines.line(number);
        return !isSentence(number) && (isHouseWithMotto(line) || CompanyWords.strength(line, null) >= CompanyWords.USUAL
                || DepartmentWords.isNamed(line)
                || line.indexOf(' ') > 0 && line.length() <= LONGEST_OF_WORK && DepartmentWords.is(line)
                || TitleWords.isTitle(line)
                || AuthorLine.PARTS.splitAsStream(line).anyMatch(part -> DepartmentWords.isNamed(part)
                        || CompanyWords.strength(part, null) == CompanyWords.SURE
                        || SignatureWords.hasHan(part) && line.length() <= LONGEST_OF_WORK
                                && TitleWords.isTitle(part)));
    }
}
