package app.kith.ui.body;

import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Cell;
import app.kith.ui.body.Block.Gap;
import app.kith.ui.body.Block.History;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Block.Rule;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.Inline.Run;
import java.util.List;

/** The bare words of blocks. */
final class PageText {
    private PageText() {}

    static String of(List<Block> blocks, boolean withHistory) {
        StringBuilder text = new StringBuilder();
        write(blocks, withHistory, text);
        return text.toString().strip();
    }

    private static void write(List<Block> blocks, boolean withHistory, StringBuilder text) {
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> text.append(of(paragraph)).append('\n');
                case Gap gap -> {
                    if (gap.height() >= 10) {
                        text.append('\n');
                    }
                }
                case Box box -> write(box.blocks(), withHistory, text);
                case Item item -> {
                    text.append(item.marker()).append(' ');
                    write(item.blocks(), withHistory, text);
                }
                case Table table -> {
                    for (Cell cell : table.cells()) {
                        write(cell.blocks(), withHistory, text);
                    }
                }
                case History history -> {
                    if (withHistory) {
                        write(history.blocks(), true, text);
                    }
                }
                case Rule _ -> {
                }
            }
        }
    }

    /** {@return the words of a paragraph; a picture is its alternative text} */
    static String of(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (Inline inline : paragraph.inlines()) {
            text.append(switch (inline) {
                case Run run -> run.text();
                case Picture picture -> picture.alt();
            });
        }
        return text.toString();
    }

    static boolean hasHistory(List<Block> blocks) {
        return blocks.stream().anyMatch(block -> switch (block) {
            case History _ -> true;
            case Box box -> hasHistory(box.blocks());
            case Item item -> hasHistory(item.blocks());
            case Table table -> table.cells().stream().anyMatch(cell -> hasHistory(cell.blocks()));
            default -> false;
        });
    }

    /** {@return whether nothing in the blocks would be seen} */
    static boolean isBlank(List<Block> blocks) {
        return blocks.stream().allMatch(PageText::isBlank);
    }

    static boolean isBlank(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.inlines().stream().allMatch(
                    inline -> inline instanceof Run run && isBlank(run.text()));
            case Gap _,Rule _ -> true;
            case Box box -> isBlank(box.blocks());
            case Item item -> isBlank(item.blocks());
            case Table table -> table.cells().stream().allMatch(cell -> isBlank(cell.blocks()));
            case History history -> isBlank(history.blocks());
        };
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c <= ' ' || c == '\u00A0' || c == '\u3000');
    }
}
