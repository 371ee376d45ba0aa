package app.kith.ui;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * List, record and facts side by side. The two at the sides keep their widths, and can be hidden; where the window is narrow the
 * facts go first, and where it is narrower still list and record take turns.
 */
final class Panes extends SplitPane {
    private static final double WIDE = 1000;
    private static final double NARROW = 800;

    private final Region list;
    private final BorderPane record;
    private final Region facts;
    private final Node backBar;
    private final Consumer<UnaryOperator<Settings>> keep;
    private double listWidth;
    private double factsWidth;
    private boolean listShown = true;
    private boolean factsShown;
    private boolean placing;
    private boolean unplaced;
    private boolean reading;

    /**
     * Puts panes side by side.
     *
     * @param list where one chooses
     * @param record what is chosen
     * @param facts what is known of it
     * @param settings the widths
     * @param keep keeps other widths
     * @param back names the list, for the button that goes back to it
     */
    Panes(Region list, Region record, Region facts, Settings settings, Consumer<UnaryOperator<Settings>> keep,
            String back) {
        this.list = list;
        this.record = new BorderPane(record);
        this.facts = facts;
        this.keep = keep;
        this.listWidth = settings.list();
        this.factsShown = settings.facts() > 0;
        this.factsWidth = factsShown ? settings.facts() : Settings.USUAL.facts();
        getStyleClass().add("panes");
        setOrientation(Orientation.HORIZONTAL);
        list.setMinWidth(220);
        this.record.setMinWidth(320);
        facts.setMinWidth(180);
        backBar = backBar(back);
        setResizableWithParent(list, false);
        setResizableWithParent(facts, false);
        widthProperty().addListener((_, _, _) -> place());
        list.widthProperty().addListener((_, _, now) -> dragged(list, now.doubleValue()));
        facts.widthProperty().addListener((_, _, now) -> dragged(facts, now.doubleValue()));
    }

    private Node backBar(String back) {
        Button button = Controls.button(back, this::back, "flat", "back-button");
        button.setGraphic(Controls.icon("fth-arrow-left"));
        HBox bar = Controls.row(0, button);
        bar.getStyleClass().add("back-bar");
        // After the views inside: they use Escape for what is open in them.
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && back()) {
                event.consume();
            }
        });
        return bar;
    }

    private boolean takesTurns() {
        return getWidth() < NARROW;
    }

    private List<Region> wanted() {
        if (takesTurns()) {
            return List.of(reading ? record : list);
        }
        List<Region> wanted = new ArrayList<>();
        if (listShown) {
            wanted.add(list);
        }
        wanted.add(record);
        if (factsShown && getWidth() >= WIDE) {
            wanted.add(facts);
        }
        return wanted;
    }

    private void place() {
        if (getWidth() <= 0) {
            return;
        }
        placing = true;
        List<Region> wanted = wanted();
        record.setTop(takesTurns() ? backBar : null);
        if (!getItems().equals(wanted)) {
            getItems().setAll(wanted);
        }
        unplaced = true;
        requestLayout();
        placing = false;
    }

    /** The skin first shares out what room was won or lost by its own rule; then the dividers are put where they were. */
    @Override
    protected void layoutChildren() {
        boolean place = unplaced && getWidth() > 0;
        placing |= place;
        super.layoutChildren();
        if (place) {
            setDividerPositions(positions());
            super.layoutChildren();
            unplaced = false;
            placing = false;
        }
    }

    private double[] positions() {
        List<Double> positions = new ArrayList<>();
        if (getItems().contains(list) && getItems().contains(record)) {
            positions.add(listWidth / getWidth());
        }
        if (getItems().contains(facts)) {
            positions.add(1 - factsWidth / getWidth());
        }
        return positions.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void dragged(Region pane, double width) {
        if (placing || unplaced || takesTurns() || width <= 0 || getScene() == null || !getItems().contains(pane)) {
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

    /** Shows the record of what was chosen in the list, where the two take turns. */
    void read() {
        reading = true;
        if (takesTurns()) {
            place();
            backBar.lookup(".button").requestFocus();
        }
    }

    /**
     * Goes back to the list, where it takes turns with the record.
     *
     * @return whether there was anything to go back from
     */
    boolean back() {
        if (!takesTurns() || !reading) {
            return false;
        }
        reading = false;
        place();
        list.lookup(".row-list").requestFocus();
        return true;
    }

    void toggleList() {
        if (takesTurns()) {
            reading = !reading;
        } else {
            listShown = !listShown;
        }
        place();
    }

    void toggleFacts() {
        factsShown = !factsShown;
        keepWidths();
        place();
    }
}
