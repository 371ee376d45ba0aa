package app.kith.ui.body;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A picture in a line. Until its bytes are there, and where they never come, its place is kept with its alternative text. */
final class PictureView extends Region {
    /** A picture may be made so narrow before a table has to grow. */
    private static final double LEAST = 120;
    private static final double PAD = 8;

    final Inline.Picture picture;
    private final ImageView view = new ImageView();
    private final Text alt;
    private final double scale;
    private @Nullable Image image;
    private double room = Double.MAX_VALUE;

    PictureView(Inline.Picture picture, Look look, Host host) {
        this.picture = picture;
        this.scale = look.scale();
        this.alt = new Text(picture.alt().length() > 300 ? picture.alt().substring(0, 300) : picture.alt());
        alt.setFont(Font.font(look.font().getFamily(), look.font().getSize() * 0.9));
        alt.setFill(Colors.readable(look.muted(), look.ground()));
        alt.setTextOrigin(VPos.TOP);
        alt.setTextAlignment(TextAlignment.CENTER);
        view.setSmooth(true);
        getChildren().setAll(alt);
        Color tint = look.ground().interpolate(look.muted(), 0.14);
        setBackground(new Background(new BackgroundFill(tint, new CornerRadii(4), null)));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(picture.alt().isEmpty() ? host.words("body.picture") : picture.alt());
        host.load(picture.source(), this::show);
    }

    private void show(@Nullable Image loaded) {
        if (loaded != null) {
            image = loaded;
            view.setImage(loaded);
            getChildren().setAll(view);
            setBackground(Background.EMPTY);
            requestLayout();
        }
    }

    /** Says how wide the line is that the picture stands in. */
    void fit(double width) {
        if (room != width) {
            room = width;
            requestLayout();
        }
    }

    private double wanted() {
        Length width = picture.width();
        Image shown = image;
        if (width != null) {
            boolean unknown = shown == null && picture.height() == 0;
            return width.percent()
                    ? Math.min(width.in(room), unknown ? 200 : Double.MAX_VALUE)
                    : width.value() * scale;
        }
        if (shown == null) {
            return alt.getText().isEmpty() ? 28 : Math.min(320, textWidth() + 2 * PAD);
        }
        return picture.height() > 0 && shown.getHeight() > 0
                ? picture.height() * scale * shown.getWidth() / shown.getHeight()
                : shown.getWidth() * scale;
    }

    private double textWidth() {
        alt.setWrappingWidth(0);
        return Math.ceil(alt.getLayoutBounds().getWidth());
    }

    double least() {
        Length width = picture.width();
        boolean relative = width != null && width.percent();
        return relative ? 16 : Math.min(LEAST, most());
    }

    double most() {
        double before = room;
        room = 600;
        double width = wanted();
        room = before;
        return width;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(1, Math.floor(Math.min(wanted(), room)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = computePrefWidth(-1);
        Image shown = image;
        double said = picture.height() * scale;
        double shrunk = wide / Math.max(1, wanted());
        if (shown == null) {
            alt.setWrappingWidth(Math.max(20, wide - 2 * PAD));
            double text = alt.getText().isEmpty() ? 0 : alt.getLayoutBounds().getHeight();
            return said > 0 ? Math.max(1, said * shrunk) : Math.max(28, text + 2 * PAD);
        }
        boolean both = said > 0 && picture.width() != null && !picture.width().percent();
        return Math.max(1, both ? said * shrunk : wide * shown.getHeight() / Math.max(1, shown.getWidth()));
    }

    @Override
    public double getBaselineOffset() {
        // Not the height it has now: the line is measured before the picture is resized.
        return prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        if (image != null) {
            view.setFitWidth(getWidth());
            view.setFitHeight(getHeight());
            return;
        }
        alt.setWrappingWidth(Math.max(20, getWidth() - 2 * PAD));
        boolean fits = alt.getLayoutBounds().getHeight() <= getHeight() && getWidth() > 30;
        alt.setVisible(fits);
        alt.relocate(PAD, Math.max(0, (getHeight() - alt.getLayoutBounds().getHeight()) / 2));
    }
}
