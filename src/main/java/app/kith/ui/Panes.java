package app.kith.ui;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * List, record and facts side by side. The two at the sides keep their widths, and can be hidden; where the window is narrow the
 * facts become a drawer over the record, and where it is narrower still list and record take turns. (A split pane shares room out by
 * fractions of its own, and does not keep what was set while a window is put together.)
 */
final class Panes extends Pane {
    private static final double WIDE = 1000;
    private static final double NARROW = 800;
    private static final double LEAST_LIST = 220;
    private static final double LEAST_RECORD = 320;
    private static final double LEAST_FACTS = 180;
    /** Width of the strip that can be gripped; half of it lies on either side of the line. */
    private static final double GRIP = 7;
    /** What stays free beside a drawer, to be pressed. */
    private static final double BESIDE = 48;
    private static final PseudoClass DRAWER = PseudoClass.getPseudoClass("drawer");

    private final Region list;
    private final BorderPane record;
    private final Region facts;
    private final Node backBar;
    private final Region listGrip = new Region();
    private final Region factsGrip = new Region();
    private final Consumer<UnaryOperator<Settings>> keep;
    private Runnable begin = () -> {};
    private double listWidth;
    private double factsWidth;
    private boolean listShown = true;
    private boolean factsShown;
    private boolean reading;
    private boolean wholeList;
    private boolean drawn;
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper(this, "folded");
    private double scale = 1;

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
        this.begin = () -> list.lookup(".row-list").requestFocus();
        this.record = new BorderPane(record);
        this.facts = facts;
        this.keep = keep;
        this.listWidth = settings.list();
        this.factsShown = settings.facts() > 0;
        this.factsWidth = factsShown ? settings.facts() : Settings.USUAL.facts();
        getStyleClass().add("panes");
        backBar = backBar(back);
        widthProperty().addListener((_, _, _) -> place());
        sceneProperty().flatMap(Look::scale).orElse(1.0).subscribe(now -> {
            scale = now.doubleValue();
            place();
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        grip(listGrip, x -> listWidth = within(x, LEAST_LIST, factsShare()));
        grip(factsGrip, x -> factsWidth = within(getWidth() - x, LEAST_FACTS, listShare()));
    }

    /** The width that a side pane is dragged to, as it is at the usual size of type. */
    private double within(double wanted, double least, double other) {
        return Math.clamp(wanted / scale, least, Math.max(least, widest(other) / scale));
    }

    /** What is left for one side pane beside the other and the record. */
    private double widest(double other) {
        return getWidth() - other - LEAST_RECORD * scale;
    }

    /** Drags a line between two panes; the widths are kept when it is let go. */
    private void grip(Region grip, DoubleConsumer move) {
        grip.getStyleClass().add("grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.setOnMouseDragged(event -> {
            move.accept(sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
            requestLayout();
        });
        grip.setOnMouseReleased(_ -> keepWidths());
    }

    private Node backBar(String back) {
        Button button = Controls.button(back, this::back, "flat", "back-button");
        button.setGraphic(Controls.icon("fth-arrow-left"));
        HBox bar = Controls.row(0, button);
        bar.getStyleClass().add("back-bar");
        // After the views inside: they use Escape for what is open in them.
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && (shut() || back())) {
                event.consume();
            }
        });
        return bar;
    }

    /** A press beside the drawer puts it away, and does what it does besides. */
    private void pressed(MouseEvent event) {
        boolean inside = event.getTarget() instanceof Node target
                && Stream.iterate(target, Objects::nonNull, Node::getParent)
                        .anyMatch(facts::equals);
        if (!inside) {
            shut();
        }
    }

    private boolean shut() {
        boolean was = drawn;
        if (was) {
            drawn = false;
            place();
        }
        return was;
    }

    private boolean takesTurns() {
        return wholeList || getWidth() < NARROW * scale;
    }

    private boolean hasRoomForFacts() {
        return getWidth() >= WIDE * scale;
    }

    private List<Region> wanted() {
        boolean listed = takesTurns() ? !reading : listShown;
        boolean read = !takesTurns() || reading;
        List<Region> wanted = new ArrayList<>();
        if (listed) {
            wanted.add(list);
        }
        if (read) {
            wanted.add(record);
        }
        if (read && (hasRoomForFacts() ? factsShown : drawn)) {
            wanted.add(facts);
        }
        return wanted;
    }

    private void place() {
        if (getWidth() <= 0) {
            return;
        }
        record.setTop(takesTurns() ? backBar : null);
        folded.set(!hasRoomForFacts());
        drawn &= folded.get();
        facts.pseudoClassStateChanged(DRAWER, drawn);
        List<Node> shown = new ArrayList<>(wanted());
        if (shown.contains(list) && shown.contains(record)) {
            shown.add(listGrip);
        }
        if (shown.contains(facts) && !drawn) {
            shown.add(factsGrip);
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        requestLayout();
    }

    private double listShare() {
        return takesTurns() || !getChildren().contains(list) ? 0 : listWidth * scale;
    }

    private double factsShare() {
        return getChildren().contains(facts) && !drawn ? factsWidth * scale : 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (getChildren().size() == 1) {
            getChildren().getFirst().resizeRelocate(0, 0, width, height);
            return;
        }
        double right = Math.clamp(factsShare(), 0,
                Math.max(0, widest(getChildren().contains(list) ? LEAST_LIST * scale : 0)));
        double left = Math.clamp(listShare(), 0, Math.max(0, widest(right)));
        list.resizeRelocate(0, 0, snapSizeX(left), height);
        record.resizeRelocate(snapPositionX(left), 0, width - snapPositionX(left) - snapSizeX(right), height);
        double drawer = drawn ? Math.min(factsWidth * scale, width - BESIDE * scale) : right;
        facts.resizeRelocate(width - snapSizeX(drawer), 0, snapSizeX(drawer), height);
        listGrip.resizeRelocate(snapPositionX(left - GRIP / 2), 0, GRIP, height);
        factsGrip.resizeRelocate(snapPositionX(width - right - GRIP / 2), 0, GRIP, height);
    }

    private void keepWidths() {
        double shownFacts = factsShown ? factsWidth * scale : 0;
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
        drawn = false;
        place();
        begin.run();
        return true;
    }

    /**
     * Gives the list all the room, whatever there is of it: list and record take turns.
     *
     * @param whole whether it gets it
     */
    void setWholeList(boolean whole) {
        wholeList = whole;
        place();
    }

    /**
     * Says how one goes to the list again, for the keys.
     *
     * @param act goes there
     */
    void setBegin(Runnable act) {
        begin = act;
    }

    void toggleList() {
        if (takesTurns()) {
            reading = !reading;
        } else {
            listShown = !listShown;
        }
        place();
    }

    /** Shows the facts or puts them away: beside the record where there is room, else over it. */
    void toggleFacts() {
        if (folded.get()) {
            drawn = !drawn && (!takesTurns() || reading);
            place();
            if (drawn) {
                facts.requestFocus();
            }
            return;
        }
        factsShown = !factsShown;
        keepWidths();
        place();
    }

    /** {@return whether there is no room for the facts beside the record} */
    ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }
}
