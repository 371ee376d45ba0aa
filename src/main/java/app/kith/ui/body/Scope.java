package app.kith.ui.body;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that is being read: what its content takes over, and where its blocks go. */
final class Scope {
    /** What an element is to the page. */
    enum Kind {
        INLINE,
        BLOCK,
        LIST,
        ITEM,
        TABLE,
        ROW,
        CELL,
        COLUMN
    }

    final Element element;
    final Map<String, String> css;
    final Kind kind;
    final Flow flow;
    final BlockList blocks;
    final Frame frame;
    boolean cited;
    double gapBelow;
    int heading;
    String marker = "";
    @Nullable
    TableBuilder table;
    @Nullable
    ListMarks marks;

    Scope(Element element, Map<String, String> css, Kind kind, Flow flow, BlockList blocks, Frame frame) {
        this.element = element;
        this.css = css;
        this.kind = kind;
        this.flow = flow;
        this.blocks = blocks;
        this.frame = frame;
    }
}
