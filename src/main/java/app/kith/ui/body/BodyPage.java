package app.kith.ui.body;

import java.util.List;

/**
 * What a mail's body shows, taken apart: paragraphs, boxes, tables, pictures, and the older messages it quotes. Immutable; made on any
 * thread, without a toolkit, in a time that grows no faster than the text.
 *
 * @param blocks the page from top to bottom
 * @param shortened whether the body was so large that its end was left out
 */
public record BodyPage(List<Block> blocks, boolean shortened) {

    /** Keeps its own copy of the list. */
    public BodyPage {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads the HTML of a mail.
     *
     * @param safeHtml HTML that {@code SafeHtml} has made inert
     * @return its page, with quoted older messages folded
     */
    public static BodyPage ofHtml(String safeHtml) {
        return HistoryFinder.fold(HtmlReader.read(safeHtml));
    }

    /**
     * Reads plain text.
     *
     * @param text the text with LF line ends, {@code format=flowed} already undone
     * @return its page, with quoted older messages folded
     */
    public static BodyPage ofText(String text) {
        return HistoryFinder.fold(TextReader.read(text));
    }

    /** {@return whether it quotes older messages that are folded at first} */
    public boolean hasHistory() {
        return PageText.hasHistory(blocks);
    }

    /** {@return the words of the page without what is folded, for a screen reader; LF line ends} */
    public String newText() {
        return PageText.of(blocks, false);
    }

    /** {@return what can be searched of the page} */
    public SearchText searchText() {
        return SearchText.of(this);
    }

    /** {@return all words of the page; LF line ends} */
    public String text() {
        return PageText.of(blocks, true);
    }
}
