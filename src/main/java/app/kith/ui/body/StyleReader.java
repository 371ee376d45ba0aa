package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.TextStyle.Script;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads from an element what its content takes over. */
final class StyleReader {
    private static final double[] HEADINGS = {2, 1.5, 1.17, 1, 0.9, 0.85};
    private static final double[] SIZES = {10, 12, 14, 16, 20, 26, 36};

    private StyleReader() {}

    /** {@return what the content of an element takes over} */
    static Flow of(Element element, Map<String, String> css, Flow outer) {
        Flow flow = byName(element, outer);
        flow = flow.align(align(element.attr("align"), flow.align()));
        if (!element.attr("align").isEmpty() && isPlace(element.normalName())) {
            flow = flow.place(align(element.attr("align"), flow.place()));
        }
        String direction = css.getOrDefault("direction", element.attr("dir"));
        if (direction.equalsIgnoreCase("rtl") || direction.equalsIgnoreCase("ltr")) {
            flow = flow.direction(direction.equalsIgnoreCase("rtl") ? 1 : -1);
        }
        return css.isEmpty() ? flow : byCss(css, flow, outer.style().size());
    }

    private static boolean isPlace(String name) {
        return name.equals("td") || name.equals("th") || name.equals("div") || name.equals("tr");
    }

    private static Flow byName(Element element, Flow outer) {
        TextStyle style = outer.style();
        String name = element.normalName();
        return switch (name) {
            case "b", "strong" -> outer.style(style.bold(true));
            case "th" -> outer.style(style.bold(true)).align(Align.CENTER);
            case "i", "em", "cite", "var", "dfn", "address" -> outer.style(style.italic(true));
            case "u", "ins" -> outer.style(style.underline(true));
            case "s", "strike", "del" -> outer.style(style.strike(true));
            case "sub" -> outer.style(style.script(Script.BELOW).size(style.size() * 0.8));
            case "sup" -> outer.style(style.script(Script.ABOVE).size(style.size() * 0.8));
            case "small" -> outer.style(style.size(style.size() * 0.85));
            case "big" -> outer.style(style.size(style.size() * 1.2));
            case "tt", "code", "kbd", "samp" -> outer.style(style.mono(true));
            case "pre" -> outer.style(style.mono(true)).preserve(true);
            case "mark" -> outer.style(style.background(Color.web("#fff59d")));
            case "center" -> outer.align(Align.CENTER).place(Align.CENTER);
            case "caption" -> outer.align(Align.CENTER);
            case "table" -> table(element, outer);
            case "font" -> font(element, outer);
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                outer.style(style.bold(true).size(style.size() * HEADINGS[name.charAt(1) - '1']));
            default -> outer;
        };
    }

    /** The align of a table is its own place, not that of its words. */
    private static Flow table(Element element, Flow outer) {
        Color color = Css.color(element.attr("color"));
        Flow flow = outer.align(Align.START).place(Align.START);
        return color == null ? flow : flow.style(outer.style().color(color));
    }

    private static Flow font(Element element, Flow outer) {
        TextStyle style = outer.style();
        Color color = Css.color(element.attr("color"));
        style = color == null ? style : style.color(color);
        String size = element.attr("size").strip();
        if (size.matches("[+-]?[0-9]{1,2}")) {
            int number = Integer.parseInt(size.startsWith("+") ? size.substring(1) : size);
            int step = size.charAt(0) == '+' || size.charAt(0) == '-' ? 3 + number : number;
            style = style.size(SIZES[Math.clamp(step, 1, 7) - 1]);
        }
        return outer.style(element.attr("face").isEmpty() ? style : face(style, element.attr("face")));
    }

    static TextStyle face(TextStyle style, String families) {
        String names = families.toLowerCase(java.util.Locale.ROOT).replace("'", "").replace("\"", "");
        boolean mono = names.contains("mono") || names.contains("courier") || names.contains("consolas")
                || names.contains("menlo");
        return style.face(names.length() > 200 ? "" : names).mono(mono);
    }

    private static Flow byCss(Map<String, String> css, Flow flow, double outerSize) {
        Flow read = shorthand(css.get("font"), flow, outerSize);
        TextStyle style = read.style();
        for (Map.Entry<String, String> entry : css.entrySet()) {
            style = words(entry.getKey(), entry.getValue(), style, outerSize);
        }
        read = read.style(style);
        for (Map.Entry<String, String> entry : css.entrySet()) {
            read = lines(entry.getKey(), entry.getValue(), read);
        }
        return read;
    }

