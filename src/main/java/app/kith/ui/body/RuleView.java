package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;

/** A line across. */
final class RuleView extends BlockView {
    private final Region line = new Region();
    private final Block.Rule rule;
    private final double scale;

    RuleView(Block.Rule rule, Look look) {
        this.rule = rule;
        this.scale = look.scale();
        line.setBackground(Background.fill(look.line(rule.color())));
        line.setMouseTransparent(true);
        getChildren().setAll(line);
    }

    @Override
    double measureLeast() {
        return 1;
    }

    @Override
    double measureMost() {
        Length width = rule.width();
        return width == null || width.percent() ? 1 : width.value() * scale;
    }

    @Override
    double measureHeight(double forWidth) {
        return Math.max(1, Math.rint(rule.thickness()));
    }

    @Override
    protected void layoutChildren() {
        Length width = rule.width();
        double wide = width == null ? getWidth() : width.in(getWidth()) * (width.percent() ? 1 : scale);
        wide = Math.min(wide, getWidth());
        double spare = getWidth() - wide;
        double x = rule.align() == Align.CENTER ? spare / 2 : rule.align() == Align.RIGHT ? spare : 0;
        line.resizeRelocate(Math.rint(x), 0, wide, getHeight());
    }
}
