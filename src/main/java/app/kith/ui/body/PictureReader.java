package app.kith.ui.body;

import app.kith.mail.SafeHtml;
import app.kith.ui.body.Inline.Picture;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads pictures. */
final class PictureReader {
    private static final int SEEN = 24;

    private PictureReader() {}

    /** {@return the picture; null where nothing of it would be seen} */
    static @Nullable Picture picture(Element image, Map<String, String> css, @Nullable Link link) {
        Length width = FrameReader.width(image, css, 14);
        Length styled = Length.of(css.getOrDefault("height", image.attr("height")), 14);
        double height = styled == null || styled.percent() ? 0 : styled.value();
        String alt = image.attr("alt").strip();
        PictureSource source = source(image);
        if (source instanceof PictureSource.Missing && alt.isEmpty()
                && (width == null || height < SEEN || width.value() < SEEN)) {
            return null;
        }
        return new Picture(source, alt, width, height, link);
    }

    private static PictureSource source(Element image) {
        String remote = image.attr(SafeHtml.REMOTE_SOURCE);
        if (!remote.isEmpty()) {
            return new PictureSource.Remote(remote);
        }
        String source = image.attr("src");
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            return new PictureSource.Own(contentId(source.substring(4)));
        }
        return DataPicture.is(source)
                ? new PictureSource.Written(source.substring(source.indexOf(',') + 1))
                : new PictureSource.Missing();
    }

    private static String contentId(String written) {
        try {
            return written.indexOf('%') < 0
                    ? written
                    : URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
