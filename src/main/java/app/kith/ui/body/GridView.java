package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Block.Table;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A table. */
final class GridView extends BlockView {
    private final Table table;
    private final List<CellView> cells;
    private final Region back = new Region();
    private final Insets inside;
    private final double scale;
    private final double spacing;
    private final int rows;
    private @Nullable GridColumns columns;
    private double laidOutFor = -1;
    private double[] widths = {};
    private double[] heights = {};

    GridView(Table table, List<CellView> cells, Look look) {
        this.table = table;
        this.cells = List.copyOf(cells);
        this.scale = look.scale();
        this.spacing = Math.rint(table.spacing() * scale);
        this.inside = BoxView.insets(table.frame(), scale);
        this.rows = cells.stream().mapToInt(view -> view.cell.row() + 1).max().orElse(0);
        BoxView.dress(back, table.frame(), look);
        getChildren().add(back);
        getChildren().addAll(cells);
    }

    @Override
    public void requestLayout() {
        columns = null;
        laidOutFor = -1;
        super.requestLayout();
    }

    private GridColumns columns() {
        GridColumns known = columns;
        if (known != null) {
            return known;
        }
        GridColumns found = new GridColumns(Math.max(1, table.columns()));
        for (int i = 0; i < Math.min(table.widths().size(), table.columns()); i++) {
            Length width = table.widths().get(i);
            found.want(i, width.value() > 0 ? width : null, scale);
        }
        List<CellView> spanning = new ArrayList<>();
        for (CellView view : cells) {
            if (view.cell.columnSpan() == 1) {
                found.cell(view.cell.column(), view.least(), view.most(), view.cell.frame().width(), scale);
            } else {
                spanning.add(view);
            }
        }
        for (CellView view : spanning) {
            Length width = view.cell.frame().width();
            double most = width == null || width.percent() ? view.most() : width.value() * scale;
            int span = view.cell.columnSpan();
            found.span(view.cell.column(), span, view.least() - spacing * (span - 1), most - spacing * (span - 1));
        }
        columns = found;
        return found;
    }

    private double sides() {
        return inside.getLeft() + inside.getRight() + spacing * (table.columns() + 1);
    }

    private double margins() {
        return (table.frame().left() + table.frame().right()) * scale;
    }

    @Override
    double measureLeast() {
        return columns().leastSum() + sides() + margins();
    }

    @Override
    double measureMost() {
        Length width = table.frame().width();
        double most = columns().mostSum() + sides();
        return margins() + (width == null || width.percent() ? most : Math.max(width.value() * scale, least()));
    }

    private double tableWidth(double place) {
        double room = Math.max(0, place - margins());
        Length width = table.frame().width();
        double wanted = width == null
                ? Math.ceil(columns().mostSum() + sides())
                : width.in(room) * (width.percent() ? 1 : scale);
        Length most = table.frame().maxWidth();
        if (most != null) {
            wanted = Math.min(wanted, most.in(room) * (most.percent() ? 1 : scale));
        }
        return Math.max(Math.min(wanted, room), columns().leastSum() + sides());
    }

    private void arrange(double place) {
        if (laidOutFor == place) {
            return;
        }
        laidOutFor = place;
        widths = columns().share(tableWidth(place) - sides());
        heights = new double[rows];
        for (CellView view : cells) {
            if (view.cell.rowSpan() == 1) {
                int row = view.cell.row();
                heights[row] = Math.max(heights[row], view.height(width(view)));
            }
        }
        for (CellView view : cells) {
            if (view.cell.rowSpan() > 1) {
                stretch(view);
            }
        }
    }

    private void stretch(CellView view) {
        int last = Math.min(rows, view.cell.row() + view.cell.rowSpan()) - 1;
        double have = spacing * (last - view.cell.row());
        for (int row = view.cell.row(); row <= last; row++) {
            have += heights[row];
        }
        heights[last] += Math.max(0, view.height(width(view)) - have);
    }

    private double width(CellView view) {
        double width = spacing * (view.cell.columnSpan() - 1);
        for (int i = view.cell.column(); i < view.cell.column() + view.cell.columnSpan(); i++) {
            width += widths[i];
        }
        return width;
    }

    @Override
    double measureHeight(double forWidth) {
        arrange(forWidth);
        double height = inside.getTop() + inside.getBottom() + spacing * (rows + 1);
        for (double row : heights) {
            height += row;
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth());
        double width = tableWidth(getWidth());
        double spare = Math.max(0, getWidth() - margins() - width);
        Align align = table.frame().align();
        double left = table.frame().left() * scale
                + Math.rint(align == Align.CENTER ? spare / 2 : align == Align.RIGHT ? spare : 0);
        back.resizeRelocate(left, 0, width, getHeight());
        double[] x = starts(widths, left + inside.getLeft() + spacing);
        double[] y = starts(heights, inside.getTop() + spacing);
        for (CellView view : cells) {
            int row = view.cell.row();
            int last = Math.min(rows, row + view.cell.rowSpan());
            int column = view.cell.column();
            double right = x[column + view.cell.columnSpan()] - spacing;
            double bottom = y[last] - spacing;
            double start = table.rightToLeft() ? 2 * left + width - right : x[column];
            right += start - x[column];
            view.resizeRelocate(Math.rint(start), Math.rint(y[row]), Math.rint(right) - Math.rint(start),
                    Math.rint(bottom) - Math.rint(y[row]));
        }
    }

    private double[] starts(double[] sizes, double from) {
        double[] starts = new double[sizes.length + 1];
        starts[0] = from;
        for (int i = 0; i < sizes.length; i++) {
            starts[i + 1] = starts[i] + sizes[i] + spacing;
        }
        return starts;
    }
}
