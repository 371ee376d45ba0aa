package app.kith.ui.body;

import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A piece of a page that stands on lines of its own. Lengths are CSS pixels, of which 14 make the reader's own type size. */
sealed interface Block {

    /** Where a line or a block stands. {@code START} follows the direction of the writing. */
    enum Align {
        START,
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    /**
     * Lines of words that are set together.
     *
     * @param inlines words and pictures; a line break is a newline in the words
     * @param align where the lines stand
     * @param rightToLeft the direction of the whole paragraph
     * @param lineHeight the distance of lines as a multiple of the type size; 0 for the reader's own
     * @param indent of the first line
     * @param heading 1 to 6 for a heading, else 0
     */
    record Paragraph(List<Inline> inlines, Align align, boolean rightToLeft, double lineHeight, double indent,
            int heading) implements Block {
        /** Keeps its own copy of the lists. */
        public Paragraph {
            inlines = List.copyOf(inlines);
        }

        Paragraph with(List<Inline> others) {
            return new Paragraph(others, align, rightToLeft, lineHeight, indent, heading);
        }
    }

    /** Empty room between blocks; two that meet become the larger one, as margins do. */
    record Gap(double height) implements Block {}

    /**
     * A frame with blocks in it.
     *
     * @param frame its looks
     * @param cited whether it quotes an older message
     * @param blocks what is in it
     */
    record Box(Frame frame, boolean cited, List<Block> blocks) implements Block {
        /** Keeps its own copy of the lists. */
        public Box {
            blocks = List.copyOf(blocks);
        }
    }

    /** An item of a list with its mark, {@code •} or {@code 3.}, at the side where its writing begins. */
    record Item(String marker, TextStyle style, boolean rightToLeft, List<Block> blocks) implements Block {
        /** Keeps its own copy of the lists. */
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /** A line across. A width of null is the whole width. */
    record Rule(double thickness, @Nullable Length width, @Nullable Color color, Align align) implements Block {}

    /**
     * A table.
     *
     * @param frame its looks
     * @param spacing between cells; 0 where borders are collapsed
     * @param collapsed whether neighbours share one border
     * @param rightToLeft whether the first column is the rightmost
     * @param columns how many columns the cells span together
     * @param widths what {@code col} elements say, one a column, null where nothing is said
     * @param cells the cells, row by row
     */
    record Table(Frame frame, double spacing, boolean collapsed, boolean rightToLeft, int columns, List<Length> widths,
            List<Cell> cells) implements Block {
        /** Keeps its own copy of the lists. */
        public Table {
            widths = List.copyOf(widths);
            cells = List.copyOf(cells);
        }
    }

    /** Where the content of a cell stands in its height. */
    enum VAlign {
        TOP,
        MIDDLE,
        BOTTOM
    }

    /**
     * A cell.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rowSpan how many rows it takes, at least 1
     * @param columnSpan how many columns it takes, at least 1
     * @param frame its looks
     * @param align where the content stands in its height
     * @param height the least height; 0 for none
     * @param nowrap whether its lines are not broken
     * @param blocks what is in it
     */
    record Cell(int row, int column, int rowSpan, int columnSpan, Frame frame, VAlign align, double height,
            boolean nowrap, List<Block> blocks) {
        /** Keeps its own copy of the lists. */
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }

    /** An older message that this one quotes; it is folded behind a button. */
    record History(List<Block> blocks) implements Block {
        /** Keeps its own copy of the lists. */
        public History {
            blocks = List.copyOf(blocks);
        }
    }
}
