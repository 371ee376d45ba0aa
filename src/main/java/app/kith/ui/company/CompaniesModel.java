package app.kith.ui.company;

import app.kith.store.Companies;
import app.kith.store.Companies.CompanyRow;
import app.kith.store.Companies.Order;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The companies: searched by words of name or domain, in the order chosen. JavaFX thread only. */
public final class CompaniesModel extends SearchedRows<CompanyRow> {
    private final Companies companies;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.LAST_CONTACT);

    /**
     * Makes the model and begins to read the list.
     *
     * @param companies the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public CompaniesModel(Companies companies, Background background, ChangeFeed feed) {
        super(background, "companies", companies::rows, CompanyRow::id);
        this.companies = companies;
        order.addListener((_, _, _) -> readNow());
        // Whoever changes may change a company whose number is another's.
        feed.listen(change -> changed(change.contacts()));
        readNow();
    }

    @Override
    protected Callable<Listing> search(String words) {
        Order by = order.get();
        return () -> new Listing(companies.ids(words, by, 0, 0), companies.count());
    }

    /** Some company is always on the page. */
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
