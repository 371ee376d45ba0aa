package app.kith.ui.body;

import app.kith.ui.body.FindWords.Range;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** What is drawn behind the words of a paragraph that were looked for. */
final class Highlights {
    private final Path found = new Path();
    private final Path current = new Path();
    private List<Range> ranges = List.of();
    private @Nullable Range pointed;

    Highlights(Look look) {
        Color color = look.warning();
        found.setFill(color.deriveColor(0, 1, 1, 0.28));
        found.setStroke(null);
        current.setFill(color.deriveColor(0, 1, 1, 0.4));
        current.setStroke(color);
        current.setStrokeWidth(1.5);
        for (Path path : paths()) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
    }

    List<Path> paths() {
        return List.of(found, current);
    }

    /** Takes other places. */
    boolean mark(List<Range> others) {
        boolean same = ranges.equals(others) && pointed == null;
        ranges = others;
        pointed = null;
        return !same;
    }

    /** Takes the place that is looked at. */
    void point(@Nullable Range place) {
        pointed = place;
    }

    void draw(TextFlow flow) {
        found.getElements().clear();
        ranges.forEach(range -> found.getElements().addAll(flow.getRangeShape(range.from(), range.to(), true)));
        Range place = pointed;
        current.getElements().clear();
        if (place != null) {
            current.getElements().addAll(flow.getRangeShape(place.from(), place.to(), true));
        }
        for (Path path : paths()) {
            path.setLayoutX(flow.getLayoutX());
            path.setLayoutY(flow.getLayoutY());
        }
    }
}
