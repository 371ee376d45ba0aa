package app.kith.ui.body;

import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Gap;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a page in two before the line at which an older message begins. Boxes around the cut stand on both sides of it.
 *
 * @param before what is new
 * @param after the older message and all behind it
 */
record TreeCut(List<Block> before, List<Block> after) {

    /** One line of a page, by the number of its paragraph and its number therein. */
    private record Place(int paragraph, int line) {}

    /** {@return the page cut; nothing is behind the cut where no older message begins without a quotation mark} */
    static TreeCut atOlderMessage(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        gather(blocks, lines, places, new int[1]);
        int found = QuoteSigns.olderMessage(lines);
        if (found < 0) {
            return new TreeCut(blocks, List.of());
        }
        return cut(blocks, places.get(found), new int[1]);
    }

    /** Lines in tables are not looked at: a cut goes between blocks. Nor are those of quotations, which fold by themselves. */
    private static void gather(List<Block> blocks, List<String> lines, List<Place> places, int[] count) {
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> {
                    String[] text = PageText.of(paragraph).split("\n", -1);
                    for (int i = 0; i < text.length; i++) {
                        lines.add(text[i]);
                        places.add(new Place(count[0], i));
                    }
                    count[0]++;
                }
                case Box box -> {
                    if (!box.cited()) {
                        gather(box.blocks(), lines, places, count);
                    }
                }
                case Item item -> gather(item.blocks(), lines, places, count);
                default -> {
                }
            }
        }
    }

    private static TreeCut cut(List<Block> blocks, Place place, int[] count) {
        List<Block> before = new ArrayList<>();
        List<Block> after = new ArrayList<>();
        for (Block block : blocks) {
            if (count[0] > place.paragraph()) {
                after.add(block);
                continue;
            }
            switch (block) {
                case Paragraph paragraph -> {
                    if (count[0]++ == place.paragraph()) {
                        Paragraphs.Halves halves = Paragraphs.cutAtLine(paragraph, place.line());
                        addTo(before, halves.before());
                        addTo(after, halves.after());
                    } else {
                        before.add(paragraph);
                    }
                }
                case Box box when !box.cited() -> {
                    TreeCut inner = cut(box.blocks(), place, count);
                    addTo(before, inner.before().isEmpty() ? null : new Box(box.frame(), false, inner.before()));
                    addTo(after, inner.after().isEmpty() ? null : new Box(box.frame(), false, inner.after()));
                }
                case Item item -> {
                    TreeCut inner = cut(item.blocks(), place, count);
                    addTo(before, inner.before().isEmpty() && !inner.after().isEmpty()
                            ? null
                            : new Item(item.marker(), item.style(), item.rightToLeft(), inner.before()));
                    addTo(after,
                            inner.after().isEmpty()
                                    ? null
                                    : new Item("", item.style(), item.rightToLeft(), inner.after()));
                }
                default -> before.add(block);
            }
        }
        return new TreeCut(trimmed(before), after);
    }

    /** A frame that would be left with nothing to see goes to the other side. */
    private static List<Block> trimmed(List<Block> before) {
        while (!before.isEmpty() && before.getLast() instanceof Box box && PageText.isBlank(box)
                && box.blocks().stream().allMatch(Gap.class::isInstance)) {
            before.removeLast();
        }
        return before;
    }

    private static void addTo(List<Block> blocks, @org.jspecify.annotations.Nullable Block block) {
        if (block != null) {
            blocks.add(block);
        }
    }
}
