package app.kith.ui.body;

import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.History;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.Inline.Run;
import java.util.List;

/** The characters of a page's paragraphs, in the order and form in which their views have them. */
final class PageParagraphs {
    /** Stands for what is no character: a picture, an indent, a mark. */
    static final char OBJECT = '\uFFFC';

    private PageParagraphs() {}

    static void gather(List<Block> blocks, List<String> own, List<String> quoted) {
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> own.add(of(paragraph));
                case Box box -> gather(box.blocks(), own, quoted);
                case Item item -> gather(item.blocks(), own, quoted);
                case Table table -> table.cells().forEach(cell -> gather(cell.blocks(), own, quoted));
                case History history -> gather(history.blocks(), quoted, quoted);
                default -> {
                }
            }
        }
    }

    static boolean isIndented(Paragraph paragraph) {
        return paragraph.indent() > 0 && !paragraph.rightToLeft();
    }

    /** {@return the characters of a paragraph} */
    static String of(Paragraph paragraph) {
        StringBuilder content = new StringBuilder();
        if (isIndented(paragraph)) {
            content.append(OBJECT);
        }
        for (Inline inline : paragraph.inlines()) {
            switch (inline) {
                case Run run -> content.append(run.text());
                case Picture _ -> content.append(OBJECT);
            }
            Link link = inline.link();
            if (link != null && link.disguised()) {
                content.append(OBJECT);
            }
        }
        return content.toString();
    }
}
