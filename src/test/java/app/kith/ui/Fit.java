package app.kith.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Finds in a picture what does not fit: words that are cut where nothing more of them can be had, controls that lie outside the window or
 * of what holds them, and lines that lie over others. Rows of lists may cut what is long: it is whole on the page they open.
 */
final class Fit {
    private static final double SLACK = 1.5;
    private static final double OVERLAP = 3;

    private final double width;
    private final double height;
    private final List<String> faults = new ArrayList<>();
    private final List<Place> lines = new ArrayList<>();

    private record Place(String text, Bounds bounds, Node node) {}

    private Fit(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** What does not fit, in plain words. */
    static List<String> faults(Parent root) {
        Fit fit = new Fit(root.getLayoutBounds().getWidth(), root.getLayoutBounds().getHeight());
        fit.look(root, root, new BoundingBox(0, 0, fit.width, fit.height), false, false);
        fit.overlaps();
        return fit.faults;
    }

    private void look(Node node, Parent root, Bounds seen, boolean scrolls, boolean row) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds bounds = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        boolean inView = bounds.intersects(seen) && bounds.getWidth() > 0 && bounds.getHeight() > 0;
        if (node instanceof Labeled labeled && inView) {
            cut(labeled, row);
        }
        if (node instanceof Control control && inView && !isScroller(control)) {
            outside(control, bounds, seen, scrolls);
        }
        if (node instanceof Text text && !text.getText().isBlank() && inView && !isIcon(text)) {
            line(text, root, seen);
        }
        if (node instanceof Parent parent) {
            boolean scroller = isScroller(node);
            Bounds inside = scroller || node.getClip() != null ? common(seen, bounds) : seen;
            boolean ofRow = row || node instanceof IndexedCell<?>;
            boolean aside = scrolls || scroller;
            Bounds room = node instanceof ScrollPane pane && goesOnAside(pane)
                    ? new BoundingBox(-width, inside.getMinY(), 3 * width, inside.getHeight())
                    : inside;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, root, room, aside, ofRow));
        }
    }

    private static boolean isScroller(Node node) {
        return node instanceof ScrollPane || node instanceof ListView<?>
                || node.getClass().getSimpleName().contains("VirtualFlow")
                || node.getClass().getSimpleName().contains("TableView");
    }

    /** A table that is wider than its pane is brought into view by its bar below. */
    private static boolean goesOnAside(ScrollPane pane) {
        return pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
                && pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + SLACK;
    }

    private static boolean isIcon(Text text) {
        return text.getStyleClass().contains("ikonli-font-icon");
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private void cut(Labeled labeled, boolean row) {
        String whole = labeled.getText();
        if (row || labeled.getStyleClass().contains("row-text") || whole == null || whole.isBlank()
                || labeled.getTooltip() != null) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !isIcon(text) && !text.getText().replace("\n", "").equals(
                    whole.replace("\n", "")) && !whole.startsWith(text.getText() + "\n")) {
                faults.add("cut: \"" + whole + "\" to \"" + text.getText() + "\" " + labeled.getStyleClass());
            }
        }
    }

    private void outside(Control control, Bounds bounds, Bounds seen, boolean scrolls) {
        boolean beside = bounds.getMinX() < seen.getMinX() - SLACK || bounds.getMaxX() > seen.getMaxX() + SLACK;
        boolean below = !scrolls && (bounds.getMinY() < -SLACK || bounds.getMaxY() > height + SLACK);
        if (beside || below) {
            faults.add(String.format(Locale.ROOT, "outside: %s %s at %.0f–%.0f, %.0f–%.0f within %.0f–%.0f, %.0f–%.0f",
                    name(control), control.getStyleClass(), bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(),
                    bounds.getMaxY(), seen.getMinX(), seen.getMaxX(), seen.getMinY(), seen.getMaxY()));
        }
    }

    private static String name(Node node) {
        return node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                ? "\"" + labeled.getText() + "\""
                : node.getAccessibleText() != null
                        ? "\"" + node.getAccessibleText() + "\""
                        : node.getClass().getSimpleName();
    }

    private void line(Text text, Parent root, Bounds seen) {
        Bounds bounds = common(root.sceneToLocal(text.localToScene(text.getLayoutBounds())), seen);
        if (bounds.getWidth() > OVERLAP && bounds.getHeight() > OVERLAP) {
            lines.add(new Place(text.getText(), bounds, text));
        }
    }

    /** A line's box is a little higher than its letters: only a good part of it over another's counts. */
    private void overlaps() {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                Bounds common = common(lines.get(i).bounds(), lines.get(j).bounds());
                double least = Math.min(lines.get(i).bounds().getHeight(), lines.get(j).bounds().getHeight());
                if (common.getWidth() > OVERLAP && common.getHeight() > Math.max(OVERLAP, least / 3)
                        && !(lines.get(i).node().getParent() instanceof Region one
                                && one.equals(lines.get(j).node().getParent()))) {
                    faults.add("over each other: \"" + lines.get(i).text() + "\" and \"" + lines.get(j).text() + "\"");
                }
            }
        }
    }
}
