package app.kith.ui.body;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be searched of a page, paragraph by paragraph. Any thread.
 *
 * @param own what the mail itself says
 * @param quoted the older messages that it quotes
 */
public record SearchText(List<String> own, List<String> quoted) {

    /** Keeps its own copy of the lists. */
    public SearchText {
        own = List.copyOf(own);
        quoted = List.copyOf(quoted);
    }

    static SearchText of(BodyPage page) {
        List<String> own = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        PageParagraphs.gather(page.blocks(), own, quoted);
        return new SearchText(own, quoted);
    }

    /**
     * Counts words.
     *
     * @param words what is looked for
     * @param inQuoted whether to look into the quoted messages, not into what the mail itself says
     * @return how often they stand there
     */
    public int count(FindWords words, boolean inQuoted) {
        return (inQuoted ? quoted : own).stream().mapToInt(words::count).sum();
    }
}
