package app.kith.ui.body;

import javafx.geometry.Insets;
import javafx.scene.layout.Region;

/** A cell of a table. */
final class CellView extends BlockView {
    final Block.Cell cell;
    private final Region back = new Region();
    private final FlowView content;
    private final Insets inside;
    private final double scale;

    CellView(Block.Cell cell, Frame frame, FlowView content, Look look) {
        this.cell = cell;
        this.content = content;
        this.scale = look.scale();
        this.inside = BoxView.insets(frame, scale);
        BoxView.dress(back, frame, look);
        getChildren().setAll(back, content);
    }

    private double sides() {
        return inside.getLeft() + inside.getRight();
    }

    @Override
    double measureLeast() {
        return (cell.nowrap() ? content.most() : content.least()) + sides();
    }

    @Override
    double measureMost() {
        return Math.ceil(content.most()) + 1 + sides();
    }

    @Override
    double measureHeight(double forWidth) {
        double height = content.height(forWidth - sides()) + inside.getTop() + inside.getBottom();
        return Math.max(height, cell.height() * scale);
    }

    @Override
    protected void layoutChildren() {
        back.resizeRelocate(0, 0, getWidth(), getHeight());
        double inner = getWidth() - sides();
        double height = content.height(inner);
        double spare = Math.max(0, getHeight() - inside.getTop() - inside.getBottom() - height);
        double y = switch (cell.align()) {
            case TOP -> 0;
            case MIDDLE -> spare / 2;
            case BOTTOM -> spare;
        };
        place(content, inside.getLeft(), inside.getTop() + y, inner, height);
    }
}
