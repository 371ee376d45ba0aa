package app.kith.mail;

import java.util.List;

/** Finds a signature that no mark and no closing words begin from its end: by the lines that tell who it is and how he is reached. */
final class SignatureTail {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_POSTSCRIPT = 4;
    private static final int MOST_OF_WORK = 5;
    private static final int MOST_KNOWN = 12;
    private static final int LONGEST_KNOWN = 90;
    private static final int LONGEST_OF_WORK = 50;
    private static final int LONGEST_NOTICE = 3_000;
    /** Lines of a signature below which one sentence may stand in its last paragraph: {@code We cannot give legal advice.} */
    private static final int FEWEST_ABOVE_SENTENCE = 4;

    private final TextLines lines;
    private final JudgedLines judged;
    private final AuthorName author;
    private final AuthorLine authorLine;
    private final SignatureReader reader;
    /** Whether the author's name in the header is not that of a person. */
    private final boolean ofHouse;

    SignatureTail(TextLines lines, JudgedLines judged, AuthorName author, AuthorLine authorLine,
            SignatureReader reader, boolean ofHouse) {
        this.lines = lines;
        this.judged = judged;
        this.author = author;
        this.authorLine = authorLine;
        this.reader = reader;
        this.ofHouse = ofHouse;
    }

    /** {@return where the legal notices begin that stand below everything else} */
    int smallPrint(int first, int end) {
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
            if (print > paragraph && judged.contacts(paragraph, print) >= 1) {
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
    int contactBlock(int first, int end) {
        int begin = end;
        int i = beforePostscript(first, end);
        while (i > first && end - i < MOST_LINES) {
            int paragraph = i;
            while (paragraph > first && !lines.isEmpty(paragraph - 1)) {
                paragraph--;
            }
            if (!isContactParagraph(paragraph, i) || begin < end && isOfAnother(paragraph)) {
                break;
            }
            begin = paragraph;
            i = paragraph;
            while (i > first && lines.isEmpty(i - 1)) {
                i--;
            }
        }
        int contacts = judged.contacts(begin, end);
        return contacts >= 2 || contacts == 1 && (holdsAuthor(begin, end) || isWorkOfSomebody(begin, end))
                ? begin
                : end;
    }

    /**
     * The last lines, as long as each tells something: a way to reach somebody, an address, a company, a position, the author. One
     * line may tell nothing. What a line with a colon introduces is somebody else's address.
     */
    int knownLines(int first, int end) {
        int begin = end;
        int ways = 0;
        int work = 0;
        int unknown = 0;
        int addresses = 0;
        int i = beforePostscript(first, end);
        while (i > first && (lines.isEmpty(i - 1) || lines.length(i - 1) <= 2 * LONGEST_KNOWN
                && (SmallPrint.isReference(lines.line(i - 1)) || SmallPrint.is(lines.line(i - 1)) || isNote(i - 1)))) {
            i--;
        }
        while (i > first && end - i < MOST_KNOWN && !lines.isEmpty(i - 1)) {
            i--;
            String line = lines.line(i);
            int here = judged.isLong(i) ? 0 : reader.ways(line);
            boolean labelled = here > 2 && line.length() <= LONGEST_NOTICE;
            if (!labelled && (line.length() > LONGEST_KNOWN || judged.isSentence(i))) {
                break;
            }
            boolean address = here == 0 && PostalWords.isAddress(line);
            boolean tells = address
                    || here == 0 && (judged.isWork(i) || authorLine.is(line) || authorLine.holdsMore(line));
            if (here == 0 && !tells && ++unknown > 1) {
                break;
            }
            ways += here + (address ? 1 : 0);
            addresses += address ? 1 : 0;
            work += tells && !address ? 1 : 0;
            begin = here > 0 || tells ? i : begin;
        }
        boolean introduced = begin > first && !lines.isEmpty(begin - 1) && lines.isIntroduction(begin - 1)
                || begin > first + 1 && lines.isEmpty(begin - 1)
                        && lines.isIntroduction(lines.lastFilled(begin - 1, first));
        for (int line = begin; introduced && line < i + MOST_KNOWN && line < end; line++) {
            introduced = !authorLine.is(lines.line(line)) && !authorLine.holdsMore(lines.line(line));
        }
        boolean card = ways >= 2 && (work > 0 || addresses > 0 && ways > addresses) || ways == 1 && work >= 2;
        return !introduced && card ? begin : end;
    }

    /** {@code *Prices are subject to change.}: below a star stands what belongs to the letter. */
    private boolean isNote(int line) {
        return !lines.isEmpty(line) && "*※＊".indexOf(lines.line(line).charAt(0)) >= 0 && judged.isSentence(line);
    }

    /** {@code Tom Miller, Purchasing Manager}: a paragraph about somebody else, above the author's own. */
    private boolean isOfAnother(int paragraph) {
        String line = lines.line(paragraph);
        int comma = line.indexOf(',');
        String name = comma > 0 ? line.substring(0, comma) : line;
        return !author.isNobody() && SignatureWords.looksLikeName(name) && !author.isPart(name) && !author.isIn(name)
                && CompanyWords.strength(name, null) == 0 && !DepartmentWords.is(name) && !TitleWords.isTitle(name);
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
            if (!judged.isLong(i) && (author.isIn(lines.line(i)) || author.isPart(lines.line(i)))) {
                return true;
            }
        }
        return false;
    }

    /** A name, and directly below it two lines that tell for whom he works and as what. */
    private boolean isWorkOfSomebody(int from, int to) {
        return to - from > 3 && SignatureWords.looksLikeName(lines.line(from)) && judged.isWork(from + 1)
                && !lines.isEmpty(from + 2) && judged.isWork(from + 2);
    }

    private boolean isContactParagraph(int from, int to) {
        int filled = 0;
        for (int i = from; i < to; i++) {
            if (judged.isLong(i) || judged.isSentence(i)) {
                return i == to - 1 && filled >= FEWEST_ABOVE_SENTENCE && judged.contacts(from, i) >= 1
                        && judged.isContact(i - 1) && judged.isWork(from + 1);
            }
            filled++;
        }
        return filled > 0 && filled <= 15 && (judged.contacts(from, to) >= 1 && judged.contacts(from, to) * 4 >= filled
                || authorLine.is(lines.line(from)) && filled <= 6 || author.isIn(lines.line(from)) && filled <= 6
                        && judged.contacts(from, to) >= 1);
    }

    /** A last paragraph of few short lines that tell for whom somebody works: {@code 刘老师}, below it his school. */
    int lastParagraph(int first, int end) {
        int begin = end;
        while (begin > first && !lines.isEmpty(begin - 1)) {
            begin--;
            if (end - begin > MOST_OF_WORK || lines.length(begin) > LONGEST_OF_WORK || judged.isSentence(begin)) {
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
        List<SignatureField> fields = reader.read(block.toString());
        boolean work = fields.stream().anyMatch(field -> field.confidence() > 0.8
                && (field.kind() == SignatureField.Kind.COMPANY || field.kind() == SignatureField.Kind.DEPARTMENT));
        // Of a house that writes: who signs, and what he is.
        boolean signed = ofHouse
                && fields.stream().anyMatch(field -> field.kind() == SignatureField.Kind.NAME)
                && fields.stream().anyMatch(field -> field.kind() == SignatureField.Kind.TITLE);
        return work || signed ? begin : end;
    }
}
