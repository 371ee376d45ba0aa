package app.kith.ui.customer;

import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.store.StoreChange;
import app.kith.ui.list.Rows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The list of customers: what is searched, in which order, who is selected. JavaFX thread only. */
public final class CustomersModel {
    private final Customers customers;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.LAST_CONTACT);
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final Rows<CustomerRow> rows;
    private final Refresh<Listing> refresh;
    private @Nullable Long beforeSearch;

    /**
     * Makes the model and begins to read the list.
     *
     * @param customers the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public CustomersModel(Customers customers, Background background, ChangeFeed feed) {
        this.customers = customers;
        this.rows = new Rows<>(background, "customer-rows", customers::rows, CustomerRow::id);
        this.refresh = new Refresh<>(background, "customers", this::read, this::show);
        query.addListener((_, before, now) -> searched(before, now));
        order.addListener((_, _, _) -> refresh.now());
        feed.listen(this::changed);
        refresh.now();
    }

    private Callable<Listing> read() {
        String words = query.get();
        Order by = order.get();
        return () -> new Listing(customers.ids(words, by, 0), customers.count());
    }

    private void show(Listing listing) {
        rows.show(listing.ids());
        total.set(listing.total());
        loaded.set(true);
        if (selected.get() == null && listing.ids().length > 0) {
            selected.set(listing.ids()[0]);
        }
    }

    private void searched(String before, String now) {
        if (before.isBlank() && !now.isBlank()) {
            beforeSearch = selected.get();
        }
        refresh.now();
    }

    private void changed(StoreChange change) {
        if (!change.contacts().isEmpty()) {
            rows.changed(change.contacts());
            refresh.request();
        }
    }

    /** Ends the search and selects whom it was before. */
    public void endSearch() {
        if (!query.get().isEmpty()) {
            query.set("");
            if (beforeSearch != null) {
                selected.set(beforeSearch);
            }
            beforeSearch = null;
        }
    }

    /** Goes from the search to its first hit. */
    public void selectFirst() {
        if (!rows.numbers().isEmpty()) {
            selected.set(Objects.requireNonNull(rows.numbers().getFirst()));
        }
    }

    /** {@return what is searched for; words of name, company or address} */
    public StringProperty queryProperty() {
        return query;
    }

    /** {@return the order of the list} */
    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** {@return number of the selected customer; null for none} */
    public ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** {@return how many customers there are, found or not} */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** {@return whether the list has been read at least once} */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** {@return those found} */
    public Rows<CustomerRow> rows() {
        return rows;
    }

    private record Listing(long[] ids, long total) {}
}
