package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The looks of a box, a table or a cell. Margins above and below are gaps in the page and not part of it.
 *
 * @param left the margin at the left
 * @param right the margin at the right
 * @param padding room inside
 * @param border lines around
 * @param background null for none
 * @param width null for all there is
 * @param maxWidth null for no limit
 * @param radius of the corners
 * @param align where it stands when it is narrower than its place
 * @param shrink whether it is only as wide as what is in it
 */
record Frame(double left, double right, Edges padding, Border border, @Nullable Color background,
        @Nullable Length width, @Nullable Length maxWidth, double radius, Align align, boolean shrink) {

    /** No looks at all. */
    static final Frame NONE = new Frame(0, 0, Edges.NONE, Border.NONE, null, null, null, 0, Align.START, false);

    /** {@return whether the frame changes nothing} */
    boolean isPlain() {
        return left == 0 && right == 0 && padding.isNone() && border.isNone() && background == null && width == null
                && maxWidth == null && !shrink;
    }

    /** Room at four sides. */
    record Edges(double top, double right, double bottom, double left) {
        static final Edges NONE = new Edges(0, 0, 0, 0);

        static Edges all(double value) {
            return new Edges(value, value, value, value);
        }

        boolean isNone() {
            return top == 0 && right == 0 && bottom == 0 && left == 0;
        }
    }

    /** One line of a border; a color of null is that of the words. */
    record Line(double width, @Nullable Color color) {
        static final Line NONE = new Line(0, null);
    }

    /** The lines at four sides. */
    record Border(Line top, Line right, Line bottom, Line left) {
        static final Border NONE = new Border(Line.NONE, Line.NONE, Line.NONE, Line.NONE);

        static Border all(Line line) {
            return new Border(line, line, line, line);
        }

        boolean isNone() {
            return top.width() == 0 && right.width() == 0 && bottom.width() == 0 && left.width() == 0;
        }
    }
}
