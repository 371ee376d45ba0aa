package app.kith.ui.company;

import app.kith.store.Companies;
import app.kith.store.Companies.Company;
import app.kith.store.Conversations;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.StoreChange;
import app.kith.ui.list.Rows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The company that is shown. JavaFX thread only. */
public final class CompanyModel {
    private final Companies companies;
    private final ObjectProperty<@Nullable Long> id = new SimpleObjectProperty<>(this, "id");
    private final ReadOnlyObjectWrapper<@Nullable Company> company = new ReadOnlyObjectWrapper<>(this, "company");
    private final Rows<CustomerRow> people;
    private final Rows<ConversationRow> conversations;
    private final Refresh<Optional<Company>> refresh;

    /**
     * Makes the model of none; {@link #idProperty()} says of which.
     *
     * @param companies queries of companies
     * @param customers queries of customers
     * @param talks queries of conversations
     * @param background where they are made
     * @param feed tells what changed
     */
    public CompanyModel(Companies companies, Customers customers, Conversations talks, Background background,
            ChangeFeed feed) {
        this.companies = companies;
        this.people = new Rows<>(background, "company-people", customers::rows, CustomerRow::id);
        this.conversations = new Rows<>(background, "company-conversations", talks::rows, ConversationRow::id);
        this.refresh = new Refresh<>(background, "company", this::read, this::show);
        id.addListener((_, _, _) -> refresh.now());
        feed.listen(this::changed);
    }

    private Callable<Optional<Company>> read() {
        Long wanted = id.get();
        return () -> wanted == null ? Optional.empty() : companies.find(wanted);
    }

    private void show(Optional<Company> read) {
        people.show(read.map(one -> one.people().stream().mapToLong(CustomerRow::id).toArray()).orElse(new long[0]));
        conversations.show(read.map(Company::conversations).orElse(new long[0]));
        company.set(read.orElse(null));
    }

    private void changed(StoreChange change) {
        people.changed(change.contacts());
        conversations.changed(change.conversations());
        if (id.get() != null && !(change.contacts().isEmpty() && change.conversations().isEmpty())) {
            refresh.request();
        }
    }

    /** {@return the number of the company; null for none} */
    public ObjectProperty<@Nullable Long> idProperty() {
        return id;
    }

    /** {@return the company; null while there is none or it is still being read} */
    public ReadOnlyObjectProperty<@Nullable Company> companyProperty() {
        return company.getReadOnlyProperty();
    }

    /** {@return its people, the last in touch first} */
    public Rows<CustomerRow> people() {
        return people;
    }

    /** {@return all conversations with any of them, the newest first} */
    public Rows<ConversationRow> conversations() {
        return conversations;
    }
}
