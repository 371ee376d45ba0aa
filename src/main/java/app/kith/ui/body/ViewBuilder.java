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
import java.util.Set;
import javafx.scene.paint.Color;

/** Makes the views of a page, as many as may be made at once. JavaFX thread only. */
final class ViewBuilder {
    /** What a view costs beside its characters, in characters. */
    private static final int VIEW = 30;

    private final Host host;
    private final Set<History> open;
    private long budget;
    private boolean cut;
    private String separator = "\n";

    /**
     * Makes a builder.
     *
     * @param host the body that the views belong to
     * @param open older messages that are shown at once
     * @param budget how many characters to show at most
     */
    ViewBuilder(Host host, Set<History> open, long budget) {
        this.host = host;
        this.open = open;
        this.budget = budget;
    }

    /** {@return whether there was more than might be shown} */
    boolean isCut() {
        return cut;
    }

    /** {@return a column of blocks} */
    FlowView flow(List<Block> blocks, Look look, boolean inTable) {
        return flow(blocks, look, inTable, false);
    }

    private FlowView flow(List<Block> blocks, Look look, boolean inTable, boolean tight) {
        List<BlockView> views = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        double gap = 0;
        for (Block block : blocks) {
            if (budget <= 0) {
                cut = true;
                break;
            }
            if (block instanceof Gap(double height)) {
                gap = Math.max(gap, tight && views.isEmpty() ? 0 : Math.rint(height * look.scale()));
                if (gap >= 8) {
                    separator = "\n\n";
                }
                continue;
            }
            views.add(view(block, look, inTable));
            gaps.add(gap);
            gap = 0;
        }
        gaps.add(tight ? 0 : gap);
        return new FlowView(views, gaps.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** {@return the whole page, without room above and below} */
    FlowView page(List<Block> blocks, Look look) {
        return flow(blocks, look, false, true);
    }

    private BlockView view(Block block, Look look, boolean inTable) {
        budget -= VIEW;
        return switch (block) {
            case Paragraph paragraph -> paragraph(paragraph, look);
            case Box box -> box(box, look, inTable);
            case Item item -> new ItemView(item, flow(item.blocks(), look, inTable), look);
            case Rule rule -> new RuleView(rule, look);
            case Table table -> inTable ? table(table, look) : new SideScroll(table(table, look));
            case History history -> new HistoryView(() -> older(history, look), open.contains(history), host);
            case Gap _ -> throw new IllegalArgumentException("a gap is no view");
        };
    }

    /** What is unfolded has a budget of its own. */
    private FlowView older(History history, Look look) {
        open.add(history);
        ViewBuilder builder = new ViewBuilder(host, open, 60_000);
        return builder.flow(history.blocks(), look, false);
    }

    private ParagraphView paragraph(Paragraph paragraph, Look look) {
        ParagraphView view = new ParagraphView(paragraph, look, host);
        view.separator(separator);
        separator = "\n";
        budget -= view.length();
        return view;
    }

    private BoxView box(Box box, Look look, boolean inTable) {
        Look inner = box.cited() ? look : ground(box.frame(), look);
        return new BoxView(box.frame(), flow(box.blocks(), inner, inTable), look);
    }

    private static Look ground(Frame frame, Look look) {
        Color color = look.background(frame.background());
        return color == null ? look : look.on(Colors.over(color, look.ground()));
    }

    private GridView table(Table table, Look look) {
        Look inner = ground(table.frame(), look);
        SharedBorders borders = new SharedBorders(table);
        List<CellView> cells = new ArrayList<>();
        int row = -1;
        for (Cell cell : table.cells()) {
            if (budget <= 0 && cell.row() != row) {
                cut = true;
                break;
            }
            separator = cell.row() == row ? "\t" : "\n";
            row = cell.row();
            budget -= VIEW;
            Frame frame = borders.frame(cell);
            FlowView content = flow(cell.blocks(), ground(frame, inner), true, true);
            cells.add(new CellView(cell, frame, content, inner));
        }
        separator = "\n";
        return new GridView(table, cells, look);
    }
}
