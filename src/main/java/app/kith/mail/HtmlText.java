package app.kith.mail;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * The words of an HTML body as plain text: blocks on lines of their own, table cells apart, lists with marks, cited blocks with
 * {@code >}. Linear in the length of the HTML; remembers no tree.
 */
final class HtmlText {
    private static final Set<String> SKIPPED = Set.of("style", "script", "head", "title", "noscript", "template",
            "object",
            "svg", "math", "select", "xml");
    private static final Map<String, Integer> BREAKS = Map.ofEntries(Map.entry("div", 1),
            Map.entry("tr", 1), Map.entry("table", 1), Map.entry("ul", 1), Map.entry("ol", 1), Map.entry("li", 1),
            Map.entry("dl", 1), Map.entry("dt", 1), Map.entry("dd", 1), Map.entry("h1", 2), Map.entry("h2", 2),
            Map.entry("h3", 2), Map.entry("h4", 2), Map.entry("h5", 2), Map.entry("h6", 2), Map.entry("pre", 1),
            Map.entry("blockquote", 1), Map.entry("section", 1), Map.entry("article", 1), Map.entry("header", 1),
            Map.entry("footer", 1), Map.entry("center", 1), Map.entry("address", 1), Map.entry("form", 1),
            Map.entry("fieldset", 1), Map.entry("figure", 1), Map.entry("figcaption", 1), Map.entry("caption", 1),
            Map.entry("body", 1), Map.entry("html", 1), Map.entry("option", 1));
    private static final int LONGEST_ENTITY = 34;

    private final String html;
    private final boolean showHidden;
    private final HtmlTag tag;
    private final StringBuilder out;
    private int newlines;
    private boolean space;
    private int preformatted;
    private int cited;
    private long citedMarks;
    private int blockquotes;
    private int unclosed;
    private boolean blankSeen;
    private boolean listMark;
    private int paragraphLines = 2;

    private HtmlText(String html, boolean showHidden) {
        this.html = html;
        this.showHidden = showHidden;
        this.tag = new HtmlTag(html);
        this.out = new StringBuilder(Math.min(html.length() / 2 + 16, 1 << 16));
    }

    /** {@return the text of the HTML with LF line ends; empty where it holds no words} */
    static String of(String html) {
        String text = new HtmlText(html, false).run();
        return text.isBlank() && html.length() > 40 ? new HtmlText(html, true).run() : text;
    }

