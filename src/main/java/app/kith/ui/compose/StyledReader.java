package app.kith.ui.compose;

import java.util.Objects;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledOutput;
import jfx.incubator.scene.control.richtext.model.StyledSegment;

/** Reads styled text, piece by piece. */
abstract class StyledReader implements StyledOutput {
    @Override
    public final void consume(StyledSegment segment) {
        StyleAttributeMap styles = Objects.requireNonNullElse(segment.getStyleAttributeMap(null),
                StyleAttributeMap.EMPTY);
        switch (segment.getType()) {
            case TEXT -> text(segment.getText(), styles);
            case PARAGRAPH_ATTRIBUTES -> paragraph(styles);
            case LINE_BREAK -> line();
            default -> {
            }
        }
    }

    /** A stretch of text of one style. */
    void text(String text, StyleAttributeMap styles) {}

    /** The style of the paragraph that was read last; comes behind its text. */
    void paragraph(StyleAttributeMap styles) {}

    /** The paragraph ends and another one begins. */
    void line() {}

    @Override
    public final void flush() {}

    @Override
    public final void close() {}
}
