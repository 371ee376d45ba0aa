package app.kith.ui.list;

import app.kith.ui.work.Background;
import app.kith.ui.work.Refresh;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be searched: what is searched for, which row is selected, how many there are. The end of a search gives back the
 * selection from before it. JavaFX thread only.
 *
 * @param <R> a row
 */
public abstract class SearchedRows<R> {
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<List<Long>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", List.of());
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final Rows<R> rows;
    private final Refresh<Listing> refresh;
    private @Nullable Long beforeSearch;

    /**
     * What a search found.
     *
     * @param ids numbers of the rows found, in order
     * @param total how many there are, found or not
     * @param beside told on the JavaFX thread when it is shown: shows what was read with it
     */
    public record Listing(long[] ids, long total, Runnable beside) {

        /** With nothing beside it. */
        public Listing(long[] ids, long total) {
            this(ids, total, () -> {});
        }
    }

    /**
     * Makes an empty list; {@link #readNow} fills it.
     *
     * @param background where it is read
     * @param name what it is, unlike any other list
     * @param read reads rows by their numbers, in any order; blocks
     * @param number the number of a row
     */
    protected SearchedRows(Background background, String name, Function<List<Long>, List<R>> read,
            ToLongFunction<R> number) {
        this.rows = new Rows<>(background, name + "-rows", read, number);
        this.refresh = new Refresh<>(background, name, () -> search(query.get()), this::show);
        query.addListener((_, before, now) -> searched(before, now));
    }

    /**
     * Takes up a search on the JavaFX thread.
     *
     * @param words what is searched for; empty for all
     * @return does the search, off the JavaFX thread
     */
    protected abstract Callable<Listing> search(String words);

    /** Reads the list at once, for somebody who waits. */
    protected final void readNow() {
        refresh.now();
    }

    /**
     * Reads again what may have changed, when there is time.
     *
     * @param changed numbers of rows that may have changed, listed or not; nothing is read where there are none
     */
    protected final void changed(Collection<Long> changed) {
        if (!changed.isEmpty()) {
            rows.changed(changed);
            refresh.request();
        }
    }

    /** Reads the list again, when there is time: what its rows say is the same. */
    protected final void relisted() {
        refresh.request();
    }

    private void show(Listing listing) {
        rows.show(listing.ids());
        total.set(listing.total());
        listing.beside().run();
        loaded.set(true);
        shown();
    }

    /** Called when the list has been read and is shown. */
    protected void shown() {}

    private void searched(String before, String now) {
        if (before.isBlank() && !now.isBlank()) {
            beforeSearch = selected.get();
        }
        refresh.now();
    }

    /** Ends the search and selects what it was before. */
    public final void endSearch() {
        if (!query.get().isEmpty()) {
            query.set("");
            if (beforeSearch != null) {
                selected.set(beforeSearch);
            }
            beforeSearch = null;
        }
        searchEnded();
    }

    /** Called when the user ends a search: whatever else hides rows is to end too. */
    protected void searchEnded() {}

    /** Selects the first row, if there is one. */
    public final void selectFirst() {
        if (!rows.numbers().isEmpty()) {
            selected.set(rows.numbers().getFirst());
        }
    }

    /** {@return what is searched for} */
    public final StringProperty queryProperty() {
        return query;
    }

    /** {@return number of the selected row; null for none} */
    public final ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** {@return numbers of the rows that are chosen, in the order of the list} */
    public final ReadOnlyObjectProperty<List<Long>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /**
     * Takes note of which rows are chosen.
     *
     * @param ids their numbers, in the order of the list
     */
    public final void choose(List<Long> ids) {
        chosen.set(List.copyOf(ids));
    }

    /** {@return numbers of the rows that an act is for: those chosen, else the one that is selected} */
    public final List<Long> meant() {
        Long one = selected.get();
        return chosen.get().size() > 1 ? chosen.get() : one == null ? List.of() : List.of(one);
    }

    /** {@return how many there are, found or not} */
    public final ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** {@return whether the list has been read at least once} */
    public final ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** {@return those found} */
    public final Rows<R> rows() {
        return rows;
    }
}
