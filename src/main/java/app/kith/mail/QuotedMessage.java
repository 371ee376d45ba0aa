package app.kith.mail;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message that another one quotes first, as far as the lines above the quote tell.
 *
 * @param author the address of who wrote it, lower case; empty where the lines name none
 * @param date when it was written; a time without a zone is taken for UTC, so that it may be up to 14 hours off. Null where the lines
 *     name none
 * @param subject its subject; empty where the lines name none, as those of the kind "On … Anna wrote:"
 * @param text its text, without the quote marks of one level; what it quotes itself is still in it
 */
public record QuotedMessage(String author, @Nullable Instant date, String subject, String text) {
    private static final int LONGEST = 20_000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\\[\\]()\"'“”:：;,]{1,64}@[\\w.-]{1,255}");

    /**
     * Finds the first quoted message. Linear in the text's length; never throws.
     *
     * @param message a message's text, taken apart
     * @return what it quotes first; null where nothing is quoted below lines that tell whose it is
     */
    public static @Nullable QuotedMessage firstOf(NewText message) {
        for (TextRange range : message.history()) {
            QuotedMessage found = in(message.text(), range);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable QuotedMessage in(String text, TextRange range) {
        int end = Math.min(range.end(), range.start() + LONGEST);
        TextLines lines = new TextLines(text.substring(range.start(), end));
        int line = lines.nextFilled(0);
        while (line < lines.count() && (QuoteMarks.isRule(lines, line) || QuoteMarks.announcesOlder(lines, line))) {
            line = lines.nextFilled(line + 1);
        }
        if (line == lines.count()) {
            return null;
        }
        int behind = OlderHeader.endAt(lines, line, true);
        return behind > 0 ? ofHeader(lines, line, behind) : ofAttribution(lines, line);
    }

    private static QuotedMessage ofHeader(TextLines lines, int from, int behind) {
        String date = OlderHeader.value(lines, from, behind, OlderHeader.Field.DATE);
        return new QuotedMessage(address(OlderHeader.value(lines, from, behind, OlderHeader.Field.AUTHOR)),
                DateReader.read(date), OlderHeader.value(lines, from, behind, OlderHeader.Field.SUBJECT),
                below(lines, behind));
    }

    /** The lines of an attribution are the unmarked ones, four at most, down to one that ends in a colon. */
    private static @Nullable QuotedMessage ofAttribution(TextLines lines, int from) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < Math.min(lines.count(), from + 4) && !lines.isQuoted(i); i++) {
            joined.append(lines.line(i)).append(' ');
            if (Attribution.mayEnd(lines, i)) {
                String words = joined.toString();
                // Digits of an address are no date.
                Instant date = DateReader.read(ADDRESS.matcher(words).replaceAll(" "));
                return date == null ? null : new QuotedMessage(address(words), date, "", below(lines, i + 1));
            }
        }
        return null;
    }

    private static String address(String words) {
        Matcher matcher = ADDRESS.matcher(words);
        return matcher.find() ? Ascii.lower(matcher.group()) : "";
    }

    /** The text from a line on; where its first words are marked as quoted, the marks of one level are taken off. */
    private static String below(TextLines lines, int from) {
        int first = lines.nextFilled(from);
        boolean marked = first < lines.count() && lines.isQuoted(first);
        StringBuilder out = new StringBuilder();
        for (int i = first; i < lines.count(); i++) {
            if (marked && !lines.isEmpty(i) && !lines.isQuoted(i)) {
                break;
            }
            String line = lines.line(i);
            out.append(marked && !line.isEmpty() ? line.substring(1).strip() : line).append('\n');
        }
        return out.toString();
    }
}
