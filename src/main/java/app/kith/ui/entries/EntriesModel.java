package app.kith.ui.entries;

import app.kith.contact.Entry.Kind;
import app.kith.store.EntryList;
import app.kith.store.EntryList.EntryRow;
import app.kith.store.EntryList.Filter;
import app.kith.store.EntryList.Found;
import app.kith.store.EntryList.Order;
import app.kith.store.EntryList.Standing;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The business records of all customers, sifted. Read only while somebody looks. JavaFX thread only. */
public final class EntriesModel extends SearchedRows<EntryRow> {
    private static final Logger LOG = LoggerFactory.getLogger(EntriesModel.class);

    private final EntryList entries;
    private final Clock clock;
    private final ObjectProperty<Set<Kind>> kinds = new SimpleObjectProperty<>(this, "kinds", Set.of());
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>(this, "standing");
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(this, "period", Period.ALL);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.DATE);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private boolean looked;
    private boolean stale;

    /**
     * Makes the model; nothing is read until {@link #look}.
     *
     * @param entries the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param clock what time it is, and where
     */
    public EntriesModel(EntryList entries, Background background, ChangeFeed feed, Clock clock) {
        super(background, "entries", entries::rows, EntryRow::id);
        this.entries = entries;
        this.clock = clock;
        kinds.addListener((_, _, _) -> readNow());
        standing.addListener((_, _, _) -> readNow());
        period.addListener((_, _, _) -> readNow());
        order.addListener((_, _, _) -> readNow());
        feed.listen(change -> {
            if (looked && !change.contacts().isEmpty()) {
                stale = true; // A change names customers, and a row of any of them may say something else now.
                relisted();
            }
        });
    }

    /** Somebody looks: the list is read, and kept as it changes. */
    public void look() {
        if (!looked) {
            looked = true;
            readNow();
        }
    }

    /** Reads the list once more, after it could not be read. */
    public void again() {
        readNow();
    }

    @Override
    protected Callable<Listing> search(String words) {
        Filter filter = new Filter(true, kinds.get(), 0, words, "", standing.get(), period.get().since(clock), null);
        Order wanted = order.get();
        return () -> {
            try {
                Found now = entries.find(filter, wanted);
                long total = filter.equals(Filter.RECORDS) ? now.ids().length : entries.count(true);
                return new Listing(now.ids(), total, () -> {
                    found.set(now);
                    failure.set(null);
                });
            } catch (RuntimeException e) {
                KithException told = e instanceof KithException known
                        ? known
                        : new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName());
                LOG.error("The records could not be read", e);
                return new Listing(new long[0], 0, () -> {
                    found.set(Found.NOTHING);
                    failure.set(told);
                });
            }
        };
    }

    @Override
    protected void shown() {
        if (stale) {
            stale = false;
            rows().changed();
        }
    }

    @Override
    protected void searchEnded() {
        kinds.set(Set.of());
        standing.set(null);
        period.set(Period.ALL);
    }

    /** Adds a kind to those that are shown, or takes it from them; with none all are shown. */
    void toggle(Kind kind) {
        Set<Kind> now = EnumSet.noneOf(Kind.class);
        now.addAll(kinds.get());
        if (!now.remove(kind)) {
            now.add(kind);
        }
        kinds.set(Set.copyOf(now));
    }

    /** Shows only what is open or closed; or both again, where it did already. */
    void toggle(Standing one) {
        standing.set(standing.get() == one ? null : one);
    }

    /** {@return the kinds that are shown; empty for all} */
    public ObjectProperty<Set<Kind>> kindsProperty() {
        return kinds;
    }

    /** {@return whether open or closed records are shown; null for both} */
    public ObjectProperty<@Nullable Standing> standingProperty() {
        return standing;
    }

    /** {@return from when on records are shown} */
    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** {@return in which order} */
    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** {@return counts and sums of what is shown} */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** {@return why the list could not be read; null where it could} */
    public ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
