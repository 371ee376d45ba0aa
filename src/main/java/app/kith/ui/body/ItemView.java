package app.kith.ui.body;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

/** An item of a list: its mark hangs before its blocks. */
final class ItemView extends BlockView {
    private final Text mark = new Text();
    private final FlowView content;
    private final double indent;
    private final boolean rightToLeft;

    ItemView(Block.Item item, FlowView content, Look look) {
        this.content = content;
        this.rightToLeft = item.rightToLeft();
        mark.setText(item.marker());
        mark.setFont(look.font(item.style().bold(false), item.marker()));
        mark.setFill(look.words(item.style(), false));
        mark.setTextOrigin(VPos.TOP);
        mark.setManaged(false);
        double usual = 24 * look.scale();
        this.indent = Math.max(usual, Math.ceil(mark.getLayoutBounds().getWidth()) + 10);
        mark.setLayoutY(Math.floor(look.lead(0, item.style().size()) / 2));
        getChildren().setAll(mark, content);
    }

    @Override
    double measureLeast() {
        return content.least() + indent;
    }

    @Override
    double measureMost() {
        return content.most() + indent;
    }

    @Override
    double measureHeight(double forWidth) {
        return Math.max(content.height(forWidth - indent), mark.getText().isEmpty()
                ? 0
                : mark.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - indent;
        place(content, rightToLeft ? 0 : indent, 0, inner, content.height(inner));
        mark.setLayoutX(Math.rint(rightToLeft ? inner + 8 : indent - 8 - mark.getLayoutBounds().getWidth()));
    }
}
