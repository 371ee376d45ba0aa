package app.kith.ui.body;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.function.Function;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures of bytes. Never asks a network: what lies on a server is shown only if the caller hands in its bytes. Any thread but the
 * JavaFX one: both functions may read files.
 *
 * @param own the bytes for a Content-ID without brackets, or null
 * @param remote the bytes for the address of a picture on a server, or null; called only where the HTML was made to keep such addresses
 */
record Pictures(Function<String, byte @Nullable []> own, Function<String, byte @Nullable []> remote) {
    static final Pictures NONE = new Pictures(id -> null, address -> null);

    private static final int BYTES = 20_000_000;
    private static final double WIDEST = 1600;

    /** {@return the picture, decoded and made no larger than it can be shown; null where there is none, or where it is not to be trusted} */
    @Nullable
    Image load(PictureSource source) {
        byte[] bytes = bytes(source);
        return bytes == null ? null : decoded(bytes, WIDEST);
    }

    /** {@return the picture, at most so wide; null where it is none, or is not to be trusted} */
    static @Nullable Image decoded(byte[] bytes, double widest) {
        if (bytes.length == 0 || bytes.length > BYTES) {
            return null;
        }
        PictureSize size = PictureSize.of(bytes);
        if (size == null || !size.isReasonable()) {
            return null;
        }
        byte[] still = size.stillLength() > 0 ? StillGif.first(bytes, size.stillLength()) : bytes;
        double shrink = Math.min(1, widest / Math.max(size.width(), 1));
        Image image = shrink < 1
                ? new Image(new ByteArrayInputStream(still), widest, 0, true, true)
                : new Image(new ByteArrayInputStream(still));
        return image.isError() || image.getWidth() < 1 ? null : image;
    }

    private byte @Nullable [] bytes(PictureSource source) {
        return switch (source) {
            case PictureSource.Own(String id) -> own.apply(id);
            case PictureSource.Remote(String address) -> remote.apply(address);
            case PictureSource.Written(String base64) -> decode(base64);
            case PictureSource.Missing() -> null;
        };
    }

    static byte @Nullable [] decode(String base64) {
        if (base64.length() > BYTES) {
            return null;
        }
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
