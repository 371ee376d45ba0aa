package app.kith.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The allow list for the HTML of mails. What it does not name does not pass; the text inside mostly does. */
final class MailHtmlPolicy {
    private static final String[] ELEMENTS = {"a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo",
            "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn",
            "div",
            "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
            "hr",
            "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp",
            "section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
            "thead",
            "time", "tr", "tt", "u", "ul", "var", "wbr"};

    /** Looks only: nothing that names an address, leaves the place of the element, or covers another. */
    private static final List<String> STYLES = List.of("background", "background-color", "border", "border-bottom",
            "border-bottom-color", "border-bottom-style", "border-bottom-width", "border-collapse", "border-color",
            "border-left", "border-left-color", "border-left-style", "border-left-width", "border-radius",
            "border-right",
            "border-right-color", "border-right-style", "border-right-width", "border-spacing", "border-style",
            "border-top", "border-top-color", "border-top-style", "border-top-width", "border-width", "clear", "color",
            "direction", "display", "float", "font", "font-family", "font-size", "font-style", "font-variant",
            "font-weight", "height", "letter-spacing", "line-height", "list-style-type", "margin", "margin-bottom",
            "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width",
            "opacity",
            "overflow", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "table-layout",
            "text-align", "text-decoration", "text-indent", "text-transform", "unicode-bidi", "vertical-align",
            "visibility", "white-space", "width", "word-break", "word-spacing", "word-wrap");
    private static final CssSchema STYLE = CssSchema.withProperties(STYLES);

    private MailHtmlPolicy() {}

    /** {@return the policy, with pictures decided by the given judge, which serves one text} */
    static PolicyFactory with(MailImages images) {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowElements(images::image, "img")
                .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data", "ftp")
                .allowAttributes("href").matching((element, attribute, value) -> link(value)).onElements("a")
                .allowAttributes("src").onElements("img")
                .allowAttributes("alt", "title").matching((element, attribute, value) -> words(value)).globally()
                .allowAttributes("background", "srcset", "poster", "lowsrc", "dynsrc")
                .matching((element, attribute, value) -> images.drop(value)).globally()
                .allowAttributes("style").matching((element, attribute, value) -> images.style(value)).globally()
                .allowStyling(STYLE)
                .allowAttributes("align", "valign", "dir", "lang", "nowrap", "color", "bgcolor", "face", "size",
                        "width",
                        "height", "border", "bordercolor", "cellpadding", "cellspacing", "colspan", "rowspan", "span",
                        "start", "type", "value", "hspace", "vspace", "noshade", "class")
                .matching((element, attribute, value) -> plain(value)).globally()
                .toFactory();
    }

    /** {@return the address of a link if it leads where a link may lead, else null} */
    private static @Nullable String link(String value) {
        String address = HeaderText.clean(value).strip();
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        if (Ascii.startsWith(address, 0, "www.")) {
            return "http://" + address;
        }
        boolean allowed = Ascii.startsWith(address, 0, "http://") || Ascii.startsWith(address, 0, "https://")
                || Ascii.startsWith(address, 0, "mailto:") || Ascii.startsWith(address, 0, "tel:");
        return allowed ? address : null;
    }

    private static String words(String value) {
        return HeaderText.clean(value.length() > 2000 ? value.substring(0, 2000) : value);
    }

    /** {@return the value of a presentational attribute if it is short and holds nothing but letters, digits and a few signs} */
    private static @Nullable String plain(String value) {
        if (value.length() > 200) {
            return null;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '<' || c == '>' || c == '(' || c == ':' || c == '\\' || c == '&' || c == '@') {
                return null;
            }
        }
        return value;
    }
}
