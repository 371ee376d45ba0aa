package app.kith.ui.customer;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.store.Conversations;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers;
import app.kith.store.Customers.Customer;
import app.kith.store.DueView;
import app.kith.store.DueView.Rhythm;
import app.kith.store.FormerValues;
import app.kith.store.FormerValues.Former;
import app.kith.store.RelationView;
import app.kith.store.RelationView.Related;
import app.kith.store.StageSteps;
import app.kith.store.StageSteps.Step;
import app.kith.store.StoreChange;
import app.kith.ui.list.Rows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One customer with the conversations held with them. JavaFX thread only. */
public final class CustomerModel {
    private final Queries queries;
    private final Background background;
    private final ObjectProperty<@Nullable Long> id = new SimpleObjectProperty<>(this, "id");
    private final ReadOnlyObjectWrapper<@Nullable Customer> customer = new ReadOnlyObjectWrapper<>(this, "customer");
    private final ObjectProperty<@Nullable Long> opened = new SimpleObjectProperty<>(this, "opened");
    private final ReadOnlyObjectWrapper<@Nullable Rhythm> rhythm = new ReadOnlyObjectWrapper<>(this, "rhythm");
    private final ReadOnlyObjectWrapper<List<Related>> related = new ReadOnlyObjectWrapper<>(this, "related",
            List.of());
    private final Rows<ConversationRow> rows;
    private final Refresh<Page> refresh;
    private final String name;

    /**
     * What is asked.
     *
     * @param customers of customers
     * @param conversations of conversations
     * @param due how correspondence goes
     * @param relations of those who know each other
     * @param former what was known once
     * @param steps at which stages they stood
     * @param clock what time it is
     */
    public record Queries(Customers customers, Conversations conversations, DueView due, RelationView relations,
            FormerValues former, StageSteps steps, Clock clock) {}

    /**
     * Makes the model of nobody; {@link #idProperty()} says of whom.
     *
     * @param queries what is asked
     * @param background where they are made
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     */
    public CustomerModel(Queries queries, Background background, ChangeFeed feed, String name) {
        this.queries = queries;
        this.background = background;
        this.name = name;
        this.rows = new Rows<>(background, name + "-conversations", queries.conversations()::rows, ConversationRow::id);
        this.refresh = new Refresh<>(background, name, this::read, this::show);
        id.addListener((_, _, _) -> turned());
        feed.listen(this::changed);
    }

    /**
     * Reads what was known once of the customer and holds no more.
     *
     * @param property of which property
     * @param then takes it, those that held last first
     */
    void former(Property property, Consumer<List<Former>> then) {
        Long wanted = id.get();
        if (wanted != null) {
            background.run(name + "-former", () -> queries.former().of(wanted, property), then,
                    _ -> then.accept(List.of()));
        }
    }

    /**
     * Reads what cards said of the customer at a time.
     *
     * @param at the time
     * @param then takes it, in the order in which it is shown
     */
    void asOf(Instant at, Consumer<List<ShownValue>> then) {
        Long wanted = id.get();
        if (wanted != null) {
            background.run(name + "-as-of", () -> queries.customers().asOf(wanted, at), then,
                    _ -> then.accept(List.of()));
        }
    }

    /**
     * Reads at which stages the customer stood.
     *
     * @param then takes them, the first first
     */
    void steps(Consumer<List<Step>> then) {
        Long wanted = id.get();
        if (wanted != null) {
            background.run("stage-steps", () -> queries.steps().of(wanted), then, _ -> then.accept(List.of()));
        }
    }

    private void turned() {
        opened.set(null);
        refresh.now();
    }

    private Callable<Page> read() {
        Long wanted = id.get();
        return () -> {
            if (wanted == null) {
                return new Page(null, null, List.of(), new long[0]);
            }
            Customer found = queries.customers().find(wanted).orElse(null);
            return new Page(found, queries.due().rhythm(wanted, queries.clock().instant()),
                    found == null ? List.of() : queries.relations().of(found),
                    queries.conversations().ids(wanted, "", 0));
        };
    }

    private void show(Page page) {
        Customer shown = page.customer();
        boolean meant = shown == null ? id.get() == null : Long.valueOf(shown.row().id()).equals(id.get());
        if (meant || shown == null) {
            rows.show(page.conversations());
            rhythm.set(page.rhythm());
            related.set(page.related());
            customer.set(shown);
        }
    }

    private void changed(StoreChange change) {
        rows.changed(change.conversations());
        boolean beside = related.get().stream().anyMatch(one -> change.contacts().contains(one.contact()));
        if (id.get() != null && (change.contacts().contains(id.get()) || beside || change.contacts().size() == 1)) {
            refresh.request();
        }
    }

    /** {@return the number of the customer; null for nobody} */
    public ObjectProperty<@Nullable Long> idProperty() {
        return id;
    }

    /** {@return the customer; null while nobody is there or they are still being read} */
    public ReadOnlyObjectProperty<@Nullable Customer> customerProperty() {
        return customer.getReadOnlyProperty();
    }

    /** {@return how correspondence with the customer goes; null for nobody} */
    public ReadOnlyObjectProperty<@Nullable Rhythm> rhythmProperty() {
        return rhythm.getReadOnlyProperty();
    }

    /** {@return who is in a relation to the customer; set before the customer is} */
    public ReadOnlyObjectProperty<List<Related>> relatedProperty() {
        return related.getReadOnlyProperty();
    }

    /** {@return number of the conversation that is open on the page; null for none} */
    public ObjectProperty<@Nullable Long> openedProperty() {
        return opened;
    }

    /** {@return the conversations, newest first} */
    public Rows<ConversationRow> conversations() {
        return rows;
    }

    private record Page(@Nullable Customer customer, @Nullable Rhythm rhythm, List<Related> related,
            long[] conversations) {}
}
