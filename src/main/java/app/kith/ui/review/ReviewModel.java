package app.kith.ui.review;

import app.kith.contact.Value;
import app.kith.desk.DuplicateReview;
import app.kith.desk.DuplicateReview.Found;
import app.kith.desk.DuplicateReview.Group;
import app.kith.match.Learnt;
import app.kith.store.Customers;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The queue of groups and the one that is looked at. JavaFX thread only. */
public final class ReviewModel {
    private static final int SAMPLE = 8;

    private final DuplicateReview review;
    private final Customers customers;
    private final RecordActs acts;
    private final Background background;
    private final ObjectProperty<Queue> queue = new SimpleObjectProperty<>(this, "queue", Queue.ALL);
    private final ReadOnlyObjectWrapper<List<Learnt>> learnt = new ReadOnlyObjectWrapper<>(this, "learnt", List.of());
    private Found found = new Found(List.of(), List.of(), 0, 0);
    private @Nullable Set<Long> matching;
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(this, "groups", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty scanned = new SimpleBooleanProperty(this, "scanned");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress");
    private AtomicBoolean stop = new AtomicBoolean();

    /**
     * Makes the model; nothing is scanned yet.
     *
     * @param review the scan
     * @param customers what is known of customers
     * @param acts merges and parts, and tells it
     * @param background where work is done
     */
    public ReviewModel(DuplicateReview review, Customers customers, RecordActs acts, Background background) {
        this.review = review;
        this.customers = customers;
        this.acts = acts;
        this.background = background;
        queue.subscribe((before, now) -> {
            if (before.query().equals(now.query())) {
                show(now);
            } else {
                search(now.query());
            }
        });
    }

    /**
     * The group that is looked at.
     *
     * @param group the group
     * @param customers its customers, in its order
     */
    public record Shown(Group group, List<Customer> customers) {

        /** Keeps its own copy. */
        public Shown {
            customers = List.copyOf(customers);
        }
    }

    /** Scans all customers, unless a scan is running. */
    public void scan() {
        if (running.get()) {
            return;
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        stop = cancelled;
        running.set(true);
        progress.set(0);
        background.run("duplicates", () -> {
            try {
                return Optional.of(review.scan(part -> background.soon("duplicates-part", () -> progress.set(part)),
                        cancelled::get));
            } catch (CancellationException e) {
                return Optional.<Found>empty();
            }
        }, this::found, this::failed);
    }

    private void found(Optional<Found> ended) {
        running.set(false);
        ended.ifPresent(all -> {
            found = all;
            scanned.set(true);
            search(queue.get().query());
        });
    }

    /** What is searched for is found as in the list of customers. */
    private void search(String query) {
        if (query.isBlank()) {
            matching = null;
            show(queue.get());
            return;
        }
        background.run("duplicates-search", () -> {
            Set<Long> ids = new HashSet<>();
            for (long id : customers.ids(query.strip(), Customers.Order.NAME, 0)) {
                ids.add(id);
            }
            return ids;
        }, ids -> {
            matching = ids;
            show(queue.get());
        }, acts::failed);
    }

    /** Shows what is wanted; the group that is looked at stays where it is among it. */
    private void show(Queue wanted) {
        List<Group> all = wanted.shown(found, matching);
        Shown now = shown.get();
        groups.set(all);
        if (now == null || !all.contains(now.group())) {
            first();
        }
    }

    private void failed(KithException failure) {
        running.set(false);
        acts.failed(failure);
    }

    /** Stops a scan that is running. */
    public void stop() {
        stop.set(true);
    }

    private void first() {
        show(groups.get().isEmpty() ? null : groups.get().getFirst());
    }

    /**
     * Looks at a group.
     *
     * @param group which; null for none
     */
    public void show(@Nullable Group group) {
        if (group == null) {
            shown.set(null);
            return;
        }
        background.run("duplicate-group", () -> {
            List<Customer> found = new ArrayList<>();
            group.contacts().forEach(id -> customers.find(id).ifPresent(found::add));
            return new Shown(group, found);
        }, shown::set, acts::failed);
    }

    /**
     * Goes to the next or the former group.
     *
     * @param step 1 or −1
     */
    public void go(int step) {
        Shown now = shown.get();
        int at = now == null ? -1 : groups.get().indexOf(now.group());
        int next = at + step;
        if (next >= 0 && next < groups.get().size()) {
            show(groups.get().get(next));
        }
    }

    /** Puts the group that is looked at behind all others. */
    public void later() {
        Shown now = shown.get();
        if (now != null && groups.get().size() > 1) {
            List<Group> rest = new ArrayList<>(groups.get());
            Group next = next(rest, now.group());
            rest.remove(now.group());
            rest.add(now.group());
            List<Group> all = new ArrayList<>(found.groups());
            if (all.remove(now.group())) {
                all.add(now.group());
            }
            found = new Found(all, found.teaching().stream().filter(group -> !group.equals(now.group())).toList(),
                    found.contacts(), found.compared());
            groups.set(List.copyOf(rest));
            show(next);
        }
    }

    /**
     * Merges customers of the group that is looked at.
     *
     * @param into the one who stays
     * @param others the others
     * @param chosen values that the user chose or wrote
     * @param dropped values that the user left out
     */
    public void merge(long into, List<Long> others, List<Value> chosen, List<Value> dropped) {
        Shown now = shown.get();
        if (now != null && !others.isEmpty()) {
            acts.enter(() -> review.merge(into, others, chosen, dropped));
            settled(now.group());
        }
    }

    /** Says of all customers of the group that is looked at that they are not the same. */
    public void apart() {
        Shown now = shown.get();
        if (now != null) {
            acts.enter(() -> review.apart(now.group().contacts()));
            settled(now.group());
        }
    }

    /** Merges all groups that are safe, as one change. */
    public void mergeSafe() {
        List<Group> safe = safe();
        if (!safe.isEmpty()) {
            acts.enter(() -> review.mergeAll(safe).orElseThrow());
            forget(safe);
            first();
        }
    }

    /**
     * Reads some of the safe groups by the names of their customers.
     *
     * @param then takes a line for each
     */
    void sample(Consumer<List<String>> then) {
        List<Group> safe = safe().stream().limit(SAMPLE).toList();
        background.run("duplicate-sample", () -> safe.stream().map(group -> customers.rows(group.contacts()).stream()
                .map(CustomerRow::name).collect(Collectors.joining("  =  "))).toList(), then, acts::failed);
    }

    /** {@return the groups that are safe} */
    public List<Group> safe() {
        return groups.get().stream().filter(Group::safe).toList();
    }

    private void settled(Group group) {
        Group next = next(groups.get(), group);
        forget(List.of(group));
        show(next);
    }

    /** Groups that are settled are shown no more, nor are others that one of their customers was in. */
    private void forget(List<Group> settled) {
        Set<Group> gone = new HashSet<>(settled);
        found = new Found(found.groups().stream().filter(group -> !gone.contains(group)).toList(),
                found.teaching().stream().filter(group -> !gone.contains(group)).toList(), found.contacts(),
                found.compared());
        groups.set(groups.get().stream().filter(group -> !gone.contains(group)).toList());
    }

    /** Reads what merges and refusals taught. */
    public void readLearnt() {
        background.run("duplicates-learnt", review::learnt, learnt::set, acts::failed);
    }

    /** Forgets what merges and refusals taught, as one change, and looks again. */
    public void forgetLearnt() {
        acts.enter(review::forget);
        learnt.set(List.of());
        scan();
    }

    /** {@return what merges and refusals taught when that was last read} */
    public ReadOnlyObjectProperty<List<Learnt>> learntProperty() {
        return learnt.getReadOnlyProperty();
    }

    /** {@return which groups are shown; remembered as long as the program runs} */
    ObjectProperty<Queue> queueProperty() {
        return queue;
    }

    private static @Nullable Group next(List<Group> all, Group group) {
        int at = all.indexOf(group);
        return at + 1 < all.size() ? all.get(at + 1) : at > 0 ? all.get(at - 1) : null;
    }

    /** {@return the groups that are shown, in the order that is wanted} */
    public ReadOnlyObjectProperty<List<Group>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** {@return the group that is looked at; null for none} */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** {@return whether a scan is running} */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** {@return whether a scan has ended} */
    public BooleanProperty scannedProperty() {
        return scanned;
    }

    /** {@return how far the scan is, 0 to 1} */
    public DoubleProperty progressProperty() {
        return progress;
    }
}
