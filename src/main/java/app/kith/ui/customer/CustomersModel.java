package app.kith.ui.customer;

import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The customers: searched by words of name, company or address, in the order chosen. JavaFX thread only. */
public final class CustomersModel extends SearchedRows<CustomerRow> {
    private final Customers customers;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.LAST_CONTACT);

    /**
     * Makes the model and begins to read the list.
     *
     * @param customers the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public CustomersModel(Customers customers, Background background, ChangeFeed feed) {
        super(background, "customers", customers::rows, CustomerRow::id);
        this.customers = customers;
        order.addListener((_, _, _) -> readNow());
        feed.listen(change -> changed(change.contacts()));
        readNow();
    }

    @Override
    protected Callable<Listing> search(String words) {
        Order by = order.get();
        return () -> new Listing(customers.ids(words, by, 0), customers.count());
    }

    /** Somebody is always on the page. */
    @Override
    protected void shown() {
        if (selectedProperty().get() == null) {
            selectFirst();
        }
    }

    /** {@return the order of the list} */
    public ObjectProperty<Order> orderProperty() {
        return order;
    }
}
