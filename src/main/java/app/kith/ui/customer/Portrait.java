package app.kith.ui.customer;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.store.Customers.Customer;
import app.kith.ui.body.DataPicture;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/**
 * What a customer is known by at a glance: the picture of a card, else the letters of the name. A picture that only stands on a server is
 * not asked for. JavaFX thread only.
 */
public final class Portrait extends StackPane {
    /** Twice what is shown, for screens of small pixels. */
    private static final double WIDEST = 256;

    private final Background background;
    private String shown = "";

    /**
     * Makes the place.
     *
     * @param background where pictures are decoded
     */
    public Portrait(Background background) {
        this.background = background;
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Shows somebody: the letters at once, the picture when it is decoded. */
    void show(Customer customer) {
        String photo = customer.values().stream().map(ShownValue::value)
                .filter(value -> value.property() == Property.PHOTO && DataPicture.is(value.raw()))
                .map(Value::raw).findFirst().orElse("");
        if (!photo.isEmpty() && photo.equals(shown)) {
            return;
        }
        shown = photo;
        StackPane letters = Controls.avatar(customer.row().name(), "large");
        getChildren().setAll(letters);
        if (!photo.isEmpty()) {
            background.run("portrait-" + System.identityHashCode(this), () -> DataPicture.decoded(photo, WIDEST),
                    image -> {
                        if (image != null && photo.equals(shown)) {
                            getChildren().setAll(letters, round(image, letters));
                        }
                    }, _ -> {});
        }
    }

    /** The middle of the picture in a circle over the letters, as large as they are. */
    private static Node round(Image image, StackPane letters) {
        double side = Math.min(image.getWidth(), image.getHeight());
        ImageView view = new ImageView(image);
        view.setViewport(new Rectangle2D((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
        Circle circle = new Circle();
        letters.widthProperty().subscribe(width -> {
            view.setFitWidth(width.doubleValue());
            view.setFitHeight(width.doubleValue());
            circle.setRadius(width.doubleValue() / 2);
            circle.setCenterX(width.doubleValue() / 2);
            circle.setCenterY(width.doubleValue() / 2);
        });
        view.setClip(circle);
        return view;
    }
}
