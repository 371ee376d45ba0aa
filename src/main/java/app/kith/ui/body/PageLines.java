package app.kith.ui.body;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where the lines of a page that was laid out stand, for one who cuts it into sheets. JavaFX thread only. */
final class PageLines {
    private PageLines() {}

    /** {@return the lines of all paragraphs, in no order, in coordinates of the page} */
    static List<MailBody.Line> of(Parent page) {
        List<MailBody.Line> lines = new ArrayList<>();
        walk(page, page, lines);
        return lines;
    }

    private static void walk(Parent page, Node node, List<MailBody.Line> lines) {
        if (node instanceof ParagraphView view) {
            for (double[] line : view.lines()) {
                Point2D top = page.sceneToLocal(view.localToScene(0, line[0]));
                Point2D bottom = page.sceneToLocal(view.localToScene(0, line[1]));
                lines.add(new MailBody.Line(top.getY(), bottom.getY()));
            }
        } else if (node instanceof HistoryView view && !view.isOpen()) {
            Bounds bounds = page.sceneToLocal(view.localToScene(view.getLayoutBounds()));
            lines.add(new MailBody.Line(bounds.getMinY(), bounds.getMaxY()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(page, child, lines));
        }
    }

    /** {@return the narrowest width at which no table has to be moved sideways} */
    static double leastWidth(Node node) {
        if (node instanceof SideScroll view) {
            return view.leastUncut();
        }
        double least = 0;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                least = Math.max(least, leastWidth(child));
            }
        }
        return least;
    }
}
