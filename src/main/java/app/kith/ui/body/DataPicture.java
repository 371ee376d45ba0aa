package app.kith.ui.body;

import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** A picture that is written out as a data URL (RFC 2397), as cards have them. */
public final class DataPicture {
    private static final String START = "data:image/";

    private DataPicture() {}

    /**
     * Tells whether a text is such a picture; whether it can be shown is known only once it is decoded.
     *
     * @param text the text
     * @return whether it is
     */
    public static boolean is(String text) {
        return text.regionMatches(true, 0, START, 0, START.length()) && text.indexOf(',') > 0;
    }

    /**
     * Decodes the picture. Any thread but the JavaFX one: it may take long.
     *
     * @param url the data URL
     * @param widest how wide it is at most made, in pixels
     * @return the picture; null where it is none that is known, or where it is not to be trusted
     */
    public static @Nullable Image decoded(String url, double widest) {
        byte[] bytes = is(url) ? Pictures.decode(url.substring(url.indexOf(',') + 1)) : null;
        return bytes == null ? null : Pictures.decoded(bytes, widest);
    }
}