    private static TextStyle words(String name, String value, TextStyle style, double outerSize) {
        return switch (name) {
            case "color" -> {
                Color color = Css.color(value);
                yield color == null ? style : style.color(color);
            }
            case "font-size" -> style.size(size(value, outerSize, style.size()));
            case "font-weight" -> style.bold(isBold(value, style.bold()));
            case "font-style" -> style.italic(!value.equals("normal") && (style.italic() || !value.equals("inherit")));
            case "font-family" -> face(style, value);
            case "text-decoration", "text-decoration-line" -> decoration(value, style);
            case "vertical-align" -> switch (value) {
                case "sub" -> style.script(Script.BELOW);
                case "super" -> style.script(Script.ABOVE);
                default -> style;
            };
            default -> style;
        };
    }

    private static TextStyle decoration(String value, TextStyle style) {
        if (value.contains("none")) {
            return style.underline(false).strike(false);
        }
        return style.underline(style.underline() || value.contains("underline"))
                .strike(style.strike() || value.contains("line-through"));
    }

    private static Flow lines(String name, String value, Flow flow) {
        return switch (name) {
            case "text-align" -> flow.align(align(value, flow.align())).place(
                    value.startsWith("-webkit-") ? align(value.substring(8), flow.place()) : flow.place());
            case "line-height" -> flow.lineHeight(lineHeight(value, flow));
            case "text-indent" -> flow.indent(Math.clamp(Length.pixels(value, flow.style().size()), 0, 200));
            case "white-space" -> switch (value) {
                case "pre", "pre-wrap", "break-spaces", "pre-line" -> flow.preserve(true);
                case "normal" -> flow.preserve(false).nowrap(false);
                case "nowrap" -> flow.nowrap(true);
                default -> flow;
            };
            case "text-transform" -> flow.upper(value.equals("uppercase"));
            default -> flow;
        };
    }

    private static double lineHeight(String value, Flow flow) {
        double size = Math.max(1, flow.style().size());
        if (value.endsWith("%")) {
            return Length.pixels(value.substring(0, value.length() - 1), 1) / 100;
        }
        double number = Length.pixels(value, size);
        if (number < 0) {
            return value.equals("normal") ? 0 : flow.lineHeight();
        }
        boolean bare = Character.isDigit(value.charAt(value.length() - 1));
        return bare ? number : number / size;
    }

    /** {@code font: bold 12px/1.5 arial}. */
    private static Flow shorthand(@Nullable String value, Flow flow, double outerSize) {
        if (value == null) {
            return flow;
        }
        TextStyle style = flow.style().bold(false).italic(false);
        StringBuilder families = new StringBuilder();
        boolean sized = false;
        for (String word : Css.words(value.replace("/", " / "))) {
            double size = sized ? -1 : size(word, outerSize, -1);
            if (size >= 0 && !word.matches("[1-9]00")) {
                style = style.size(size);
                sized = true;
            } else if (!sized) {
                style = isBold(word, false) ? style.bold(true) : word.equals("italic") ? style.italic(true) : style;
            } else if (!word.equals("/") && !Character.isDigit(word.charAt(0))) {
                families.append(word).append(' ');
            }
        }
        return flow.style(face(style, families.toString().strip()));
    }

    private static boolean isBold(String value, boolean now) {
        return switch (value) {
            case "bold", "bolder", "600", "700", "800", "900" -> true;
            case "normal", "lighter", "100", "200", "300", "400", "500" -> false;
            default -> now;
        };
    }

    private static double size(String value, double outer, double otherwise) {
        int named = List.of("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large").indexOf(value);
        if (named >= 0) {
            return new double[]{9, 10, 13, 16, 18, 24, 32}[named];
        }
        if (value.equals("smaller") || value.equals("larger")) {
            return value.equals("smaller") ? outer * 0.85 : outer * 1.2;
        }
        Length length = Length.of(value, outer);
        return length == null ? otherwise : length.percent() ? outer * length.value() / 100 : length.value();
    }

    static Align align(String value, Align otherwise) {
        return switch (value.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "left" -> Align.LEFT;
            case "right", "end" -> Align.RIGHT;
            case "center", "middle" -> Align.CENTER;
            case "justify" -> Align.JUSTIFY;
            case "start" -> Align.START;
            default -> otherwise;
        };
    }
}
