package app.kith.ui.customer;

import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Filter;
import app.kith.store.Customers.Order;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The customers: searched by words of name, company or address, sifted, in the order chosen. JavaFX thread only. */
public final class CustomersModel extends SearchedRows<CustomerRow> {
    private final Customers customers;
    private final Clock clock;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.LAST_CONTACT);
    private final ObjectProperty<Set<Filter>> filters = new SimpleObjectProperty<>(this, "filters", Set.of());

    /**
     * Makes the model and begins to read the list.
     *
     * @param customers the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param clock what time it is, and where
     */
    public CustomersModel(Customers customers, Background background, ChangeFeed feed, Clock clock) {
        super(background, "customers", customers::rows, CustomerRow::id);
        this.customers = customers;
        this.clock = clock;
        order.addListener((_, _, _) -> readNow());
        filters.addListener((_, _, _) -> readNow());
        feed.listen(change -> changed(change.contacts()));
        readNow();
    }

    @Override
    protected Callable<Listing> search(String words) {
        Order by = order.get();
        Set<Filter> only = filters.get();
        return () -> new Listing(customers.ids(words, only, by, 0, ZonedDateTime.now(clock)), customers.count());
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
    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** {@return which customers are listed; all for whom all of them hold} */
    public ObjectProperty<Set<Filter>> filtersProperty() {
        return filters;
    }
}
