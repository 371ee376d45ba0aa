package app.kith.ui.body;

import java.util.Map;
import org.jsoup.nodes.Element;

/** Tells what a mail hides: texts for previews, copies for other screens, bait for filters. */
final class Visibility {
    private Visibility() {}

    static boolean isHidden(Element element, Map<String, String> css) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        if (css.isEmpty()) {
            return false;
        }
        boolean gone = css.getOrDefault("display", "").equals("none")
                || css.getOrDefault("visibility", "").equals("hidden")
                || css.getOrDefault("visibility", "").equals("collapse")
                || isZero(css.get("opacity"));
        boolean flat = isZero(css.get("max-height")) || isZero(css.get("height")) || isZero(css.get("max-width"))
                || isZero(css.get("width"));
        return gone || flat && css.getOrDefault("overflow", "").equals("hidden");
    }

    private static boolean isZero(@org.jspecify.annotations.Nullable String value) {
        return value != null && value.matches("0(\\.0+)?(px|em|pt|%)?");
    }
}
