package app.kith.ui.body;

import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Cell;
import app.kith.ui.body.Block.Gap;
import app.kith.ui.body.Block.History;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Block.Rule;
import app.kith.ui.body.Block.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds the older messages that a page quotes. Below a rule or a head ("From … Sent … To …", 发件人 …) all that follows is older; a marked
 * quotation is older with the sentence that introduces it. Nothing is folded where nothing else would be left, nor a short quotation
 * that an answer follows.
 */
final class HistoryFinder {
    /** Quotations of so many characters stay where an answer stands below them. */
    private static final int SHORT = 600;

    private HistoryFinder() {}

    static BodyPage fold(BodyPage page) {
        List<Block> folded = fold(page.blocks());
        boolean nothingNew = PageText.isBlank(folded.stream().filter(block -> !(block instanceof History)).toList());
        return nothingNew ? page : new BodyPage(folded, page.shortened());
    }

    private static List<Block> fold(List<Block> blocks) {
        TreeCut cut = TreeCut.atOlderMessage(blocks);
        List<Block> kept = quotes(cut.before());
        if (PageText.isBlank(cut.after())) {
            return kept;
        }
        List<Block> result = new ArrayList<>(kept);
        dropTail(result);
        if (!result.isEmpty() && result.getLast() instanceof History(List<Block> before)) {
            result.removeLast();
            List<Block> joined = new ArrayList<>(before);
            joined.addAll(cut.after());
            result.add(new History(joined));
        } else {
            result.add(new Gap(12));
            result.add(new History(cut.after()));
        }
        return result;
    }

    /** Folds marked quotations. */
    private static List<Block> quotes(List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean quote = block instanceof Box box && box.cited() && !QuoteSigns.isForward(box.blocks());
            boolean answered = quote && isShort(block) && isFollowed(blocks, i);
            if (quote && !answered) {
                List<Block> older = new ArrayList<>();
                takeIntroduction(result, older);
                older.add(block);
                while (i + 1 < blocks.size() && isCited(blocks.get(i + 1))) {
                    older.add(blocks.get(++i));
                }
                result.add(new Gap(12));
                result.add(new History(older));
            } else {
                result.add(quote ? block : inner(block));
            }
        }
        return result;
    }

    private static boolean isShort(Block block) {
        return PageText.of(List.of(block), true).length() <= SHORT;
    }

    private static boolean isCited(Block block) {
        return block instanceof Box box && box.cited() || block instanceof Gap;
    }

    /** {@return whether something new stands behind a quotation} */
    private static boolean isFollowed(List<Block> blocks, int quote) {
        for (Block block : blocks.subList(quote + 1, blocks.size())) {
            if (!PageText.isBlank(block)) {
                return !isCited(block);
            }
        }
        return false;
    }

    private static Block inner(Block block) {
        return switch (block) {
            case Box box -> new Box(box.frame(), box.cited(), quotes(box.blocks()));
            case Item item -> new Item(item.marker(), item.style(), item.rightToLeft(), quotes(item.blocks()));
            case Table table ->
                new Table(table.frame(), table.spacing(), table.collapsed(), table.rightToLeft(), table.columns(),
                        table.widths(), table.cells().stream().map(HistoryFinder::inner).toList());
            default -> block;
        };
    }

    private static Cell inner(Cell cell) {
        return new Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.frame(), cell.align(),
                cell.height(), cell.nowrap(), fold(cell.blocks()));
    }

    /** Takes the sentence that introduces a quotation away from the new text. */
    private static void takeIntroduction(List<Block> result, List<Block> older) {
        int at = result.size() - 1;
        while (at >= 0 && PageText.isBlank(result.get(at))) {
            at--;
        }
        if (at >= 0 && result.get(at) instanceof Paragraph paragraph) {
            int line = QuoteSigns.introduction(PageText.of(paragraph));
            if (line >= 0) {
                dropFrom(result, at);
                Paragraphs.Halves halves = Paragraphs.cutAtLine(paragraph, line);
                if (halves.before() != null) {
                    result.add(halves.before());
                }
                if (halves.after() != null) {
                    older.add(halves.after());
                }
            }
        }
        dropTail(result);
    }

    private static void dropFrom(List<Block> blocks, int at) {
        while (blocks.size() > at) {
            blocks.removeLast();
        }
    }

    /** Takes empty lines and rules off the end. */
    private static void dropTail(List<Block> blocks) {
        while (!blocks.isEmpty() && (blocks.getLast() instanceof Gap || blocks.getLast() instanceof Rule
                || blocks.getLast() instanceof Paragraph paragraph && PageText.isBlank(paragraph))) {
            blocks.removeLast();
        }
    }
}
