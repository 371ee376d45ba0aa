package app.kith.mail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message's text taken apart: what its author wrote anew, his signature, and what was quoted or added by programs. The ranges do
 * not overlap, are in order, begin and end with words, and hold every word of the text.
 *
 * @param text the text that was taken apart, LF line ends
 * @param own the ranges of the new text; empty where all is quoted
 * @param signatureRange the signature block with the mark or the closing words that it begins with; null where there is none
 * @param history the ranges of quoted messages, with the lines that introduce them, and of what a mailing list added
 */
public record NewText(String text, List<TextRange> own, @Nullable TextRange signatureRange, List<TextRange> history) {
    private static final int BEGINNING = 20_000;

    /** Keeps its own copies of the lists. */
    public NewText {
        own = List.copyOf(own);
        history = List.copyOf(history);
    }

    /**
     * Takes the text of a message apart.
     *
     * @param mail the message; its author's name helps to find a signature without a mark
     * @return its parts
     */
    public static NewText of(Mail mail) {
        return of(mail.text(), mail.from().isEmpty() ? null : mail.from().getFirst());
    }

    /**
     * Takes the first 20,000 characters of a message's text apart: all that lists and the joining of conversations look at.
     *
     * @param mail the message
     * @return its parts
     */
    public static NewText ofBeginning(Mail mail) {
        String text = mail.text();
        return of(text.length() > BEGINNING ? text.substring(0, BEGINNING) : text,
                mail.from().isEmpty() ? null : mail.from().getFirst());
    }

    /**
     * Takes a text apart. Linear in its length; never throws.
     *
     * @param text the text of a message, LF line ends
     * @param author who wrote it; null where nobody knows
     * @return its parts
     */
    public static NewText of(String text, @Nullable Mailbox author) {
        TextLines lines = new TextLines(text);
        BitSet history = QuoteFinder.find(lines);
        SignatureFinder finder = new SignatureFinder(lines, history, author);
        int last = lines.count();
        while (last > 0) {
            // The signature stands at the end of the last stretch of new text that has one.
            int end = history.previousClearBit(last - 1) + 1;
            int begin = end == 0 ? 0 : history.previousSetBit(end - 1) + 1;
            int signature = finder.find(begin, end);
            if (signature < end) {
                return build(lines, history, signature, end);
            }
            last = begin;
        }
        int own = history.nextClearBit(0);
        int head = finder.headOf(own, Math.min(lines.count(), nextOrEnd(history, own, lines.count())));
        if (head > own) {
            return build(lines, history, lines.nextFilled(own), head);
        }
        return build(lines, history, lines.count(), lines.count());
    }

    private static int nextOrEnd(BitSet history, int from, int end) {
        int next = history.nextSetBit(from);
        return next < 0 ? end : next;
    }

    private static NewText build(TextLines lines, BitSet history, int signature, int behind) {
        List<TextRange> own = new ArrayList<>();
        List<TextRange> old = new ArrayList<>();
        TextRange signed = null;
        int line = 0;
        while (line < lines.count()) {
            int end = end(lines, history, line, signature, behind);
            TextRange range = range(lines, line, end);
            if (range != null) {
                if (line == signature) {
                    signed = range;
                } else {
                    (history.get(line) ? old : own).add(range);
                }
            }
            line = end;
        }
        return new NewText(lines.text, own, signed, old);
    }

    private static int end(TextLines lines, BitSet history, int line, int signature, int behind) {
        if (line == signature) {
            return behind;
        }
        int end = history.get(line) ? endOfHistory(lines, history, line) : history.nextSetBit(line);
        end = end < 0 ? lines.count() : end;
        return line < signature && signature < end ? signature : end;
    }

    /** Blank lines between quoted lines do not divide a quote. */
    private static int endOfHistory(TextLines lines, BitSet history, int line) {
        int end = history.nextClearBit(line);
        while (end < lines.count()) {
            int next = lines.nextFilled(end);
            if (next >= lines.count() || !history.get(next)) {
                return end;
            }
            end = history.nextClearBit(next);
        }
        return lines.count();
    }

    private static @Nullable TextRange range(TextLines lines, int from, int to) {
        int first = from;
        int last = to - 1;
        while (first <= last && lines.isEmpty(first)) {
            first++;
        }
        while (last > first && lines.isEmpty(last)) {
            last--;
        }
        return first > last ? null : new TextRange(lines.start(first), lines.end(last));
    }

    /** {@return the author's own words without quoted history and signature, its ranges an empty line apart; may be empty} */
    public String newText() {
        return String.join("\n\n", own.stream().map(range -> range.of(text)).toList());
    }

    /** {@return the signature block without the signature mark; null where there is none} */
    public @Nullable String signature() {
        if (signatureRange == null) {
            return null;
        }
        String block = signatureRange.of(text);
        int newline = block.indexOf('\n');
        boolean marked = newline > 0 && newline <= 3 && block.startsWith("--");
        return marked ? block.substring(newline + 1).strip() : block;
    }
}
