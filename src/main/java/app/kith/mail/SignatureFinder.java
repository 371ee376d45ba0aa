package app.kith.mail;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the signature begins in a stretch of new text: at its mark, at the closing words of the letter, at a rule, or at
 * the lines with the author's name and how he is reached. Looks at the last forty lines with words only.
 */
final class SignatureFinder {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_MARKED = 60;
    private static final int LONGEST_POSTSCRIPT = 4;
    private static final int MOST_OF_WORK = 5;
    private static final int LONGEST_OF_WORK = 50;
    private static final int LONGEST_NOTICE = 3_000;
    /** A full stop that belongs to the last word: {@code San. ve Tic. A.Ş.}, {@code Ltd.}, {@code Dept.} */
    private static final Pattern ABBREVIATED = Pattern
            .compile("(?:^|[\\s,(])(?:(?:\\p{L}{1,2}\\.){1,4}|\\p{Lu}\\p{L}{1,3}\\.|[Dd]ept\\.)$");
    private static final Pattern DATE = Pattern.compile("(?:20)?\\d{2}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,4}日?");

    private final TextLines lines;
    private final BitSet history;
    private final AuthorName author;
    private final AuthorLine authorLine;
    private final SignatureReader reader;
    private final BitSet read = new BitSet();
    private final BitSet contact = new BitSet();
    private final BitSet judged = new BitSet();
    private final BitSet sentence = new BitSet();

    SignatureFinder(TextLines lines, BitSet history, @Nullable Mailbox author) {
        this.lines = lines;
        this.history = history;
        this.author = new AuthorName(author);
        this.authorLine = new AuthorLine(this.author);
        this.reader = new SignatureReader(author);
    }

    /** {@return the line with which the signature begins, or {@code to} where there is none} */
    int find(int from, int to) {
        int end = to;
        while (end > from && lines.isEmpty(end - 1)) {
            end--;
        }
        if (end == from || history.get(end - 1)) {
            return to;
        }
        int begin = marked(from, end);
        if (begin < end) {
            return begin;
        }
        int first = earliest(from, end);
        int program = programLines(first, end);
        begin = unmarked(first, program);
        return begin < program ? begin : program < end ? program : to;
    }

    private int marked(int from, int end) {
        int filled = 0;
        int mark = end;
        for (int i = end - 1; i >= from && filled <= LONGEST_MARKED; i--) {
            if (QuoteMarks.isSignatureMark(lines, i) && filled > 0) {
                mark = i;
            }
            filled += lines.isEmpty(i) ? 0 : 1;
        }
        return mark;
    }

    private int earliest(int from, int end) {
        int filled = 0;
        int first = end;
        while (first > from && filled < MOST_LINES) {
            first--;
            filled += lines.isEmpty(first) ? 0 : 1;
        }
        return first;
    }

    /** {@return where the lines begin that a telephone added at the end} */
    private int programLines(int first, int end) {
        int begin = end;
        for (int i = end - 1; i >= first; i--) {
            if (lines.isEmpty(i)) {
                continue;
            }
            if (begin < end && QuoteMarks.isRule(lines, i)) {
                begin = i;
                continue;
            }
            if (lines.length(i) > 70 || !SignatureWords.isProgramLine(lines.line(i))) {
                break;
            }
            begin = i;
        }
        return begin;
    }

    private int unmarked(int first, int end) {
        for (int i = first; i < end; i++) {
            int length = lines.length(i);
            if (length > 0 && !isLong(i) && begins(i, end)) {
                return author.isWhole(lines.line(i)) || authorLine.holdsMore(lines.line(i)) ? above(i, first) : i;
            }
        }
        int print = smallPrint(first, end);
        int block = contactBlock(first, print);
        if (block < print || print < end && print > first) {
            return block < print ? block : end;
        }
        int name = authorsName(first, end);
        int paragraph = lastParagraph(first, end);
        return paragraph < name ? paragraph : name;
    }

