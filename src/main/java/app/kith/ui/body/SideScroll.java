package app.kith.ui.body;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

/** Lets a table that is too wide be moved sideways. Up and down is the business of whoever shows the mail. */
final class SideScroll extends BlockView {
    private static final double BAR = 12;
    private final BlockView content;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();

    SideScroll(BlockView content) {
        this.content = content;
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.valueProperty().subscribe(value -> content.setTranslateX(-Math.rint(value.doubleValue())));
        getChildren().setAll(content, bar);
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            double across = event.getDeltaX() != 0 ? event.getDeltaX() : event.isShiftDown() ? event.getDeltaY() : 0;
            if (bar.isVisible() && across != 0) {
                bar.setValue(Math.clamp(bar.getValue() - across, 0, bar.getMax()));
                event.consume();
            }
        });
    }

    /** {@return how wide it has to be to show everything at once} */
    double leastUncut() {
        return content.least();
    }

    private boolean isTooWide(double width) {
        return content.least() > width + 1;
    }

    @Override
    double measureLeast() {
        return 40;
    }

    @Override
    double measureMost() {
        return content.most();
    }

    @Override
    double measureHeight(double forWidth) {
        return isTooWide(forWidth) ? content.height(content.least()) + BAR : content.height(forWidth);
    }

    @Override
    protected void layoutChildren() {
        boolean wide = isTooWide(getWidth());
        double width = wide ? content.least() : getWidth();
        place(content, 0, 0, width, content.height(width));
        bar.setVisible(wide);
        bar.setMax(wide ? width - getWidth() : 0);
        bar.setVisibleAmount(wide ? (width - getWidth()) * getWidth() / width : 0);
        if (!wide) {
            bar.setValue(0);
        }
        bar.resizeRelocate(0, getHeight() - BAR, getWidth(), BAR);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
