package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Scope.Kind;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Knows what the elements of HTML are by nature. */
final class Kinds {
    private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "caption", "center",
            "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
            "main", "nav", "p", "pre", "section");
    private static final Set<String> ROWS = Set.of("tbody", "thead", "tfoot", "tr");
    private static final Set<String> QUOTES = Set.of("gmail_quote", "gmail_quote_container", "yahoo_quoted",
            "protonmail_quote", "tutanota_quote", "zmail_extra", "moz-cite-prefix", "ntes-mailmaster-quote",
            "mail_quote", "mailmaster-quote");
    private static final Set<String> QUOTE_IDS = Set.of("isreplycontent", "mail-editor-reference-message-container",
            "divrplyfwdmsg");

    private Kinds() {}

    static Kind of(Element element, Map<String, String> css, Scope outer, boolean room) {
        String name = element.normalName();
        boolean inTable = outer.table != null && (outer.kind == Kind.TABLE || outer.kind == Kind.ROW);
        if (inTable && ROWS.contains(name)) {
            return Kind.ROW;
        }
        if (inTable && (name.equals("td") || name.equals("th"))) {
            return Kind.CELL;
        }
        if (name.equals("col") || name.equals("colgroup")) {
            return Kind.COLUMN;
        }
        if (!room) {
            return Kind.INLINE;
        }
        return switch (name) {
            case "table" -> Kind.TABLE;
            case "ul", "ol" -> Kind.LIST;
            case "li" -> Kind.ITEM;
            default -> isBlock(name, css) ? Kind.BLOCK : Kind.INLINE;
        };
    }

    private static boolean isBlock(String name, Map<String, String> css) {
        String display = css.getOrDefault("display", "");
        if (BLOCKS.contains(name)) {
            return !display.equals("inline");
        }
        boolean framed = css.containsKey("background") || css.containsKey("background-color")
                || css.keySet().stream().anyMatch(property -> property.startsWith("border"));
        return display.equals("block") || display.equals("inline-block") && framed && css.keySet().stream().anyMatch(
                property -> property.startsWith("padding") || property.equals("width"));
    }

    /** {@return where a box stands that is narrower than its place: one in a line goes with the words} */
    static Align place(Scope outer, Flow flow, Map<String, String> css) {
        return css.getOrDefault("display", "").startsWith("inline-") ? outer.flow.align() : flow.place();
    }

    /** {@return the margin above and below that an element has by nature, as a multiple of its type size} */
    static double margin(Element element, int lists) {
        return switch (element.normalName()) {
            case "p" -> element.hasClass("MsoNormal") || element.hasClass("MsoListParagraph")
                    || element.hasClass("MsoPlainText") || element.hasClass("MsoNoSpacing") ? 0 : 1;
            case "dl", "pre", "figure" -> 1;
            case "blockquote" -> isCited(element, Map.of()) ? 0.4 : 1;
            case "ul", "ol" -> lists == 0 ? 0.8 : 0;
            case "h1" -> 0.67;
            case "h2" -> 0.83;
            case "h3" -> 1;
            case "h4", "h5", "h6" -> 1.3;
            default -> 0;
        };
    }

    static int heading(String name) {
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : 0;
    }

    /** {@return whether an element quotes an older message} */
    static boolean isCited(Element element, Map<String, String> css) {
        if (QUOTE_IDS.contains(element.id().toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        if (element.hasAttr("class") && element.classNames().stream().anyMatch(QUOTES::contains)) {
            return true;
        }
        return element.normalName().equals("blockquote") && (element.attr("type").equals("cite")
                || css.keySet().stream().anyMatch(name -> name.startsWith("border-left")));
    }

    static Frame inset(Frame frame, double left) {
        return new Frame(frame.left() + left, frame.right(), frame.padding(), frame.border(), frame.background(),
                frame.width(), frame.maxWidth(), frame.radius(), frame.align(), frame.shrink());
    }
}
