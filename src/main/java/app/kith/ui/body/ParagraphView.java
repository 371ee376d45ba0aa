package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.Inline.Run;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The lines of a paragraph: words, pictures, links, and what is selected of them. */
final class ParagraphView extends BlockView {
    private final Paragraph paragraph;
    private final Look look;
    private final Host host;
    private final TextFlow flow = new TextFlow();
    private final Path chosen = new Path();
    private final Path ring = new Path();
    private final List<Span> spans = new ArrayList<>();
    private final List<Tint> tints = new ArrayList<>();
    private final Highlights highlights;
    private final List<PictureView> pictures = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private final double lead;
    private String separator = "\n";
    private int chosenFrom;
    private int chosenTo;
    private boolean fitting;
    private @Nullable Span focused;

    /** Words or a picture that lead somewhere, by their characters in the paragraph. */
    private record Span(int from, int to, Link link, Node node) {}

    /** A background behind words. */
    private record Tint(int from, int to, Path path) {}

    ParagraphView(Paragraph paragraph, Look look, Host host) {
        this.paragraph = paragraph;
        this.look = look;
        this.host = host;
        double size = paragraph.inlines().stream().filter(Run.class::isInstance).map(Run.class::cast)
                .mapToDouble(run -> run.style().size()).max().orElse(0);
        this.lead = look.lead(paragraph.heading() > 0 && paragraph.lineHeight() <= 0 ? 1.25 : paragraph.lineHeight(),
                size);
        this.highlights = new Highlights(look);
        if (PageParagraphs.isIndented(paragraph)) {
            Region indent = new Region();
            indent.setPrefWidth(paragraph.indent() * look.scale());
            flow.getChildren().add(indent);
            content.append(PageParagraphs.OBJECT);
        }
        paragraph.inlines().forEach(this::add);
        flow.setTextAlignment(alignment(paragraph.align(), paragraph.rightToLeft()));
        flow.setNodeOrientation(
                paragraph.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        flow.setLineSpacing(lead);
        chosen.setFill(look.selection());
        ring.setStroke(look.link());
        ring.setFill(null);
        for (Path path : List.of(chosen, ring)) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
        chosen.setStroke(null);
        tints.forEach(tint -> getChildren().add(tint.path()));
        getChildren().addAll(highlights.paths());
        getChildren().addAll(chosen, flow, ring);
        setCursor(Cursor.TEXT);
        if (!spans.isEmpty()) {
            listen();
        }
        if (paragraph.heading() > 0) {
            setAccessibleText(content.toString());
        }
    }

    /** From right to left JavaFX mirrors what it calls left. */
    private static TextAlignment alignment(Align align, boolean rightToLeft) {
        return switch (align) {
            case START -> TextAlignment.LEFT;
            case LEFT -> rightToLeft ? TextAlignment.RIGHT : TextAlignment.LEFT;
            case RIGHT -> rightToLeft ? TextAlignment.LEFT : TextAlignment.RIGHT;
            case CENTER -> TextAlignment.CENTER;
            case JUSTIFY -> TextAlignment.JUSTIFY;
        };
    }

    private void add(Inline inline) {
        int from = content.length();
        List<Node> nodes = new ArrayList<>();
        switch (inline) {
            case Run run -> Slant.pieces(run, look).forEach(piece -> nodes.add(text(piece)));
            case Picture picture -> {
                PictureView view = new PictureView(picture, look, host);
                pictures.add(view);
                content.append(PageParagraphs.OBJECT);
                nodes.add(view);
            }
        }
        flow.getChildren().addAll(nodes);
        Link link = inline.link();
        if (link != null && !nodes.isEmpty()) {
            link(inline, link, nodes.getFirst(), from);
        }
    }

    private Text text(Run run) {
        TextStyle style = run.style();
        Text text = new Text(run.text());
        text.setFont(look.font(style, run.text()));
        text.setFill(look.words(style, run.link() != null));
        text.setUnderline(style.underline());
        text.setStrikethrough(style.strike());
        Slant.lean(text, run, look);
        double size = text.getFont().getSize();
        text.setTranslateY(switch (style.script()) {
            case ABOVE -> -size * 0.38;
            case BELOW -> size * 0.2;
            case ON_LINE -> 0;
        });
        Color behind = look.background(style.background());
        if (behind != null && !behind.equals(look.ground())) {
            Path path = new Path();
            path.setFill(behind);
            path.setStroke(null);
            path.setManaged(false);
            path.setMouseTransparent(true);
            tints.add(new Tint(content.length(), content.length() + run.text().length(), path));
        }
        content.append(run.text());
        return text;
    }

    private void link(Inline inline, Link link, Node node, int from) {
        Span span = new Span(from, content.length(), link, node);
        spans.add(span);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.HYPERLINK);
        node.setAccessibleText(inline instanceof Run run ? run.text() + ", " + link.target() : link.target());
        node.focusedProperty().subscribe(on -> {
            focused = on ? span : null;
            drawRing();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                host.open(link);
                event.consume();
            }
        });
        if (link.disguised()) {
            flow.getChildren().add(new WarningMark(look, host.words("body.disguised", LinkTexts.place(link))));
            content.append(PageParagraphs.OBJECT);
        }
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Link link = linkAt(event.getX(), event.getY());
            setCursor(link == null ? Cursor.TEXT : Cursor.HAND);
            host.hover(this, link);
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> host.hover(this, null));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            Link link = linkAt(event.getX(), event.getY());
            boolean plain = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
            if (link != null && plain) {
                host.open(link);
            }
        });
    }

    /** {@return the link at a point of this view, or null} */
    @Nullable
    Link linkAt(double x, double y) {
        if (spans.isEmpty()) {
            return null;
        }
        Point2D point = new Point2D(x - flow.getLayoutX(), y - flow.getLayoutY());
        int at = flow.getHitInfo(point).getCharIndex();
        for (Span span : spans) {
            if (at >= span.from() && at < span.to()) {
                for (Rectangle2D box : flow.getLayoutInfo().getSelectionGeometry(span.from(), span.to(), true)) {
                    if (box.contains(point)) {
                        return span.link();
                    }
                }
            }
        }
        return null;
    }

    /** {@return the first link, for tests} */
    List<Link> links() {
        return spans.stream().map(Span::link).toList();
    }

    /** {@return the number of characters} */
    int length() {
        return content.length();
    }

    /** Says what stands between this paragraph and the one before it when both are copied. */
    void separator(String between) {
        separator = between;
    }

    String separator() {
        return separator;
    }

    /** {@return the characters themselves, a picture or mark as U+FFFC} */
    String content() {
        return content.toString();
    }

    /** {@return the words between two characters; a picture is its alternative text} */
    String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (Node node : flow.getChildren()) {
            String part = node instanceof Text text ? text.getText() : String.valueOf(PageParagraphs.OBJECT);
            int start = Math.clamp(from - at, 0, part.length());
            int end = Math.clamp(to - at, start, part.length());
            if (node instanceof Text) {
                words.append(part, start, end);
            } else if (node instanceof PictureView view && end > start) {
                words.append(view.picture.alt());
            }
            at += part.length();
        }
        return words.toString();
    }

    /** {@return the place between characters that is nearest to a point of the scene} */
    int hit(double sceneX, double sceneY) {
        Point2D point = flow.sceneToLocal(sceneX, sceneY);
        return Math.clamp(flow.getHitInfo(point).getInsertionIndex(), 0, content.length());
    }

    /** Shows a part as selected; nothing where both are equal. */
    void select(int from, int to) {
        if (from != chosenFrom || to != chosenTo) {
            chosenFrom = from;
            chosenTo = to;
            draw(chosen, from, to);
        }
    }

    private void draw(Path path, int from, int to) {
        PathElement[] shape = from < to ? flow.getRangeShape(from, to, true) : new PathElement[0];
        path.getElements().setAll(shape);
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
    }

    /** Marks words that are looked for. */
    void mark(List<FindWords.Range> found) {
        if (highlights.mark(found)) {
            highlights.draw(flow);
        }
    }

    /** Marks the one place that is looked at, or none. */
    void point(FindWords.@Nullable Range place) {
        highlights.point(place);
        highlights.draw(flow);
    }

    /** {@return where a part stands, in the scene; null before it was laid out} */
    @Nullable
    Bounds where(FindWords.Range part) {
        List<Rectangle2D> boxes = flow.getLayoutInfo().getSelectionGeometry(part.from(), part.to(), true);
        if (boxes.isEmpty() || flow.getWidth() <= 0) {
            return null;
        }
        Rectangle2D first = boxes.getFirst();
        return flow.localToScene(
                new BoundingBox(first.getMinX(), first.getMinY(), first.getWidth(), first.getHeight()));
    }

    /** {@return top and bottom of each line, in this view's coordinates} */
    List<double[]> lines() {
        return flow.getLayoutInfo().getTextLines(false).stream()
                .map(line -> new double[]{flow.getLayoutY() + line.bounds().getMinY(),
                        flow.getLayoutY() + line.bounds().getMaxY()})
                .toList();
    }

    private void drawRing() {
        Span span = focused;
        draw(ring, span == null ? 0 : span.from(), span == null ? 0 : span.to());
    }

    @Override
    double measureLeast() {
        WordWidths words = new WordWidths();
        for (Inline inline : paragraph.inlines()) {
            if (inline instanceof Run run) {
                words.run(run.text(), look.font(run.style(), run.text()));
            } else {
                words.end();
            }
        }
        double least = words.widest();
        for (PictureView picture : pictures) {
            least = Math.max(least, picture.least());
        }
        return Math.ceil(least) + 1;
    }

    @Override
    double measureMost() {
        fit(600 * look.scale());
        return Math.ceil(flow.prefWidth(-1)) + 1;
    }

    @Override
    double measureHeight(double forWidth) {
        fit(forWidth);
        double height = flow.prefHeight(Math.max(1, forWidth));
        return onlyPictures() ? height - lead : height;
    }

    /** A picture may be as wide as the line. Trying widths is no change that the views around have to hear of. */
    private void fit(double width) {
        fitting = true;
        pictures.forEach(picture -> picture.fit(Math.max(1, width)));
        fitting = false;
    }

    @Override
    public void requestLayout() {
        if (!fitting) {
            super.requestLayout();
        }
    }

    private boolean onlyPictures() {
        return pictures.size() == flow.getChildren().size() && lead > 0;
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        flow.resizeRelocate(0, Math.floor(lead / 2), getWidth(), flow.prefHeight(Math.max(1, getWidth())));
        flow.layout();
        tints.forEach(tint -> draw(tint.path(), tint.from(), tint.to()));
        draw(chosen, chosenFrom, chosenTo);
        highlights.draw(flow);
        drawRing();
    }
}
