package app.kith.compose;

import app.kith.compose.Mark.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter's text with what stands out in it, written as HTML and as text alone: the two halves of a {@code multipart/alternative}
 * (RFC 2046, section 5.1.4). The HTML asks for nothing from outside and says no more than the text does.
 */
final class MarkedText {
    private static final List<Style> INLINE = List.of(Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.STRIKE);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'，。；）]*[^\\s<>\"'，。；）.,;:!?)]");
    private static final String HEAD = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"></head>
            <body style="font-family:sans-serif">
            """;

    private final String text;
    private final List<Mark> marks;
    private final StringBuilder out = new StringBuilder();
    private int quoted;
    private boolean list;

    private MarkedText(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /**
     * Writes it as HTML.
     *
     * @param text the text, LF line ends
     * @param marks what stands out in it
     * @return a whole document
     */
    static String html(String text, List<Mark> marks) {
        return new MarkedText(text, marks).document();
    }

    /**
     * Writes it as text alone, where items of a list begin with a dash.
     *
     * @param text the text, LF line ends
     * @param marks what stands out in it
     * @return the text
     */
    static String plain(String text, List<Mark> marks) {
        StringBuilder plain = new StringBuilder(text.length());
        int start = 0;
        for (String line : text.split("\n", -1)) {
            plain.append(start == 0 ? "" : "\n").append(isItem(start, line, marks) ? "- " : "").append(line);
            start += line.length() + 1;
        }
        return plain.toString();
    }

    private static boolean isItem(int start, String line, List<Mark> marks) {
        return !line.isBlank()
                && marks.stream().anyMatch(mark -> mark.style() == Style.ITEM && mark.covers(start));
    }

    private String document() {
        out.append(HEAD);
        int start = 0;
        for (String line : text.split("\n", -1)) {
            line(start, line);
            start += line.length() + 1;
        }
        quote(0);
        list(false);
        return out.append("</body></html>").toString();
    }

    private void line(int start, String line) {
        int depth = 0;
        int at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            depth++;
            at++;
            at += at < line.length() && line.charAt(at) == ' ' ? 1 : 0;
        }
        boolean item = depth == 0 && isItem(start, line, marks);
        list(item);
        quote(depth);
        if (item) {
            out.append("<li>");
        } else {
            out.append("<div>");
        }
        content(start + at, line.substring(at));
        out.append(item ? "</li>\n" : "</div>\n");
    }

    private void list(boolean wanted) {
        if (wanted != list) {
            quote(0);
            out.append(wanted ? "<ul>\n" : "</ul>\n");
            list = wanted;
        }
    }

    private void quote(int depth) {
        for (; quoted < depth; quoted++) {
            out.append(
                    "<blockquote type=\"cite\" style=\"margin:0 0 0 .6em;padding-left:.6em;border-left:2px solid #999\">\n");
        }
        for (; quoted > depth; quoted--) {
            out.append("</blockquote>\n");
        }
    }

    private void content(int start, String line) {
        if (line.isBlank()) {
            out.append("<br>");
            return;
        }
        Matcher links = LINK.matcher(line);
        int done = 0;
        while (links.find()) {
            styled(start, line, done, links.start());
            out.append("<a href=\"").append(escaped(links.group())).append("\">");
            styled(start, line, links.start(), links.end());
            out.append("</a>");
            done = links.end();
        }
        styled(start, line, done, line.length());
    }

    private void styled(int start, String line, int from, int to) {
        Deque<Style> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            Set<Style> wanted = styles(start + i);
            if (!Set.copyOf(open).equals(wanted)) {
                close(open);
                INLINE.stream().filter(wanted::contains).forEach(style -> {
                    open.push(style);
                    out.append('<').append(style.tag()).append('>');
                });
            }
            boolean kept = line.charAt(i) == ' ' && (i == 0 || line.charAt(i - 1) == ' ');
            out.append(kept ? "&nbsp;" : escaped(String.valueOf(line.charAt(i))));
        }
        close(open);
    }

    private Set<Style> styles(int position) {
        List<Style> styles = new ArrayList<>();
        marks.stream().filter(mark -> INLINE.contains(mark.style()) && mark.covers(position))
                .forEach(mark -> styles.add(mark.style()));
        return styles.isEmpty() ? Set.of() : EnumSet.copyOf(styles);
    }

    private void close(Deque<Style> open) {
        while (!open.isEmpty()) {
            out.append("</").append(open.pop().tag()).append('>');
        }
    }

    private static String escaped(String some) {
        StringBuilder safe = new StringBuilder(some.length());
        some.chars().filter(c -> c >= ' ' || c == '\t').forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
