package app.kith.ui;

import app.kith.ui.look.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * List, record and facts side by side. The two at the sides keep their widths, and can be hidden; where the window is narrow the
 * facts go first.
 */
final class Panes extends SplitPane {
    private static final double WIDE = 1000;

    private final Region list;
    private final Region record;
    private final Region facts;
    private final Consumer<UnaryOperator<Settings>> keep;
    private double listWidth;
    private double factsWidth;
    private boolean listShown = true;
    private boolean factsShown;
    private boolean placing;

    Panes(Region list, Region record, Region facts, Settings settings, Consumer<UnaryOperator<Settings>> keep) {
        this.list = list;
        this.record = record;
        this.facts = facts;
        this.keep = keep;
        this.listWidth = settings.list();
        this.factsShown = settings.facts() > 0;
        this.factsWidth = factsShown ? settings.facts() : Settings.USUAL.facts();
        getStyleClass().add("panes");
        setOrientation(Orientation.HORIZONTAL);
        list.setMinWidth(220);
        record.setMinWidth(320);
        facts.setMinWidth(180);
        setResizableWithParent(list, false);
        setResizableWithParent(facts, false);
        widthProperty().addListener((_, _, _) -> place());
        list.widthProperty().addListener((_, _, now) -> dragged(list, now.doubleValue()));
        facts.widthProperty().addListener((_, _, now) -> dragged(facts, now.doubleValue()));
    }

    private void place() {
        if (getWidth() <= 0) {
            return;
        }
        placing = true;
        List<Region> wanted = new ArrayList<>();
        if (listShown) {
            wanted.add(list);
        }
        wanted.add(record);
        if (factsShown && getWidth() >= WIDE) {
            wanted.add(facts);
        }
        if (!getItems().equals(wanted)) {
            getItems().setAll(wanted);
        }
        double width = getWidth();
        List<Double> positions = new ArrayList<>();
        if (wanted.contains(list)) {
            positions.add(listWidth / width);
        }
        if (wanted.contains(facts)) {
            positions.add(1 - factsWidth / width);
        }
        setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
        layout();
        placing = false;
    }

    private void dragged(Region pane, double width) {
        if (placing || width <= 0 || getScene() == null || !getItems().contains(pane)) {
            return;
        }
        if (pane.equals(list)) {
            listWidth = width;
        } else {
            factsWidth = width;
        }
        keepWidths();
    }

    private void keepWidths() {
        double shownFacts = factsShown ? factsWidth : 0;
        double shownList = listWidth;
        keep.accept(settings -> settings.divided(shownList, shownFacts));
    }

    void toggleList() {
        listShown = !listShown;
        place();
    }

    void toggleFacts() {
        factsShown = !factsShown;
        keepWidths();
        place();
    }
}
