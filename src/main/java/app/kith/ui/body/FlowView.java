package app.kith.ui.body;

import java.util.List;
import javafx.scene.Node;

/** Blocks below one another. */
final class FlowView extends BlockView {
    private final List<Node> nodes;
    private final double[] gaps;

    /**
     * Makes a column of blocks.
     *
     * @param views the blocks
     * @param gaps the room above each, and at last below all, in screen pixels
     */
    FlowView(List<? extends BlockView> views, double[] gaps) {
        this.gaps = gaps.clone();
        getChildren().setAll(views);
        this.nodes = getChildren();
    }

    @Override
    double measureLeast() {
        double widest = 0;
        for (Node node : nodes) {
            widest = Math.max(widest, ((BlockView) node).least());
        }
        return widest;
    }

    @Override
    double measureMost() {
        double widest = 0;
        for (Node node : nodes) {
            widest = Math.max(widest, ((BlockView) node).most());
        }
        return widest;
    }

    @Override
    double measureHeight(double forWidth) {
        double height = gaps[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            height += gaps[i] + ((BlockView) nodes.get(i)).height(forWidth);
        }
        return Math.ceil(height);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (int i = 0; i < nodes.size(); i++) {
            BlockView view = (BlockView) nodes.get(i);
            double height = view.height(getWidth());
            y += gaps[i];
            place(view, 0, y, getWidth(), height);
            y += height;
        }
    }
}