    private boolean begins(int line, int end) {
        String words = lines.line(line);
        if (SignatureWords.isClosing(words)) {
            return lines.nextFilled(line + 1) < end && isShortBlock(line + 1, end);
        }
        if (SignatureWords.isThanks(words)) {
            int next = lines.nextFilled(line + 1);
            return next < end && isName(lines.line(next)) && isShortBlock(next, end);
        }
        if (QuoteMarks.isRule(lines, line)) {
            int next = lines.nextFilled(line + 1);
            return next < end && isShortBlock(next, end)
                    && (authorLine.is(lines.line(next)) || contacts(next, end) >= 1);
        }
        boolean alone = line > 0 && lines.isEmpty(line - 1);
        if (authorLine.isCard(words) && isCard(line, end)) {
            return true;
        }
        if (words.length() <= 60
                && (alone || line > 0 && (author.isWhole(words) || authorLine.holdsMore(words) && !isSentence(line)))
                && isCard(line, end)) {
            return true;
        }
        return alone && isDashedName(words) && end - line <= 5 && isShortBlock(line, end);
    }

    /** The author's name alone, and below it few short lines, or some that tell how he is reached. */
    private boolean isCard(int line, int end) {
        String words = lines.line(line);
        boolean whole = author.isWhole(words);
        if (!whole && !author.isPart(words) && !author.isIn(words)) {
            return false;
        }
        int filled = 0;
        for (int i = line + 1; i < end; i++) {
            if (lines.isEmpty(i) || QuoteMarks.isRule(lines, i)) {
                continue;
            }
            if (isLong(i) || isSentence(i)) {
                return (filled >= 3 || isContact(line)) && contacts(line, i) >= 1 && isShortBlock(line, end);
            }
            filled++;
        }
        int few = whole ? 3 : author.isPart(words) ? 1 : 0;
        return filled > 0 && (filled <= few || contacts(line, end) >= 1);
    }

    /** {@code -Anna}: the old way of Usenet. */
    private static boolean isDashedName(String words) {
        if (words.length() < 3 || words.length() > 32 || "-—–~".indexOf(words.charAt(0)) < 0) {
            return false;
        }
        String name = words.substring(1).strip();
        return SignatureWords.looksLikeName(name)
                && (words.charAt(1) != ' ' || "—–".indexOf(words.charAt(0)) >= 0);
    }

    /** Lines of letters and contact data only, until a long small print begins. */
    private boolean isShortBlock(int from, int end) {
        int filled = 0;
        for (int i = from; i < end; i++) {
            if (lines.isEmpty(i)) {
                continue;
            }
            boolean sentence = isLong(i) || isSentence(i);
            if (sentence) {
                // Small print and slogans stand below what matters; a letter that goes on does not.
                return filled >= 3 || filled >= 1 && (SmallPrint.is(lines.line(i))
                        || isContact(from) && author.isIn(lines.line(from)));
            }
            filled++;
        }
        return filled <= MOST_LINES;
    }

    /** Whether a line is too long for a signature; one that dividers part may hold all of it. */
    private boolean isLong(int line) {
        int length = lines.length(line);
        return length > LONGEST_LINE && (length > 2 * LONGEST_LINE
                || !AuthorLine.isParted(lines.line(line)));
    }

    /** Whether a line is one of a letter; each is read once only. */
    private boolean isSentence(int line) {
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
                : ends && line.chars().filter(c -> c == ' ').count() >= 5;
    }

    /** {@return where the legal notices begin that stand below everything else} */
    private int smallPrint(int first, int end) {
        int begin = end;
        int i = end;
        while (i > first) {
            int paragraph = i;
            int print = i;
            while (paragraph > first && !lines.isEmpty(paragraph - 1)) {
                paragraph--;
                print = lines.length(paragraph) <= LONGEST_NOTICE && SmallPrint.is(lines.line(paragraph))
                        ? paragraph
                        : print;
            }
            if (print == i || paragraph == first && print == paragraph) {
                break;
            }
            if (print > paragraph && contacts(paragraph, print) >= 1) {
                // A notice directly below the lines that tell how somebody is reached.
                return print;
            }
            i = paragraph;
            while (i > first && lines.isEmpty(i - 1)) {
                i--;
            }
            begin = i;
        }
        return begin;
    }

    /** The last paragraphs, if they are nothing but ways to reach somebody. */
    private int contactBlock(int first, int end) {
        int begin = end;
        int i = beforePostscript(first, end);
        while (i > first && end - i < MOST_LINES) {
            int paragraph = i;
            while (paragraph > first && !lines.isEmpty(paragraph - 1)) {
                paragraph--;
            }
            if (!isContactParagraph(paragraph, i)) {
                break;
            }
            begin = paragraph;
            i = paragraph;
            while (i > first && lines.isEmpty(i - 1)) {
                i--;
            }
        }
        int contacts = contacts(begin, end);
        return contacts >= 2 || contacts == 1 && holdsAuthor(begin, end) ? begin : end;
    }

