package app.kith.mail;

import java.util.BitSet;

/** Tells which lines of a text are quoted history, in one pass; what it cannot tell is new. */
final class QuoteFinder {
    private static final int WRAPPED_LINE = 62;
    private static final int WRAPPED_REST = 30;

    private final TextLines lines;
    private final BitSet history = new BitSet();

    private QuoteFinder(TextLines lines) {
        this.lines = lines;
    }

    /** {@return the numbers of the lines that are history; blank lines are never among them unless all that follows is} */
    static BitSet find(TextLines lines) {
        QuoteFinder finder = new QuoteFinder(lines);
        int line = 0;
        while (line < lines.count()) {
            line = finder.read(line);
        }
        return finder.history;
    }

    /** Reads a line and what belongs to it. Returns the next line to read. */
    private int read(int line) {
        if (lines.isEmpty(line)) {
            return line + 1;
        }
        if (lines.isQuoted(line)) {
            history.set(line);
            return line + 1;
        }
        if (QuoteMarks.announcesOlder(lines, line)) {
            int header = lines.nextFilled(line + 1);
            return older(line, Math.max(header, OlderHeader.endAt(lines, header, true)));
        }
        boolean rule = QuoteMarks.isRule(lines, line);
        int header = OlderHeader.endAt(lines, rule ? lines.nextFilled(line + 1) : line, rule);
        if (header >= 0) {
            return older(line, header);
        }
        if (QuoteMarks.beginsListFoot(lines, line)) {
            history.set(line, lines.count());
            return lines.count();
        }
        if (Attribution.mayEnd(lines, line)) {
            return attribution(line);
        }
        if (isWrappedRest(line)) {
            history.set(line);
        }
        return line + 1;
    }

    /** Below the header of an older message all is old, unless its lines are marked: then an answer may stand below them. */
    private int older(int from, int behindHeader) {
        int next = lines.nextFilled(behindHeader);
        int to = next < lines.count() && lines.isQuoted(next) ? next : lines.count();
        history.set(from, to);
        return to;
    }

    private int attribution(int line) {
        int next = lines.nextFilled(line + 1);
        boolean marked = next < lines.count() && lines.isQuoted(next) && next - line <= 6;
        int first = Attribution.firstLine(lines, line);
        Attribution.Strength strength = Attribution.strength(lines, first, line);
        if (Attribution.holdsOwnWords(lines, first)) {
            return line + 1;
        }
        if (marked && strength != Attribution.Strength.NONE) {
            history.set(first, line + 1);
        } else if (strength == Attribution.Strength.STRONG && next < lines.count()) {
            history.set(first, lines.count());
            return lines.count();
        }
        return line + 1;
    }

    /** The end of a quoted line that was broken on its way: after a long line, or inside a link. */
    private boolean isWrappedRest(int line) {
        if (line == 0 || line + 1 >= lines.count() || !lines.isQuoted(line - 1) || !lines.isQuoted(line + 1)) {
            return false;
        }
        boolean wrapped = lines.length(line) <= WRAPPED_REST && lines.length(line - 1) >= WRAPPED_LINE;
        return wrapped || isInLink(line);
    }

    private boolean isInLink(int line) {
        String words = lines.line(line);
        boolean link = words.startsWith("(http") || words.startsWith("<http");
        return link || words.endsWith(")") && words.indexOf(' ') < 0 && lines.line(line - 1).contains("(http");
    }
}