    private String run() {
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            if (c == '<') {
                i = html.startsWith("<!--", i) ? afterComment(i) : tag.read(i) ? tag() : character(i);
            } else if (c == '&') {
                i = entity(i);
            } else {
                add(c);
                i++;
            }
        }
        return out.toString().strip();
    }

    private int character(int at) {
        add(html.charAt(at));
        return at + 1;
    }

    private int afterComment(int at) {
        int close = html.indexOf("-->", at + 4);
        if (close < 0) {
            return html.length();
        }
        return close + 3;
    }

    private int tag() {
        String name = tag.name();
        if (name.startsWith("!") || name.startsWith("?")) {
            return tag.end();
        }
        if (!tag.isClosing() && !tag.isSelfClosing() && unclosed < 8 && (SKIPPED.contains(name) || (!showHidden
                && hides(name)))) {
            return skip(name, tag.end());
        }
        switch (name) {
            case "br" -> lineBreak();
            case "hr" -> breakLine(1);
            case "td", "th" -> cell();
            case "pre" -> {
                breakLine(1);
                preformatted = Math.max(0, preformatted + (tag.isClosing() ? -1 : 1));
            }
            case "li" -> {
                breakLine(1);
                if (!tag.isClosing()) {
                    put('-');
                    space = true;
                    listMark = true;
                }
            }
            case "p" -> paragraph();
            case "blockquote" -> blockquote();
            default -> {
                Integer lines = BREAKS.get(name);
                if (lines != null) {
                    breakLine(lines);
                    keepBlankBlock();
                }
            }
        }
        return tag.end();
    }

    private boolean hides(String name) {
        return tag.isHidden() && !name.equals("br") && !name.equals("img") && !name.equals("input")
                && !name.equals("body")
                && !name.equals("td") && !name.equals("tr");
    }

    /** Passes over an element with all inside it; one that is never closed is not passed over but for script and style. */
    private int skip(String name, int from) {
        int depth = 1;
        int i = from;
        while (true) {
            int open = html.indexOf('<', i);
            if (open < 0) {
                unclosed++;
                return name.equals("style") || name.equals("script") ? html.length() : from;
            }
            if (name.equals("style") || name.equals("script")) {
                if (html.startsWith("</", open) && Ascii.startsWith(html, open + 2, name)) {
                    return html.indexOf('>', open) < 0 ? html.length() : html.indexOf('>', open) + 1;
                }
                i = open + 1;
            } else if (html.startsWith("<!--", open)) {
                i = afterComment(open);
            } else if (tag.read(open)) {
                if (tag.is(name)) {
                    depth += tag.isClosing() ? -1 : tag.isSelfClosing() ? 0 : 1;
                } else if (name.equals("head") && tag.is("body")) {
                    return open;
                }
                if (depth == 0) {
                    return tag.end();
                }
                i = tag.end();
            } else {
                i = open + 1;
            }
        }
    }

    /** Paragraphs are a blank line apart, but for those of Word and others that say they have no margin. */
    private void paragraph() {
        if (!tag.isClosing()) {
            paragraphLines = tag.says("msonormal") || tag.says("margin:0") || tag.says("margin: 0") ? 1 : 2;
        }
        breakLine(paragraphLines);
        keepBlankBlock();
    }

    /** A block with nothing but a no-break space was meant as a blank line. */
    private void keepBlankBlock() {
        if (tag.isClosing() && blankSeen) {
            newlines = Math.min(3, newlines + 1);
        }
        blankSeen = false;
    }

    /** Cited blocks get a mark before each line; one used for mere indentation does not. */
    private void blockquote() {
        breakLine(1);
        if (!tag.isClosing()) {
            boolean cites = tag.says("cite") || tag.says("quote\"") || tag.says("quote ") || tag.says("border-left");
            citedMarks = citedMarks << 1 | (cites ? 1 : 0);
            cited += cites ? 1 : 0;
            blockquotes++;
        } else if (blockquotes > 0) {
            cited -= (int) (citedMarks & 1);
            citedMarks >>>= 1;
            blockquotes--;
            cited = Math.max(0, cited);
        }
    }

    private void lineBreak() {
        if (listMark) {
            return;
        }
        newlines = Math.min(3, newlines + 1);
        space = false;
    }

    private void breakLine(int lines) {
        if (listMark) {
            return;
        }
        newlines = Math.max(newlines, lines);
        space = false;
    }

    private void cell() {
        if (tag.isClosing() && newlines == 0 && !out.isEmpty()) {
            space = true;
        }
    }

    private void add(char c) {
        if (preformatted > 0 && (c == '\n' || c == ' ' || c == '\t')) {
            if (c == '\n') {
                lineBreak();
            } else {
                put(c);
            }
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
            space = true;
            blankSeen |= c == '\u00A0';
        } else if (c >= ' ' && c != '\u200B' && c != '\u00AD' && c != '\uFEFF' && c != '\u034F'
                && !(c >= 0x7F && c < 0xA0)) {
            put(c);
        }
    }

    private void addText(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void put(char c) {
        blankSeen = false;
        listMark = false;
        if (newlines > 0 || out.isEmpty()) {
            if (!out.isEmpty()) {
                startLine(Math.min(newlines, 3));
            } else {
                mark();
            }
            newlines = 0;
            space = false;
        } else if (space) {
            out.append(' ');
            space = false;
        }
        out.append(c);
    }

    private void startLine(int lines) {
        for (int i = 0; i < lines; i++) {
            out.append('\n');
            if (i < lines - 1 && cited > 0) {
                out.repeat('>', Math.min(cited, 20));
            }
        }
        mark();
    }

    private void mark() {
        if (cited > 0) {
            out.repeat('>', Math.min(cited, 20)).append(' ');
        }
    }

    private int entity(int at) {
        int i = at + 1;
        if (i < html.length() && html.charAt(i) == '#') {
            return numericEntity(at);
        }
        int limit = Math.min(html.length(), i + LONGEST_ENTITY);
        while (i < limit && (Ascii.isLetter(html.charAt(i)) || Ascii.isDigit(html.charAt(i)))) {
            i++;
        }
        String name = html.substring(at + 1, i);
        boolean closed = i < html.length() && html.charAt(i) == ';';
        if (name.equals("nbsp")) {
            space = true;
            blankSeen = true;
            return closed ? i + 1 : i;
        }
        if (!closed && !Entities.isBaseNamedEntity(name)) {
            name = withoutTail(name);
            i = at + 1 + name.length();
        }
        String value = name.isEmpty() ? "" : Entities.getByName(name);
        if (value.isEmpty()) {
            add('&');
            return at + 1;
        }
        addText(value);
        return closed ? i + 1 : i;
    }

    /** An entity without its semicolon, glued to letters: the longest beginning that is one, as browsers take it. */
    private static String withoutTail(String name) {
        for (int length = Math.min(name.length() - 1, 6); length > 1; length--) {
            if (Entities.isBaseNamedEntity(name.substring(0, length))) {
                return name.substring(0, length);
            }
        }
        return "";
    }

    private int numericEntity(int at) {
        int i = at + 2;
        boolean hex = i < html.length() && (html.charAt(i) | 0x20) == 'x';
        i += hex ? 1 : 0;
        int from = i;
        int value = 0;
        while (i < html.length() && i - from < 9) {
            int digit = hex ? Ascii.hex(html.charAt(i)) : Ascii.isDigit(html.charAt(i)) ? html.charAt(i) - '0' : -1;
            if (digit < 0) {
                break;
            }
            value = Math.min(0x110000, value * (hex ? 16 : 10) + digit);
            i++;
        }
        if (i == from) {
            add('&');
            return at + 1;
        }
        if (value >= 0x80 && value < 0xA0) {
            value = new String(new byte[]{(byte) value}, CharsetLabels.WINDOWS_1252).charAt(0);
        }
        if (Character.isValidCodePoint(value) && (value < 0xD800 || value > 0xDFFF)) {
            addText(Character.toString(value));
        }
        return i < html.length() && html.charAt(i) == ';' ? i + 1 : i;
    }
}
