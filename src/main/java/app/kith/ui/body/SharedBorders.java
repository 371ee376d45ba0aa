package app.kith.ui.body;

import app.kith.ui.body.Block.Cell;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Frame.Border;
import app.kith.ui.body.Frame.Line;
import java.util.HashSet;
import java.util.Set;

/** Lets neighbours in a table without spacing share one line instead of drawing two. */
final class SharedBorders {
    private final boolean shares;
    private final boolean mirrored;
    private final Border around;
    private final int columns;
    private final Set<Long> below = new HashSet<>();
    private final Set<Long> behind = new HashSet<>();
    private final int rows;

    SharedBorders(Table table) {
        this.shares = table.collapsed() || table.spacing() == 0;
        this.mirrored = table.rightToLeft();
        this.around = table.frame().border();
        this.columns = table.columns();
        int last = 0;
        for (Cell cell : table.cells()) {
            last = Math.max(last, cell.row() + 1);
            if (shares) {
                remember(cell);
            }
        }
        this.rows = last;
    }

    private void remember(Cell cell) {
        if (cell.frame().border().bottom().width() > 0) {
            for (int i = 0; i < cell.columnSpan(); i++) {
                below.add(key(cell.row() + cell.rowSpan() - 1, cell.column() + i));
            }
        }
        if ((mirrored ? cell.frame().border().left() : cell.frame().border().right()).width() > 0) {
            for (int i = 0; i < Math.min(cell.rowSpan(), 1000); i++) {
                behind.add(key(cell.row() + i, cell.column() + cell.columnSpan() - 1));
            }
        }
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }

    /** {@return the looks of a cell without the lines that a neighbour draws} */
    Frame frame(Cell cell) {
        Frame frame = cell.frame();
        if (!shares || frame.border().isNone()) {
            return frame;
        }
        Border border = frame.border();
        boolean top = cell.row() == 0 ? around.top().width() > 0 : below.contains(key(cell.row() - 1, cell.column()));
        boolean start = cell.column() == 0
                ? (mirrored ? around.right() : around.left()).width() > 0
                : behind.contains(key(cell.row(), cell.column() - 1));
        boolean bottom = cell.row() + cell.rowSpan() >= rows && around.bottom().width() > 0;
        boolean end = cell.column() + cell.columnSpan() >= columns
                && (mirrored ? around.left() : around.right()).width() > 0;
        boolean left = mirrored ? end : start;
        boolean right = mirrored ? start : end;
        Border shared = new Border(top ? Line.NONE : border.top(), right ? Line.NONE : border.right(),
                bottom ? Line.NONE : border.bottom(), left ? Line.NONE : border.left());
        return new Frame(frame.left(), frame.right(), frame.padding(), shared, frame.background(), frame.width(),
                frame.maxWidth(), frame.radius(), frame.align(), frame.shrink());
    }
}
