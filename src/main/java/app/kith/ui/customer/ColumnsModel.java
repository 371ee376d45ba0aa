package app.kith.ui.customer;

import app.kith.ui.look.ListLook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the customers are a board, and which columns they are listed in, how wide, and by which they are ordered; what is chosen is kept. JavaFX thread only. */
public final class ColumnsModel {
    private static final int LEAST = 48;
    private static final int MOST = 900;

    private final CustomersModel customers;
    private final Consumer<ListLook> keep;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final BooleanProperty board = new SimpleBooleanProperty(this, "board");
    private final ReadOnlyObjectWrapper<List<Wide>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());

    /**
     * A column as it is shown.
     *
     * @param column which
     * @param width in pixels
     */
    public record Wide(Column column, int width) {}

    /**
     * Makes the model.
     *
     * @param customers the list; it is put in the order that was chosen
     * @param look what was chosen before
     * @param keep keeps what is chosen
     */
    public ColumnsModel(CustomersModel customers, ListLook look, Consumer<ListLook> keep) {
        this.customers = customers;
        this.keep = keep;
        List<Wide> wide = new ArrayList<>();
        look.shown().forEach(one -> Column.of(one.id())
                .ifPresent(column -> wide.add(new Wide(column, Math.clamp(one.width(), LEAST, MOST)))));
        shown.set(wide.isEmpty()
                ? Column.USUAL.stream().map(column -> new Wide(column, column.width())).toList()
                : List.copyOf(wide));
        on.set(look.columns());
        Column.of(look.sort()).ifPresent(column -> customers.sortProperty().set(column.sort(look.turned())));
        board.set(look.board());
        on.addListener((_, _, _) -> keep());
        board.addListener((_, _, _) -> keep());
        shown.addListener((_, _, _) -> keep());
        customers.sortProperty().addListener((_, _, _) -> keep());
    }

    private void keep() {
        String sort = shown.get().stream().map(Wide::column)
                .filter(column -> column.sorts(customers.sortProperty().get())).findFirst().map(Column::id).orElse("");
        keep.accept(new ListLook(on.get(),
                shown.get().stream().map(wide -> new ListLook.Shown(wide.column().id(), wide.width())).toList(), sort,
                customers.sortProperty().get().turned(), board.get()));
    }

    /** {@return whether customers are listed in columns} */
    public BooleanProperty onProperty() {
        return on;
    }

    /** {@return whether customers are shown as a board; this goes before columns} */
    public BooleanProperty boardProperty() {
        return board;
    }

    /** {@return the columns from the left} */
    public ReadOnlyObjectProperty<List<Wide>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** {@return how wide all columns are together, in pixels} */
    public int width() {
        return shown.get().stream().mapToInt(Wide::width).sum();
    }

    /**
     * Orders the list by a column, from its natural end first, and the other way round the second time.
     *
     * @param column the column
     */
    public void sort(Column column) {
        boolean again = column.sorts(customers.sortProperty().get());
        customers.sortProperty().set(column.sort(again && !customers.sortProperty().get().turned()));
    }

    /**
     * Shows a column, at the right, or no longer. One at least stays.
     *
     * @param column the column
     */
    public void toggle(Column column) {
        List<Wide> now = new ArrayList<>(shown.get());
        if (!now.removeIf(wide -> wide.column().equals(column))) {
            now.add(new Wide(column, column.width()));
        }
        if (!now.isEmpty()) {
            shown.set(List.copyOf(now));
        }
    }

    /**
     * Moves a column.
     *
     * @param column the column
     * @param to its new place from the left, from 0; taken to the nearest there is
     */
    public void move(Column column, int to) {
        List<Wide> now = new ArrayList<>(shown.get());
        int from = at(column);
        if (from >= 0) {
            Wide moved = now.remove(from);
            now.add(Math.clamp(to, 0, now.size()), moved);
            shown.set(List.copyOf(now));
        }
    }

    /**
     * Makes a column wider or narrower.
     *
     * @param column the column
     * @param width in pixels; taken to the nearest that is allowed
     */
    public void resize(Column column, double width) {
        int at = at(column);
        if (at >= 0) {
            List<Wide> now = new ArrayList<>(shown.get());
            now.set(at, new Wide(column, (int) Math.clamp(width, LEAST, MOST)));
            shown.set(List.copyOf(now));
        }
    }

    int at(Column column) {
        return shown.get().stream().map(Wide::column).toList().indexOf(column);
    }
}
