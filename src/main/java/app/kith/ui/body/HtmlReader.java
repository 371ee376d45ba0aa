package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Block.Rule;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Frame.Border;
import app.kith.ui.body.Frame.Edges;
import app.kith.ui.body.Frame.Line;
import app.kith.ui.body.Scope.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads safe HTML into blocks. One walk over the tree without recursion, bounded in depth, nodes and characters; what is beyond the depth
 * is read as words of the innermost block, what is beyond the number is left out.
 */
final class HtmlReader implements NodeFilter {
    private static final int NODES = 60_000;
    private static final int CHARACTERS = 600_000;
    private static final int SCOPES = 300;
    private static final int NESTED_BLOCKS = 40;

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final ParagraphBuilder paragraph = new ParagraphBuilder();
    private final BlockList page = new BlockList();
    private int nodes;
    private int characters;
    private int nested;
    private int lists;
    private int ignored;
    private boolean shortened;

    private HtmlReader() {}

    /**
     * Reads HTML.
     *
     * @param html safe HTML
     * @return its blocks, nothing folded yet
     */
    static BodyPage read(String html) {
        HtmlReader reader = new HtmlReader();
        Document document = Jsoup.parseBodyFragment(html);
        Element body = document.body();
        reader.scopes.push(new Scope(body, Map.of(), Kind.BLOCK, Flow.PLAIN, reader.page, Frame.NONE));
        for (Node child : body.childNodes()) {
            if (NodeTraversor.filter(reader, child) == FilterResult.STOP) {
                break;
            }
        }
        while (reader.scopes.size() > 1) {
            reader.close();
        }
        reader.endParagraph();
        return new BodyPage(reader.page.toList(), reader.shortened);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > NODES || characters > CHARACTERS) {
            shortened = true;
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            text(words.getWholeText());
        } else if (node instanceof Element element) {
            return element(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (ignored > 0 && !top().element.equals(element)) {
                ignored--;
            } else if (top().element.equals(element) && scopes.size() > 1) {
                close();
            }
        }
        return FilterResult.CONTINUE;
    }

    private Scope top() {
        return Objects.requireNonNull(scopes.peek());
    }

    private void text(String text) {
        characters += text.length();
        Scope scope = top();
        boolean betweenCells = scope.kind == Kind.TABLE || scope.kind == Kind.ROW || scope.kind == Kind.COLUMN;
        if (!betweenCells) {
            paragraph.text(text, scope.flow);
            if (paragraph.isLong() && scope.kind != Kind.INLINE) {
                endParagraph();
            }
        }
    }

