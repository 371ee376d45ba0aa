package app.kith.ui.body;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** What the views of a page ask of the body that they are part of. JavaFX thread only. */
interface Host {

    /** The user follows a link. */
    void open(Link link);

    /** The pointer is over a link, or over none any more. */
    void hover(Node view, @Nullable Link link);

    /** Fetches the bytes of a picture from the caller and decodes them elsewhere; null comes back where there are none to show. */
    void load(PictureSource source, Consumer<@Nullable Image> shown);

    /** An older message was shown or folded. */
    void folded();

    /** {@return the words for a key} */
    String words(String key, Object... details);
}
