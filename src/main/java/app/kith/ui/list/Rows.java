package app.kith.ui.list;

import app.kith.ui.work.Background;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length of which only the rows around what is seen are in memory. Rows are read in bundles off the JavaFX thread
 * when a cell asks for them. JavaFX thread only.
 *
 * @param <R> a row
 */
public final class Rows<R> {
    private static final int KEPT = 1_000;

    private final Background background;
    private final String name;
    private final Function<List<Long>, List<R>> read;
    private final ToLongFunction<R> number;
    private final IdList ids = new IdList();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");
    private final Map<Long, R> rows = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, R> eldest) {
            return size() > KEPT;
        }
    };
    private Set<Long> wanted = new LinkedHashSet<>();
    private long bundles;
    private boolean changing;

    /**
     * Makes an empty list.
     *
     * @param background where rows are read
     * @param name what they are, unlike those of any other list
     * @param read reads rows by their numbers, in any order; blocks
     * @param number the number of a row
     */
    public Rows(Background background, String name, Function<List<Long>, List<R>> read, ToLongFunction<R> number) {
        this.background = background;
        this.name = name;
        this.read = read;
        this.number = number;
    }

    /** {@return the numbers, in order, for a list view; they cannot be changed through it} */
    public ObservableList<Long> numbers() {
        return ids;
    }

    /** {@return how many rows there are} */
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /**
     * Where a number stands.
     *
     * @param id the number
     * @return its index; -1 if it is not listed
     */
    public int at(long id) {
        return ids.at(id);
    }

    /**
     * Shows other numbers, or the same in another order.
     *
     * @param now all numbers
     */
    public void show(long[] now) {
        changing = true;
        ids.replace(now);
        changing = false;
        size.set(now.length);
    }

    /** {@return whether the numbers are being changed just now: what a list view then says of its selection is not the user's word} */
    boolean isChanging() {
        return changing;
    }

    /**
     * A row, if it is there; else it is read, and the list says that it changed when it has come.
     *
     * @param id its number
     * @return the row; null where it is still to come
     */
    public @Nullable R get(long id) {
        R row = rows.get(id);
        if (row == null) {
            want(id);
        }
        return row;
    }

    /**
     * Reads rows again that may have changed; what is known is shown until then.
     *
     * @param changed their numbers, listed or not
     */
    public void changed(Collection<Long> changed) {
        changed.stream().filter(rows::containsKey).forEach(this::want);
    }

    /** Reads all rows again that are known, because all look different now; until then they are shown as they were. */
    public void changed() {
        List.copyOf(rows.keySet()).forEach(this::want);
    }

    /**
     * A row, if it is there already; it is not read else.
     *
     * @param id its number
     * @return the row; null where it is not there
     */
    public @Nullable R known(long id) {
        return rows.get(id);
    }

    private void want(long id) {
        wanted.add(id);
        background.soon(this, this::load);
    }

    private void load() {
        if (wanted.isEmpty()) {
            return;
        }
        List<Long> bundle = List.copyOf(wanted);
        wanted = new LinkedHashSet<>();
        background.run(name + "-" + bundles++, () -> read.apply(bundle), found -> arrived(bundle, found), _ -> {});
    }

    private void arrived(List<Long> bundle, List<R> found) {
        Map<Long, R> byNumber = new HashMap<>();
        found.forEach(row -> byNumber.put(number.applyAsLong(row), row));
        List<Long> different = new ArrayList<>();
        for (Long id : bundle) {
            R row = byNumber.get(id);
            if (row == null) {
                rows.remove(id);
            } else if (!row.equals(rows.put(id, row))) {
                different.add(id);
            }
        }
        different.stream().mapToInt(ids::at).filter(at -> at >= 0).forEach(ids::update);
    }
}
