package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Frame.Edges;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A frame around blocks. The frame itself is a node of its own, so that it may be narrower than the place of the box. */
final class BoxView extends BlockView {
    private final Region back = new Region();
    private final FlowView content;
    private final Frame frame;
    private final double scale;
    private final Insets inside;

    /**
     * Makes a box.
     *
     * @param frame its looks
     * @param content what is in it
     * @param look with what it is drawn, outside of it
     */
    BoxView(Frame frame, FlowView content, Look look) {
        this.frame = frame;
        this.content = content;
        this.scale = look.scale();
        this.inside = insets(frame, scale);
        dress(back, frame, look);
        getChildren().setAll(back, content);
    }

    /** {@return the room that border and padding take} */
    static Insets insets(Frame frame, double scale) {
        Edges padding = frame.padding();
        Frame.Border border = frame.border();
        return new Insets(Math.rint(padding.top() * scale + border.top().width()),
                Math.rint(padding.right() * scale + border.right().width()),
                Math.rint(padding.bottom() * scale + border.bottom().width()),
                Math.rint(padding.left() * scale + border.left().width()));
    }

    /** Draws background and border of a frame onto a node. */
    static void dress(Region node, Frame frame, Look look) {
        Color color = look.background(frame.background());
        CornerRadii radii = new CornerRadii(frame.radius() * look.scale());
        if (color != null) {
            node.setBackground(new Background(new BackgroundFill(color, radii, Insets.EMPTY)));
        }
        Frame.Border border = frame.border();
        if (!border.isNone()) {
            node.setBorder(border(border, radii, look));
        }
        node.setMouseTransparent(true);
    }

    private static Border border(Frame.Border border, CornerRadii radii, Look look) {
        List<Frame.Line> lines = List.of(border.top(), border.right(), border.bottom(), border.left());
        List<Color> colors = new ArrayList<>();
        List<BorderStrokeStyle> styles = new ArrayList<>();
        for (Frame.Line line : lines) {
            colors.add(look.line(line.color()));
            styles.add(line.width() > 0 ? BorderStrokeStyle.SOLID : BorderStrokeStyle.NONE);
        }
        return new Border(new BorderStroke(colors.get(0), colors.get(1), colors.get(2), colors.get(3), styles.get(0),
                styles.get(1), styles.get(2), styles.get(3), radii, new BorderWidths(border.top().width(), border
                        .right().width(), border.bottom().width(), border.left().width()),
                Insets.EMPTY));
    }

    private double outside() {
        return (frame.left() + frame.right()) * scale;
    }

    private double sides() {
        return inside.getLeft() + inside.getRight();
    }

    @Override
    double measureLeast() {
        return content.least() + sides() + outside();
    }

    @Override
    double measureMost() {
        Length width = frame.width();
        boolean fixed = width != null && !width.percent();
        double most = content.most() + sides();
        return outside() + (fixed && width != null ? Math.max(width.value() * scale, content.least()) : most);
    }

    /** {@return the width of the frame in a place} */
    private double frameWidth(double place) {
        double room = Math.max(0, place - outside());
        double width = room;
        if (frame.width() != null) {
            width = frame.width().in(frame.width().percent() ? room : 0) * (frame.width().percent() ? 1 : scale);
        } else if (frame.shrink()) {
            width = Math.ceil(content.most() + sides()) + 1;
        }
        width = Math.min(width, limit(frame.maxWidth(), room));
        return Math.max(Math.min(width, room), Math.min(room, content.least() + sides()));
    }

    private double limit(@Nullable Length most, double room) {
        return most == null ? room : most.percent() ? most.in(room) : most.value() * scale;
    }

    @Override
    double measureHeight(double forWidth) {
        return content.height(frameWidth(forWidth) - sides()) + inside.getTop() + inside.getBottom();
    }

    @Override
    protected void layoutChildren() {
        double width = frameWidth(getWidth());
        double spare = Math.max(0, getWidth() - outside() - width);
        double x = frame.left() * scale + (frame.align() == Align.CENTER
                ? spare / 2
                : frame.align() == Align.RIGHT ? spare : 0);
        double inner = width - sides();
        back.resizeRelocate(Math.rint(x), 0, width, getHeight());
        place(content, x + inside.getLeft(), inside.getTop(), inner, content.height(inner));
    }
}