    /** {@return where the words end that stand above a last short paragraph like {@code P.S. …} or {@code 附：报价单}} */
    private int beforePostscript(int first, int end) {
        int paragraph = end;
        while (paragraph > first && !lines.isEmpty(paragraph - 1)) {
            paragraph--;
        }
        if (paragraph == first || end - paragraph > LONGEST_POSTSCRIPT
                || !SignatureReader.isPostscript(lines.line(paragraph))) {
            return end;
        }
        int above = paragraph;
        while (above > first && lines.isEmpty(above - 1)) {
            above--;
        }
        return above;
    }

    private boolean holdsAuthor(int from, int to) {
        for (int i = from; i < Math.min(to, from + 6); i++) {
            if (!isLong(i) && (author.isIn(lines.line(i)) || author.isPart(lines.line(i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isContactParagraph(int from, int to) {
        int filled = 0;
        for (int i = from; i < to; i++) {
            if (isLong(i) || isSentence(i)) {
                return false;
            }
            filled++;
        }
        return filled > 0 && filled <= 15 && (contacts(from, to) >= 1 && contacts(from, to) * 4 >= filled
                || authorLine.is(lines.line(from)) && filled <= 6 || author.isIn(lines.line(from)) && filled <= 6
                        && contacts(from, to) >= 1);
    }

    /** {@return how many lines tell how to reach somebody} */
    private int contacts(int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            if (isContact(i)) {
                found++;
            }
        }
        return found;
    }

    /** Whether a line tells how to reach somebody; each is read once only. */
    private boolean isContact(int line) {
        if (!read.get(line)) {
            read.set(line);
            contact.set(line, !lines.isEmpty(line) && !isLong(line) && reader.isContact(lines.line(line)));
        }
        return contact.get(line);
    }

    /** A letter that ends with nothing but its author's name. */
    private int authorsName(int first, int end) {
        int last = end - 1;
        while (last > first && lines.isEmpty(last)) {
            last--;
        }
        if (last > first && lines.length(last) <= 20 && DATE.matcher(lines.line(last)).matches()) {
            last--;
        }
        return last > first
                && (authorLine.is(lines.line(last)) || authorLine.holdsMore(lines.line(last)) && !isSentence(last))
                        ? above(last, first)
                        : end;
    }

    /** {@return where the lines begin that stand directly above the author's name and tell his company} */
    private int above(int name, int first) {
        int begin = name;
        while (begin > first + 1 && !lines.isEmpty(begin - 1) && lines.length(begin - 1) <= LONGEST_OF_WORK
                && isWork(lines.line(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private boolean isWork(String line) {
        return !isSentence(line) && (CompanyWords.strength(line, null) >= CompanyWords.USUAL
                || DepartmentWords.isNamed(line) || TitleWords.isTitle(line)
                || AuthorLine.PARTS.splitAsStream(line).anyMatch(part -> DepartmentWords.isNamed(part)
                        || CompanyWords.strength(part, null) == CompanyWords.SURE));
    }

    /** A last paragraph of few short lines that tell for whom somebody works: {@code 刘老师}, below it his school. */
    private int lastParagraph(int first, int end) {
        int begin = end;
        while (begin > first && !lines.isEmpty(begin - 1)) {
            begin--;
            if (end - begin > MOST_OF_WORK || lines.length(begin) > LONGEST_OF_WORK || isSentence(begin)) {
                return end;
            }
        }
        if (begin <= first || begin == end) {
            return end;
        }
        StringBuilder block = new StringBuilder();
        for (int i = begin; i < end; i++) {
            block.append(lines.line(i)).append('\n');
        }
        boolean work = reader.read(block.toString()).stream().anyMatch(field -> field.confidence() > 0.8
                && (field.kind() == SignatureField.Kind.COMPANY || field.kind() == SignatureField.Kind.DEPARTMENT));
        return work ? begin : end;
    }

    private boolean isName(String line) {
        return authorLine.is(line) || SignatureWords.looksLikeName(line)
                || line.length() <= 20 && line.indexOf(' ') < 0 && Character.isUpperCase(line.charAt(0));
    }
}
