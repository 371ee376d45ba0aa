package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Frame.Border;
import app.kith.ui.body.Frame.Edges;
import app.kith.ui.body.Frame.Line;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the looks of a box from its attributes and its style. */
final class FrameReader {
    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
    private static final double[] NOTHING = {0, 0, 0, 0};

    private FrameReader() {}

    /**
     * Reads a frame.
     *
     * @param element the box
     * @param css its style
     * @param em its type size in pixels
     * @param align where narrower boxes stand in it, as the blocks around say
     */
    static Frame of(Element element, Map<String, String> css, double em, Align align) {
        double[] margin = edges(css, "margin", "", em, NOTHING);
        double[] padding = edges(css, "padding", "", em, NOTHING);
        Color background = background(element, css);
        String display = css.getOrDefault("display", "");
        return new Frame(margin[3], margin[1], new Edges(padding[0], padding[1], padding[2], padding[3]),
                border(css, em), background, width(element, css, em),
                Length.of(css.getOrDefault("max-width", ""), em), radius(css, em), place(element, css, align),
                display.startsWith("inline-"));
    }

    /** {@return margins above and below in pixels; the given ones where the style says nothing} */
    static double[] vertical(Map<String, String> css, double em, double usual) {
        double[] margin = edges(css, "margin", "", em, new double[]{usual, 0, usual, 0});
        return new double[]{margin[0], margin[2]};
    }

    static @Nullable Color background(Element element, Map<String, String> css) {
        String color = css.get("background-color");
        if (color == null && css.containsKey("background")) {
            Color found = Css.colorIn(css.getOrDefault("background", ""));
            if (found != null || element.attr("bgcolor").isEmpty()) {
                return found;
            }
        }
        return Css.color(color != null ? color : element.attr("bgcolor"));
    }

    static @Nullable Length width(Element element, Map<String, String> css, double em) {
        Length said = Length.of(css.getOrDefault("width", ""), em);
        Length width = said == null ? Length.of(element.attr("width"), em) : said;
        return width == null || width.value() == 0 ? null : width;
    }

    private static Align place(Element element, Map<String, String> css, Align around) {
        String margin = css.getOrDefault("margin", "");
        boolean auto = margin.endsWith("auto") && Css.words(margin).size() <= 3 && margin.contains("auto")
                || css.getOrDefault("margin-left", "").equals("auto")
                        && css.getOrDefault("margin-right", "auto").equals("auto");
        if (auto) {
            return Align.CENTER;
        }
        boolean table = element.normalName().equals("table");
        return table ? StyleReader.align(element.attr("align"), around) : around;
    }

    private static double radius(Map<String, String> css, double em) {
        List<String> words = Css.words(css.getOrDefault("border-radius", ""));
        return words.isEmpty() ? 0 : Math.clamp(Length.pixels(words.getFirst(), em), 0, 40);
    }

    /** {@return four lengths: top, right, bottom, left; what cannot be read is 0} */
    static double[] edges(Map<String, String> css, String name, String ending, double em, double[] usual) {
        double[] edges = usual.clone();
        List<String> all = Css.words(css.getOrDefault(name + ending, ""));
        for (int i = 0; i < 4 && !all.isEmpty(); i++) {
            int from = i < all.size() ? i : i == 3 && all.size() > 1 ? 1 : i == 2 ? 0 : all.size() > 1 ? 1 : 0;
            edges[i] = Math.max(0, Length.pixels(all.get(from), em));
        }
        for (int i = 0; i < 4; i++) {
            String own = css.get(name + "-" + SIDES.get(i) + ending);
            if (own != null) {
                edges[i] = Math.max(0, Length.pixels(own, em));
            }
        }
        return cap(edges);
    }

    private static double[] cap(double[] edges) {
        for (int i = 0; i < 4; i++) {
            edges[i] = Math.min(edges[i], 200);
        }
        return edges;
    }

    private static Border border(Map<String, String> css, double em) {
        boolean any = css.keySet().stream().anyMatch(name -> name.startsWith("border"));
        if (!any) {
            return Border.NONE;
        }
        Line[] lines = new Line[4];
        for (int i = 0; i < 4; i++) {
            lines[i] = side(css, SIDES.get(i), em);
        }
        return new Border(lines[0], lines[1], lines[2], lines[3]);
    }

    private static Line side(Map<String, String> css, String side, double em) {
        Line line = Line.NONE;
        String style = "none";
        for (String name : List.of("border", "border-" + side)) {
            String value = css.get(name);
            if (value != null) {
                style = "none";
                line = new Line(3, null);
                for (String word : Css.words(value)) {
                    double width = named(word, em);
                    Color color = width >= 0 ? null : Css.color(word);
                    if (width >= 0) {
                        line = new Line(width, line.color());
                    } else if (color != null) {
                        line = new Line(line.width(), color);
                    } else {
                        style = word.equals("transparent") ? "none" : word;
                    }
                }
            }
        }
        return parts(css, side, em, line, style);
    }

    private static Line parts(Map<String, String> css, String side, double em, Line short_, String shortStyle) {
        double width = short_.width();
        Color color = short_.color();
        String style = shortStyle;
        int index = SIDES.indexOf(side);
        for (String name : List.of("border", "border-" + side)) {
            List<String> widths = Css.words(css.getOrDefault(name + "-width", ""));
            List<String> colors = Css.words(css.getOrDefault(name + "-color", ""));
            List<String> styles = Css.words(css.getOrDefault(name + "-style", ""));
            width = widths.isEmpty() ? width == 0 && !styles.isEmpty() ? 3 : width : named(pick(widths, index), em);
            color = colors.isEmpty() ? color : Css.color(pick(colors, index));
            style = styles.isEmpty() ? style : pick(styles, index);
        }
        boolean none = style.equals("none") || style.equals("hidden");
        return none || width <= 0 ? Line.NONE : new Line(Math.min(width, 20), color);
    }

    private static String pick(List<String> values, int side) {
        int index = side < values.size()
                ? side
                : side == 3 && values.size() > 1
                        ? 1
                        : side == 2
                                ? 0
                                : side % values
                                        .size();
        return values.get(index);
    }

    private static double named(String width, double em) {
        return switch (width.toLowerCase(Locale.ROOT)) {
            case "thin" -> 1;
            case "medium" -> 3;
            case "thick" -> 5;
            default -> Length.pixels(width, em);
        };
    }
}
