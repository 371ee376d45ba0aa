package app.kith.ui.list;

import app.kith.ui.look.Look;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows {@link Rows}. The selection is a number, not a place: it stays when rows come, go or change their order; and where the user
 * has scrolled down, what he looks at stays where it is. J and K go down and up as the arrows do.
 *
 * @param <R> a row
 */
public final class RowListView<R> extends ListView<Long> {
    private final Rows<R> rows;
    private final ObjectProperty<@Nullable Long> selected;
    private Runnable opened = () -> {};
    private LongConsumer apart = _ -> {};
    private Consumer<List<Long>> chosen = _ -> {};
    private List<Long> many = List.of();
    private int clicks = 1;
    private double height;
    private double scale = 1;
    private boolean following;
    private boolean watching;
    private @Nullable Anchor anchor;
    private @Nullable Long unseen;

    /**
     * Makes a list.
     *
     * @param rows what it shows
     * @param selected number of the selected row, or null; both ways
     * @param cellHeight height of every cell in pixels, at the usual size of type
     * @param cells makes a cell
     */
    public RowListView(Rows<R> rows, ObjectProperty<@Nullable Long> selected, double cellHeight,
            Supplier<ListCell<Long>> cells) {
        super(rows.numbers());
        this.rows = rows;
        this.selected = selected;
        getStyleClass().add("row-list");
        present(cellHeight, cells);
        sceneProperty().flatMap(Look::scale).orElse(1.0).subscribe(now -> {
            scale = now.doubleValue();
            setFixedCellSize(Math.rint(height * scale));
        });
        rows.numbers().addListener((Change<? extends Long> change) -> follow(change));
        selected.addListener((_, _, id) -> {
            select();
            unseen = id;
            reveal();
        });
        getSelectionModel().selectedItemProperty().addListener((_, _, id) -> turnedTo(id));
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Long id = selected.get();
            if (event.getCode() == KeyCode.ENTER && id != null) {
                if (event.isShortcutDown()) {
                    apart.accept(id);
                } else {
                    opened.run();
                }
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        select();
    }

    /**
     * Says what is done when the user opens a row, with a click or with Enter; it is the selected one then.
     *
     * @param act what is done
     */
    public void setOnOpened(Runnable act) {
        opened = act;
    }

    /**
     * Shows rows otherwise.
     *
     * @param cellHeight height of every cell in pixels, at the usual size of type
     * @param cells makes a cell
     */
    public void present(double cellHeight, Supplier<ListCell<Long>> cells) {
        height = cellHeight;
        setFixedCellSize(Math.rint(height * scale));
        setCellFactory(_ -> cells.get());
    }

    /**
     * Says after how many clicks a row is opened.
     *
     * @param number 1 or 2
     */
    public void setClicks(int number) {
        clicks = number;
    }

    /**
     * Says what is done when the user wants a row in a window of its own, with Ctrl and Enter or the middle button.
     *
     * @param act takes the number of the row
     */
    public void setOnApart(LongConsumer act) {
        apart = act;
    }

    /**
     * Lets several rows be chosen, with Shift, Ctrl and Ctrl+A. They stay chosen when rows come, go or change their order.
     *
     * @param told told the numbers of all that are chosen, in the order of the list
     */
    public void setOnChosen(Consumer<List<Long>> told) {
        chosen = told;
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().getSelectedIndices().addListener((Change<? extends Integer> _) -> gather());
    }

    /** A list that was put away, for one in another language, has no more to say. */
    private void gather() {
        if (getScene() != null && !following && !rows.isChanging()) {
            List<Integer> places = List.copyOf(getSelectionModel().getSelectedIndices());
            many = places.stream().filter(at -> at >= 0 && at < rows.numbers().size()).map(rows.numbers()::get)
                    .toList();
            chosen.accept(many);
        }
    }

    private void clicked(MouseEvent event) {
        Long id = row(event.getPickResult().getIntersectedNode());
        boolean plain = !event.isShortcutDown() && !event.isShiftDown();
        if (id != null && event.getButton() == MouseButton.PRIMARY && plain && event.getClickCount() == clicks) {
            opened.run();
        } else if (id != null && event.getButton() == MouseButton.MIDDLE) {
            apart.accept(id);
        }
    }

    /**
     * The number of the row that a node belongs to.
     *
     * @param node the node
     * @return the number; null where it belongs to none
     */
    public static @Nullable Long row(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ListCell<?> cell) {
                return cell.getItem() instanceof Long id ? id : null;
            }
        }
        return null;
    }

    private void step(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && (event.getCode() == KeyCode.J || event.getCode() == KeyCode.K)) {
            KeyCode arrow = event.getCode() == KeyCode.J ? KeyCode.DOWN : KeyCode.UP;
            event.consume();
            fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, arrow.getName(), arrow, false, false,
                    false, false));
        }
    }

    private void turnedTo(@Nullable Long id) {
        if (!following && !rows.isChanging() && !Objects.equals(id, selected.get())) {
            selected.set(id);
        }
    }

    private void follow(Change<? extends Long> change) {
        boolean moved = false;
        while (change.next()) {
            moved |= !change.wasUpdated();
        }
        if (moved) {
            chooseAgain();
            restore();
            reveal();
        }
    }

    /** Brings into view what was selected from elsewhere, as soon as it is among the rows. What can be seen stays where it is. */
    private void reveal() {
        int at = unseen == null ? -1 : rows.at(unseen);
        VirtualFlow<?> flow = flow();
        if (at < 0 || flow == null || flow.getFirstVisibleCell() == null) {
            return;
        }
        unseen = null;
        if (at < flow.getFirstVisibleCell().getIndex() || at > flow.getLastVisibleCell().getIndex()) {
            scrollTo(Math.max(0, at - 2));
        }
    }

    private void select() {
        Long id = selected.get();
        int at = id == null ? -1 : rows.at(id);
        following = true;
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != at) {
            getSelectionModel().clearAndSelect(at);
        }
        following = false;
        if (!many.isEmpty()) {
            gather();
        }
    }

    /** Several that were chosen are chosen where they stand now, the one that is shown last. */
    private void chooseAgain() {
        if (many.size() < 2) {
            select();
            return;
        }
        Set<Long> wanted = new HashSet<>(many);
        Long id = selected.get();
        int shown = id == null ? -1 : rows.at(id);
        int[] places = IntStream.range(0, rows.numbers().size())
                .filter(at -> at != shown && wanted.contains(rows.numbers().get(at))).toArray();
        following = true;
        getSelectionModel().clearSelection();
        if (places.length > 0) {
            getSelectionModel().selectIndices(places[0], places);
        }
        if (shown >= 0 && id != null && wanted.contains(id)) {
            getSelectionModel().select(shown);
        }
        following = false;
        gather();
    }

    /** Remembers what stands at the top whenever the list was laid out, so that it can be put back there after a change. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        VirtualFlow<?> flow = flow();
        if (flow != null && !watching) {
            watching = true;
            flow.positionProperty().addListener((_, _, _) -> remember());
        }
        remember();
    }

    private void remember() {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        if (first >= 0 && first < rows.numbers().size()) {
            anchor = new Anchor(rows.numbers().get(first), flow.getPosition() <= 0);
        }
    }

    /** At the very top new rows push the others down; anywhere else what is looked at stays. */
    private void restore() {
        Anchor before = anchor;
        VirtualFlow<?> flow = flow();
        if (before == null || before.top() || flow == null) {
            return;
        }
        int at = rows.at(before.id());
        if (at >= 0) {
            flow.scrollToTop(at);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private record Anchor(long id, boolean top) {}
}
