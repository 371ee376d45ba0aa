package app.kith.ui.body;

import app.kith.ui.body.Block.Cell;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Block.VAlign;
import app.kith.ui.body.Frame.Border;
import app.kith.ui.body.Frame.Edges;
import app.kith.ui.body.Frame.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one table in their places. */
final class TableBuilder {
    private static final int COLUMNS = 100;
    private static final int ROW_SPAN = 1000;

    private final Frame frame;
    private final double padding;
    private final double spacing;
    private final boolean collapsed;
    private final boolean rightToLeft;
    private final @Nullable Line lines;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Length> widths = new ArrayList<>();
    private final int[] takenUntil = new int[COLUMNS];
    private int row = -1;
    private int column;
    private int columns;
    private @Nullable Element rowElement;
    private Map<String, String> rowCss = Map.of();

    TableBuilder(Element table, Map<String, String> css, Frame frame, boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
        this.collapsed = css.getOrDefault("border-collapse", "").equals("collapse");
        this.padding = number(table.attr("cellpadding"), 1);
        double room = Length.pixels(firstWord(css.getOrDefault("border-spacing", "")), 14);
        this.spacing = collapsed
                ? 0
                : Math.clamp(room >= 0 && css.containsKey("border-spacing")
                        ? room
                        : number(table.attr("cellspacing"), 2), 0, 100);
        String border = table.attr("border");
        double width = border.isEmpty() ? 0 : number(border, 1);
        Color color = Css.color(table.attr("bordercolor"));
        boolean lined = width > 0 || table.hasAttr("border") && border.isEmpty();
        this.lines = lined ? new Line(1, color) : null;
        boolean own = css.keySet().stream().anyMatch(name -> name.startsWith("border") && !name.endsWith("collapse")
                && !name.endsWith("spacing") && !name.endsWith("radius"));
        this.frame = lined && !own ? withBorder(frame, Border.all(new Line(Math.min(width, 10), color))) : frame;
    }

    private static String firstWord(String value) {
        List<String> words = Css.words(value);
        return words.isEmpty() ? "-" : words.getFirst();
    }

    private static Frame withBorder(Frame frame, Border border) {
        return new Frame(frame.left(), frame.right(), frame.padding(), border, frame.background(), frame.width(),
                frame.maxWidth(), frame.radius(), frame.align(), frame.shrink());
    }

    private static double number(String attribute, double otherwise) {
        double pixels = Length.pixels(attribute.strip(), 14);
        return attribute.isBlank() || pixels < 0 ? otherwise : Math.min(pixels, 100);
    }

    void column(Element col, Map<String, String> css) {
        Length width = FrameReader.width(col, css, 14);
        int span = span(col.attr("span"), COLUMNS);
        for (int i = 0; i < span && widths.size() < COLUMNS; i++) {
            widths.add(width == null ? NO_WIDTH : width);
        }
    }

    /** Stands for a column of which nothing is said. */
    static final Length NO_WIDTH = new Length(0, false);

    void row(Element tr, Map<String, String> css) {
        row++;
        column = 0;
        rowElement = tr;
        rowCss = css;
    }

    boolean isFull() {
        return columns >= COLUMNS && column >= COLUMNS;
    }

    /**
     * Adds a cell behind the last one of this row.
     *
     * @param td the cell
     * @param css its style
     * @param flow what its content takes over
     * @param own its frame as its own style says
     * @param blocks its content
     */
    void cell(Element td, Map<String, String> css, Flow flow, Frame own, List<Block> blocks) {
        if (row < 0) {
            row = 0;
        }
        while (column < COLUMNS && takenUntil[column] > row) {
            column++;
        }
        if (column >= COLUMNS) {
            return;
        }
        int columnSpan = Math.min(span(td.attr("colspan"), COLUMNS), COLUMNS - column);
        int rowSpan = span(td.attr("rowspan"), ROW_SPAN);
        double height = Math.max(0, Length.pixels(css.getOrDefault("height", td.attr("height")), 14));
        boolean nowrap = flow.nowrap() || td.hasAttr("nowrap");
        cells.add(new Cell(row, column, rowSpan, columnSpan, cellFrame(css, own), valign(td, css), height, nowrap,
                blocks));
        for (int i = column; i < column + columnSpan; i++) {
            takenUntil[i] = row + rowSpan;
        }
        column += columnSpan;
        columns = Math.max(columns, column);
    }

    private Frame cellFrame(Map<String, String> css, Frame own) {
        boolean padded = css.keySet().stream().anyMatch(name -> name.startsWith("padding"));
        boolean bordered = css.keySet().stream().anyMatch(name -> name.startsWith("border"));
        Line usual = lines;
        Border border = bordered || usual == null ? own.border() : Border.all(usual);
        double[] edges = FrameReader.edges(css, "padding", "", 14, new double[]{padding, padding, padding, padding});
        Color background = own.background() != null || rowElement == null
                ? own.background()
                : FrameReader.background(rowElement, rowCss);
        return new Frame(0, 0, padded ? new Edges(edges[0], edges[1], edges[2], edges[3]) : Edges.all(padding), border,
                background, own.width(), own.maxWidth(), own.radius(), own.align(), false);
    }

    private VAlign valign(Element td, Map<String, String> css) {
        String said = css.getOrDefault("vertical-align", td.attr("valign"));
        Element tr = rowElement;
        if (said.isEmpty() && tr != null) {
            said = rowCss.getOrDefault("vertical-align", tr.attr("valign"));
        }
        return switch (said.toLowerCase(java.util.Locale.ROOT)) {
            case "top", "baseline", "text-top" -> VAlign.TOP;
            case "bottom", "text-bottom" -> VAlign.BOTTOM;
            default -> VAlign.MIDDLE;
        };
    }

    private static int span(String attribute, int most) {
        String digits = attribute.strip();
        return digits.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(digits), 1, most) : 1;
    }

    @Nullable
    Table end() {
        return cells.isEmpty() ? null : new Table(frame, spacing, collapsed, rightToLeft, columns, widths, cells);
    }
}
