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
    private static final int LONGEST_MARKED = 60;
    private static final int LONGEST_OF_WORK = 50;
    /** Letters of a line that is nothing but a greeting. */
    private static final int SHORT = 24;
    private static final int MOST_ABOVE = 3;
    private static final int FEWEST_OF_HEAD = 3;
    private static final int MOST_OF_HEAD = 10;
    private static final Pattern DATE = Pattern.compile("(?:20)?\\d{2}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,4}日?");

    private static final Pattern NAME_OF_HOUSE = Pattern.compile("(?!.*[谢謝请請您好])\\p{IsHan}{2,10}");

    private final TextLines lines;
    private final BitSet history;
    private final AuthorName author;
    private final AuthorLine authorLine;
    private final JudgedLines judged;
    private final SignatureTail tail;
    private final @Nullable Mailbox mailbox;

    SignatureFinder(TextLines lines, BitSet history, @Nullable Mailbox author) {
        this.lines = lines;
        this.history = history;
        this.author = new AuthorName(author);
        this.authorLine = new AuthorLine(this.author);
        this.mailbox = author;
        SignatureReader reader = new SignatureReader(author, authorLine);
        this.judged = new JudgedLines(lines, authorLine, reader);
        this.tail = new SignatureTail(lines, judged, this.author, authorLine, reader,
                Organisation.is(author));
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
            return aboveMark(begin, from, end);
        }
        int first = earliest(from, end);
        int program = programLines(first, end);
        begin = unmarked(first, program);
        return begin < program ? begin : program < end ? program : to;
    }

    /**
     * A card at the head of a letter: the author's name, below it in the same paragraph his work and how he is reached. {@return the line
     * behind it, or {@code from} where there is none}
     */
    int headOf(int from, int to) {
        int begin = Math.min(lines.nextFilled(from), to);
        int end = begin;
        while (end < to && end - begin < MOST_OF_HEAD && !lines.isEmpty(end) && !judged.isLong(end)
                && !judged.isSentence(end)) {
            end++;
        }
        if (end - begin < FEWEST_OF_HEAD || end >= to || !lines.isEmpty(end) || !author.isWhole(lines.line(begin))
                && !authorLine.holdsMore(lines.line(begin)) || judged.contacts(begin, end) == 0) {
            return from;
        }
        for (int i = author.isWhole(lines.line(begin)) ? begin + 1 : begin; i < end; i++) {
            if (judged.isWork(i)) {
                return end;
            }
        }
        return from;
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

    /** {@return where the author's name stands that is all above a mark below which it does not stand; else the mark} */
    private int aboveMark(int mark, int from, int end) {
        int name = mark - 1;
        while (name > from && lines.isEmpty(name)) {
            name--;
        }
        int lowest = mark - 2;
        while (name > from + 1 && mark - name <= MOST_ABOVE && !lines.isEmpty(name - 1) && judged.isWork(name)) {
            // The position stands between the name and the mark.
            name--;
            lowest--;
        }
        if (name <= from || name < lowest || !isNameAlone(name) && !isWithClosing(name)) {
            return mark;
        }
        for (int i = mark + 1; i < end; i++) {
            if (!lines.isEmpty(i) && (authorLine.is(lines.line(i)) || author.isIn(lines.line(i)))) {
                return mark;
            }
        }
        return name;
    }

    /** The author's name and nothing else, below a closing or a blank line. */
    private boolean isNameAlone(int line) {
        return authorLine.is(lines.line(line)) && (lines.isEmpty(line - 1) || lines.length(line - 1) <= SHORT);
    }

    /** {@code Best, Tom}, {@code Pozdrawiam, Grzegorz Serwis AGD} */
    private boolean isWithClosing(int line) {
        return lines.length(line) <= 2 * LONGEST_OF_WORK && authorLine.behindClosing(lines.line(line)) > 0;
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
            if (length > 0 && !judged.isLong(i) && begins(i, end)) {
                return author.isWhole(lines.line(i)) || authorLine.holdsMore(lines.line(i))
                        ? companyAbove(above(i, first), first, end)
                        : QuoteMarks.isRule(lines, i) ? nameAbove(i, first) : i;
            }
        }
        int print = tail.smallPrint(first, end);
        int block = tail.contactBlock(first, print);
        if (block == print) {
            block = tail.knownLines(first, print);
        }
        if (block < print || print < end && print > first) {
            return block < print ? topOfParagraph(nameAbove(block, first), first, print) : end;
        }
        int name = authorsName(first, end);
        int paragraph = tail.lastParagraph(first, end);
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
                    && (authorLine.is(lines.line(next)) || judged.contacts(next, end) >= 1);
        }
        boolean alone = line > 0 && lines.isEmpty(line - 1);
        if (line > 0 && isWithClosing(line) && (line + 1 == end || isShortBlock(line, end))) {
            return true;
        }
        if (authorLine.isCard(words) && isCard(line, end)) {
            return true;
        }
        if (words.length() <= 60
                && (alone || line > 0
                        && (author.isWhole(words) || authorLine.holdsMore(words) && !judged.isSentence(line)))
                && isCard(line, end)) {
            return true;
        }
        return alone && isDashedName(words) && end - line <= 5 && isShortBlock(line, end);
    }

    /** The author's name alone, and below it few short lines, or some that tell how he is reached. */
    private boolean isCard(int line, int end) {
        String words = lines.line(line);
        boolean whole = author.isWhole(words);
        if (!whole && !author.isPart(words) && !author.isIn(words) && !authorLine.holdsMore(words)) {
            return false;
        }
        int filled = 0;
        for (int i = line + 1; i < end; i++) {
            if (lines.isEmpty(i) || QuoteMarks.isRule(lines, i)) {
                continue;
            }
            if (judged.isLong(i) || judged.isSentence(i)) {
                return (filled >= 3 || whole && filled >= 2 || judged.isContact(line)) && judged.contacts(line, i) >= 1
                        && isShortBlock(line, end);
            }
            filled++;
        }
        if (filled == 0) {
            return authorLine.isCard(words);
        }
        int few = whole ? 3 : author.isPart(words) ? 1 : 0;
        return filled <= few || judged.contacts(line, end) >= 1
                || filled <= 3 && judged.isWork(lines.nextFilled(line + 1))
                || whole && filled <= MOST_OF_HEAD && judged.known(line + 1, end) * 2 >= filled;
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
            boolean sentence = judged.isLong(i) || judged.isSentence(i);
            if (sentence) {
                // Small print and slogans stand below what matters; a letter that goes on does not.
                return filled >= 3 || filled >= 1 && (SmallPrint.is(lines.line(i))
                        || judged.isContact(from) && author.isIn(lines.line(from)));
            }
            filled++;
        }
        return filled <= MOST_LINES;
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
                && (authorLine.is(lines.line(last))
                        || authorLine.holdsMore(lines.line(last)) && !judged.isSentence(last))
                                ? above(last, first)
                                : end;
    }

    /** {@return where the lines begin that stand directly above the author's name and tell his company} */
    private int above(int name, int first) {
        int begin = name;
        while (begin > first + 1 && !lines.isEmpty(begin - 1) && lines.length(begin - 1) <= LONGEST_OF_WORK
                && judged.isWork(begin - 1)) {
            begin--;
        }
        int top = begin;
        while (top > first + 1 && name - top < MOST_ABOVE && !lines.isEmpty(top - 1)
                && lines.length(top - 1) <= SHORT && SignatureWords.hasHan(lines.line(top - 1))
                && !judged.isSentence(top - 1) && NAME_OF_HOUSE.matcher(lines.line(top - 1)).matches()) {
            top--;
        }
        // 远景县人民法院, below it a part of it that no word tells
        return top < begin && judged.isWork(top) && (lines.isEmpty(top - 1) || QuoteMarks.isRule(lines, top - 1))
                ? top
                : begin;
    }

    /** {@return where the name and position begin that stand directly above a rule, or above the lines that tell how he is reached} */
    private int nameAbove(int begin, int first) {
        int above = begin;
        while (above > first + 1 && begin - above < MOST_ABOVE && !lines.isEmpty(above - 1)
                && lines.length(above - 1) <= LONGEST_OF_WORK && !judged.isSentence(above - 1)
                && (judged.isWork(above - 1) || author.isPart(lines.line(above - 1))
                        || SignatureWords.looksLikeName(lines.line(above - 1)))) {
            above--;
        }
        return above;
    }

    /** Directly above the author, below a blank line, one short line of Han characters: the house that no word tells. */
    private int companyAbove(int begin, int first, int end) {
        if (begin - 1 <= first || lines.isEmpty(begin - 1)) {
            return begin;
        }
        if (!Organisation.is(mailbox)
                && (!lines.isEmpty(begin - 2) || !NAME_OF_HOUSE.matcher(lines.line(begin - 1)).matches())) {
            return begin;
        }
        return topOfParagraph(begin, first, end);
    }

    /** {@return the top of the paragraph, where at most two short lines without an end stand between: a department, a house} */
    private int topOfParagraph(int begin, int first, int end) {
        int top = begin;
        while (top > first && begin - top < MOST_ABOVE && !lines.isEmpty(top - 1)) {
            String line = lines.line(top - 1);
            char last = line.charAt(line.length() - 1);
            char start = line.charAt(0);
            if (line.length() > LONGEST_OF_WORK || ".,:!?;，。：！？；…)".indexOf(last) >= 0
                    || !Character.isUpperCase(start) && !SignatureWords.isHan(start)) {
                return begin;
            }
            top--;
        }
        return top > first && begin - top < MOST_ABOVE && lines.isEmpty(top - 1) && judged.contacts(begin, end) > 0
                ? top
                : begin;
    }

    private boolean isName(String line) {
        return authorLine.is(line) || SignatureWords.looksLikeName(line)
                || line.length() <= 20 && line.indexOf(' ') < 0 && Character.isUpperCase(line.charAt(0));
    }
}
