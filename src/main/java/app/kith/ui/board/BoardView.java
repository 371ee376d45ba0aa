package app.kith.ui.board;

import app.kith.contact.Stage;
import app.kith.desk.Stages;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The board: the arrows go from card to card and from lane to lane, Ctrl and an arrow take the card along, Enter opens it; with the mouse
 * cards are dragged.
 */
public final class BoardView extends StackPane {
    private final BoardModel model;
    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final HBox lanes = new HBox(8);
    private final ScrollPane scrolled = new ScrollPane(lanes);
    private final Map<Made, LaneView> made = new HashMap<>();
    private @Nullable Long awaited;
    private Runnable opened = () -> {};

    /**
     * What the board leads to.
     *
     * @param stages opens the form of the user's stages
     * @param list shows the customers as a list again
     * @param apart opens a customer in a window of its own
     */
    public record Acts(Runnable stages, Runnable list, LongConsumer apart) {}

    /** A lane as it was made: a list listens to its rows as long as these are there, so each is made once. */
    private record Made(Lane lane, boolean folded) {}

    /**
     * Makes the view.
     *
     * @param model the board
     * @param words the language
     * @param dates writes dates
     * @param acts what it leads to
     */
    public BoardView(BoardModel model, Words words, Dates dates, Acts acts) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        getStyleClass().add("board");
        lanes.getStyleClass().add("board-lanes");
        scrolled.setFitToHeight(true);
        scrolled.setFitToWidth(true);
        scrolled.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        scrolled.getStyleClass().add("board-scroll");
        Pane over = new Pane();
        over.setMouseTransparent(true);
        new CardDrag(scrolled, over, this::views, model::name, this::move);
        BooleanBinding failed = model.failureProperty().isNotNull();
        BooleanBinding bare = Bindings.createBooleanBinding(() -> isBare(model.lanesProperty().get()),
                model.lanesProperty());
        Label loading = Controls.label(words.get("board.loading"), "muted");
        Node stageless = stageless();
        Node failing = failing();
        Controls.showWhen(loading, failed.not().and(model.lanesProperty().isNull()));
        Controls.showWhen(failing, failed);
        Controls.showWhen(stageless, bare.and(failed.not()));
        Controls.showWhen(scrolled, bare.not().and(failed.not()));
        getChildren().addAll(scrolled, over, loading, stageless, failing);
        model.lanesProperty().when(Controls.attached(this)).subscribe(now -> show(now));
        model.noneFoldedProperty().when(Controls.attached(this)).subscribe(_ -> show(model.lanesProperty().get()));
        scrolled.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Whether there is no stage at all. */
    private static boolean isBare(@Nullable List<Lane> all) {
        return all != null && all.size() == 1;
    }

    private Node stageless() {
        List<Stage> usual = Stages.usual(words);
        String names = usual.stream().map(Stage::name).collect(Collectors.joining(" › "));
        return Controls.empty("fth-trello", words.get("board.no-stages"), words.get("board.no-stages-text", names),
                Controls.button(words.get("stage.use-usual"), () -> model.adopt(usual), "accent"),
                Controls.button(words.get("board.own-stages"), acts.stages()));
    }

    private Node failing() {
        StackPane place = new StackPane();
        model.failureProperty().when(Controls.attached(this)).subscribe(now -> show(now, place));
        return place;
    }

    private void show(@Nullable KithException failure, StackPane place) {
        place.getChildren().clear();
        if (failure != null) {
            place.getChildren().add(Controls.empty("fth-alert-triangle", words.get("board.failed"),
                    words.sentence(failure), Controls.button(words.get("board.again"), model::read)));
        }
    }

