package app.kith.ui.body;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A button, and behind it the older message that is made only when it is wanted. */
final class HistoryView extends BlockView {
    private static final double GAP = 8;
    private final Button button = new Button("···");
    private final Supplier<FlowView> older;
    private final Host host;
    private @Nullable FlowView content;

    HistoryView(Supplier<FlowView> older, boolean open, Host host) {
        this.older = older;
        this.host = host;
        button.getStyleClass().addAll("history-button");
        button.setOnAction(event -> toggle());
        getChildren().setAll(button);
        if (open) {
            toggle();
        }
        name();
    }

    private void name() {
        String says = host.words(content == null ? "body.history.show" : "body.history.hide");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
    }

    /** {@return whether the older message is shown} */
    boolean isOpen() {
        return content != null;
    }

    /** Shows or hides the older message. */
    void toggle() {
        if (content == null) {
            FlowView made = older.get();
            content = made;
            getChildren().setAll(button, made);
        } else {
            content = null;
            getChildren().setAll(button);
        }
        name();
        host.folded();
        requestLayout();
    }

    @Override
    double measureLeast() {
        return Math.max(button.prefWidth(-1), content == null ? 0 : content.least());
    }

    @Override
    double measureMost() {
        return Math.max(button.prefWidth(-1), content == null ? 0 : content.most());
    }

    @Override
    double measureHeight(double forWidth) {
        return Math.ceil(button.prefHeight(-1)) + (content == null ? 0 : GAP + content.height(forWidth));
    }

    @Override
    protected void layoutChildren() {
        double high = Math.ceil(button.prefHeight(-1));
        button.resizeRelocate(0, 0, button.prefWidth(-1), high);
        FlowView shown = content;
        if (shown != null) {
            place(shown, 0, high + GAP, getWidth(), shown.height(getWidth()));
        }
    }
}