    private FilterResult element(Element element) {
        Map<String, String> css = Css.declarations(element.attr("style"));
        if (Visibility.isHidden(element, css)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (element.normalName()) {
            case "br" -> paragraph.lineBreak(top().flow);
            case "hr" -> rule(element, css);
            case "img" -> picture(element, css);
            case "wbr" -> {
            }
            default -> {
                if (scopes.size() >= SCOPES) {
                    ignored++;
                } else {
                    open(element, css);
                }
                return FilterResult.CONTINUE;
            }
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private void picture(Element image, Map<String, String> css) {
        boolean block = css.getOrDefault("display", "").equals("block");
        var picture = PictureReader.picture(image, css, top().flow.link());
        if (picture != null) {
            if (block) {
                endParagraph();
            }
            paragraph.picture(picture, top().flow);
            if (block) {
                endParagraph();
            }
        }
    }

    private void rule(Element hr, Map<String, String> css) {
        endParagraph();
        double[] margin = FrameReader.vertical(css, 14, 8);
        double size = Length.pixels(css.getOrDefault("height", hr.attr("size")), 14);
        Frame frame = FrameReader.of(hr, css, 14, Align.CENTER);
        var color = hr.hasAttr("color") ? Css.color(hr.attr("color")) : Css.color(css.getOrDefault("color", ""));
        Line top = frame.border().top();
        top().blocks.gap(margin[0]);
        top().blocks.add(new Rule(Math.clamp(size, 1, 8), frame.width(), top.color() != null ? top.color() : color,
                StyleReader.align(hr.attr("align"), Align.CENTER)));
        top().blocks.gap(margin[1]);
    }

    private void open(Element element, Map<String, String> css) {
        Scope outer = top();
        Kind kind = Kinds.of(element, css, outer, nested < NESTED_BLOCKS);
        Flow flow = StyleReader.of(element, css, outer.flow);
        if (element.normalName().equals("a") && element.hasAttr("href")) {
            flow = link(element, css, flow);
        }
        if (kind == Kind.INLINE) {
            Flow inline = background(element, css, flow.place(outer.flow.place()));
            scopes.push(new Scope(element, css, kind, inline, outer.blocks, Frame.NONE));
            return;
        }
        endParagraph();
        double em = flow.style().size();
        Frame frame = FrameReader.of(element, css, em, kind == Kind.TABLE
                ? outer.flow.place()
                : Kinds.place(outer,
                        flow, css));
        Scope scope = new Scope(element, css, kind, flow, new BlockList(), frame);
        nested++;
        begin(scope, outer, em);
        scopes.push(scope);
    }

    /** The color of the words around does not reach into a link, its own does. */
    private static Flow link(Element a, Map<String, String> css, Flow flow) {
        String target = a.attr("href");
        Link link = LinkCheck.link(a.text(), target);
        TextStyle style = flow.style();
        style = css.containsKey("color") ? style : style.color(null);
        boolean plain = css.getOrDefault("text-decoration", css.getOrDefault("text-decoration-line", ""))
                .contains("none");
        return flow.link(link).style(style.underline(!plain));
    }

    private static Flow background(Element element, Map<String, String> css, Flow flow) {
        var color = FrameReader.background(element, css);
        return color == null ? flow : flow.style(flow.style().background(color));
    }

    private void begin(Scope scope, Scope outer, double em) {
        Element element = scope.element;
        double usual = Kinds.margin(element, lists) * em;
        double[] margin = FrameReader.vertical(scope.css, em, usual);
        scope.gapBelow = margin[1];
        scope.heading = Kinds.heading(element.normalName());
        scope.cited = Kinds.isCited(element, scope.css);
        switch (scope.kind) {
            case TABLE -> scope.table = new TableBuilder(element, scope.css, scope.frame, scope.flow.direction() > 0);
            case LIST -> scope.marks = new ListMarks(element, scope.css, lists++);
            case ITEM -> {
                ListMarks marks = outer.marks;
                scope.marker = marks == null ? "•" : marks.next(element, scope.css);
            }
            case ROW -> {
                TableBuilder table = outer.table;
                scope.table = table;
                if (table != null && element.normalName().equals("tr")) {
                    table.row(element, scope.css);
                }
            }
            case COLUMN -> {
                if (outer.table != null && element.normalName().equals("col")) {
                    outer.table.column(element, scope.css);
                }
                scope.table = outer.table;
            }
            default -> {
            }
        }
        if (scope.kind != Kind.ROW && scope.kind != Kind.CELL && scope.kind != Kind.COLUMN) {
            outer.blocks.gap(margin[0]);
        }
    }

    private void endParagraph() {
        Scope scope = top();
        Scope holder = scope;
        for (Scope each : scopes) {
            if (each.kind != Kind.INLINE) {
                holder = each;
                break;
            }
        }
        Paragraph done = paragraph.end(holder.flow, holder.heading);
        if (done != null) {
            holder.blocks.add(done);
        }
    }

    private void close() {
        Scope scope = top();
        if (scope.kind == Kind.INLINE) {
            scopes.pop();
            return;
        }
        endParagraph();
        scopes.pop();
        nested--;
        Scope outer = top();
        List<Block> blocks = scope.blocks.toList();
        switch (scope.kind) {
            case TABLE -> addTable(scope, outer);
            case ITEM ->
                outer.blocks.add(new Item(scope.marker, scope.flow.style(), Direction.of(scope.flow, blocks), blocks));
            case LIST -> {
                lists--;
                outer.blocks.addAll(blocks);
            }
            case CELL -> {
                TableBuilder table = outer.table;
                if (table != null) {
                    table.cell(scope.element, scope.css, scope.flow, scope.frame, blocks);
                }
            }
            case ROW, COLUMN -> {
            }
            default -> addBox(scope, outer, blocks);
        }
        if (scope.kind == Kind.BLOCK || scope.kind == Kind.LIST || scope.kind == Kind.TABLE) {
            outer.blocks.gap(scope.gapBelow);
        }
    }

    private void addTable(Scope scope, Scope outer) {
        outer.blocks.addAll(scope.blocks.toList());
        Table table = scope.table == null ? null : scope.table.end();
        if (table != null) {
            outer.blocks.add(table);
        }
    }

    private static void addBox(Scope scope, Scope outer, List<Block> blocks) {
        Frame frame = scope.element.normalName().equals("blockquote") ? quote(scope) : scope.frame;
        if (scope.element.normalName().equals("dd")) {
            frame = Kinds.inset(frame, 32);
        }
        if (scope.element.hasClass("MsoListParagraph") && !scope.css.containsKey("margin-left")) {
            frame = Kinds.inset(frame, 24);
        }
        boolean empty = blocks.isEmpty() && (frame.background() == null || frame.padding().isNone())
                && frame.border().isNone();
        if (empty) {
            return;
        }
        if (frame.isPlain() && !scope.cited) {
            outer.blocks.addAll(blocks);
        } else {
            outer.blocks.add(new Box(frame, scope.cited, blocks));
        }
    }

    /** A quotation has a bar at its left, whatever the mail says about it; mere indentation has none. */
    private static Frame quote(Scope scope) {
        if (scope.cited) {
            Border bar = new Border(Line.NONE, Line.NONE, Line.NONE, new Line(2, null));
            return new Frame(0, 0, new Edges(0, 0, 0, 12), bar, scope.frame.background(), null, null, 0,
                    Align.START, false);
        }
        boolean said = scope.css.keySet().stream().anyMatch(name -> name.startsWith("margin") || name.startsWith(
                "padding"));
        return said ? scope.frame : Kinds.inset(scope.frame, 32);
    }
}
