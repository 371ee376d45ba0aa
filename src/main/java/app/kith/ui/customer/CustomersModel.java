package app.kith.ui.customer;

import app.kith.contact.OwnField;
import app.kith.contact.Stage;
import app.kith.desk.Segments;
import app.kith.desk.Segments.Segment;
import app.kith.desk.Stages;
import app.kith.store.CustomerList;
import app.kith.store.CustomerList.Listed;
import app.kith.store.CustomerList.Sort;
import app.kith.store.CustomerQuery;
import app.kith.store.Customers.Filter;
import app.kith.store.Customers.Order;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The customers: searched in the language of the search box, sifted, in the order chosen; and beside them the user's groups of
 * customers and fields. JavaFX thread only.
 */
public final class CustomersModel extends SearchedRows<Listed> {
    private final CustomerList customers;
    private final Segments segments;
    private final Background background;
    private final Clock clock;
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(this, "sort", Sort.USUAL);
    private final ObjectProperty<Set<Filter>> filters = new SimpleObjectProperty<>(this, "filters", Set.of());
    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(this, "beside",
            new Beside(List.of(), List.of(), List.of()));
    private final Refresh<Beside> groups;

    /**
     * What stands beside the list.
     *
     * @param segments the user's groups of customers, with how many are in each now
     * @param fields the user's own fields
     * @param stages the user's stages in their order, and behind them those that customers bear besides
     */
    public record Beside(List<Segment> segments, List<OwnField> fields, List<Stage> stages) {

        /** Keeps its own copies. */
        public Beside {
            segments = List.copyOf(segments);
            fields = List.copyOf(fields);
            stages = List.copyOf(stages);
        }
    }

    /**
     * Makes the model and begins to read the list.
     *
     * @param customers the queries
     * @param segments the user's groups
     * @param fields reads the user's own fields; blocks
     * @param stages the user's stages
     * @param background where they are made
     * @param feed tells what changed
     * @param clock what time it is, and where
     */
    public CustomersModel(CustomerList customers, Segments segments, Supplier<List<OwnField>> fields,
            Stages stages, Background background, ChangeFeed feed, Clock clock) {
        super(background, "customers", customers::rows, Listed::id);
        this.customers = customers;
        this.segments = segments;
        this.background = background;
        this.clock = clock;
        this.groups = new Refresh<>(background, "customer-groups",
                () -> () -> new Beside(segments.all(ZonedDateTime.now(clock)), fields.get(), stages.all()),
                this::showBeside);
        sort.addListener((_, _, _) -> readNow());
        filters.addListener((_, _, _) -> readNow());
        feed.listen(change -> {
            changed(change.contacts());
            groups.request();
        });
        readNow();
        groups.now();
    }

    /** Another order of the stages is another order of the list. */
    private void showBeside(Beside now) {
        boolean reordered = !now.stages().equals(beside.get().stages())
                && sort.get().own().isEmpty() && sort.get().order() == Order.STAGE;
        beside.set(now);
        if (reordered) {
            readNow();
        }
    }

    @Override
    protected Callable<Listing> search(String words) {
        Sort by = sort.get();
        Set<Filter> only = filters.get();
        return () -> {
            ZonedDateTime now = ZonedDateTime.now(clock);
            return new Listing(customers.ids(Segments.read(words).and(only), by, 0, now),
                    customers.count(CustomerQuery.ALL, now));
        };
    }

    /** Somebody is always on the page. */
    @Override
    protected void shown() {
        if (selectedProperty().get() == null) {
            selectFirst();
        }
    }

    @Override
    protected void searchEnded() {
        filters.set(Set.of());
    }

    /** {@return the order of the list} */
    public ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    /** {@return which customers are listed; all for whom all of them hold} */
    public ObjectProperty<Set<Filter>> filtersProperty() {
        return filters;
    }

    /** {@return the user's groups and fields} */
    public ReadOnlyObjectProperty<Beside> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Shows a group alone; shown again, everybody. */
    void show(Segment segment) {
        boolean again = queryProperty().get().strip().equals(segment.line().strip());
        filters.set(Set.of());
        queryProperty().set(again ? "" : segment.line());
    }

    /** {@return what the list is sifted by, as one line; empty where it is not} */
    String line() {
        return Segments.line(queryProperty().get(), filters.get());
    }

    /** Saves what the list is sifted by as a group. */
    void save(String name) {
        String line = line();
        background.run("segment-saved", () -> {
            segments.save(name, line);
            return line;
        }, saved -> {
            filters.set(Set.of());
            queryProperty().set(saved);
            groups.now();
        }, _ -> {});
    }

    /** Removes a group; its customers stay. */
    void forget(Segment segment) {
        background.run("segment-removed", () -> {
            segments.remove(segment.name());
            return segment;
        }, _ -> groups.now(), _ -> {});
    }
}