    private void show(@Nullable List<Lane> now) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean focused = owner != null && isWithin(owner);
        List<Node> views = new ArrayList<>();
        for (Lane lane : now == null ? List.<Lane>of() : now) {
            views.add(made.computeIfAbsent(new Made(lane, lane.isNone() && model.noneFoldedProperty().get()),
                    this::lane));
        }
        lanes.getChildren().setAll(views);
        if (focused) {
            begin();
        }
    }

    private LaneView lane(Made wanted) {
        LaneView view = new LaneView(wanted.lane(), model, words, dates, wanted.folded(), new LaneActs());
        view.list().setOnOpened(() -> opened.run());
        view.list().setOnApart(acts.apart());
        wanted.lane().rows().sizeProperty().when(Controls.attached(view)).subscribe(_ -> arrived(view));
        return view;
    }

    private boolean isWithin(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(lanes)) {
                return true;
            }
        }
        return false;
    }

    private List<LaneView> views() {
        return lanes.getChildren().stream().map(LaneView.class::cast).toList();
    }

    /** Who moved a card goes along with it. */
    private void arrived(LaneView view) {
        Long card = awaited;
        if (card != null && view.lane().rows().at(card) >= 0) {
            awaited = null;
            go(view);
        }
    }

    private void move(long card, Lane to) {
        awaited = to.isNone() && model.noneFoldedProperty().get() ? null : Long.valueOf(card);
        model.selectedProperty().set(card);
        model.move(card, to);
    }

    private void key(KeyEvent event) {
        boolean sideways = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        int at = focused();
        if (!sideways || at < 0 || event.isShiftDown() || event.isAltDown()) {
            return;
        }
        int to = at + (event.getCode() == KeyCode.LEFT ? -1 : 1);
        List<LaneView> all = views();
        if (to >= 0 && to < all.size() && !all.get(to).isFolded()) {
            if (event.isShortcutDown()) {
                take(all.get(at), all.get(to));
            } else {
                step(all.get(at), all.get(to));
            }
        }
        event.consume();
    }

    private int focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return views().stream().map(LaneView::list).toList().indexOf(owner);
    }

    private void take(LaneView from, LaneView to) {
        Long card = model.selectedProperty().get();
        if (card != null && from.lane().rows().at(card) >= 0) {
            move(card, to.lane());
        }
    }

    /** Goes to the card at the same height, or the last above it. */
    private void step(LaneView from, LaneView to) {
        Long card = model.selectedProperty().get();
        int height = card == null ? 0 : Math.max(0, from.lane().rows().at(card));
        List<Long> there = to.lane().rows().numbers();
        if (!there.isEmpty()) {
            model.selectedProperty().set(there.get(Math.min(height, there.size() - 1)));
        }
        go(to);
    }

    private void go(LaneView view) {
        view.list().requestFocus();
        double whole = lanes.getWidth() - scrolled.getViewportBounds().getWidth();
        if (whole > 0) {
            Bounds at = view.getBoundsInParent();
            double left = scrolled.getHvalue() * whole;
            double wanted = Math.clamp(left, at.getMaxX() - scrolled.getViewportBounds().getWidth(), at.getMinX());
            scrolled.setHvalue(Math.clamp(wanted / whole, 0, 1));
        }
    }

    /**
     * Says what is done when the user opens a customer; it is the selected one then.
     *
     * @param act what is done
     */
    public void setOnOpened(Runnable act) {
        opened = act;
    }

    /** Goes to the selected card, else to the first, for the keys. */
    public void begin() {
        Long card = model.selectedProperty().get();
        List<LaneView> all = views().stream().filter(view -> !view.isFolded()).toList();
        all.stream().filter(view -> card != null && view.lane().rows().at(card) >= 0).findFirst()
                .or(() -> all.stream().filter(view -> view.lane().rows().sizeProperty().get() > 0).findFirst())
                .or(() -> all.stream().findFirst()).ifPresent(view -> Controls.begin(view.list()));
    }

    /** What a lane asks. */
    private final class LaneActs implements LaneView.Acts {
        @Override
        public void fold(boolean on) {
            model.noneFoldedProperty().set(on);
        }

        @Override
        public void listed(Lane lane) {
            model.sift(lane);
            acts.list().run();
        }
    }
}
