package app.kith.ui.review;

import app.kith.assist.Proposals;
import app.kith.assist.Proposals.About;
import app.kith.assist.Proposals.Decided;
import app.kith.assist.Threshold;
import app.kith.desk.Records.Entered;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView.Waiting;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What mail proposes, kind by kind, and the proposal that is looked at. JavaFX thread only. */
public final class ProposalsModel {
    /** So many are read at once; when they are decided, the next ones come. */
    private static final int MOST = 300;

    private final Proposals proposals;
    private final RecordActs acts;
    private final Background background;
    private final Refresh<Reading> refresh;
    private final Set<String> later = new LinkedHashSet<>();
    private final ObjectProperty<ProposalKind> kind = new SimpleObjectProperty<>(this, "kind", ProposalKind.PERSON);
    private final ReadOnlyObjectWrapper<Map<ProposalKind, Integer>> counts = new ReadOnlyObjectWrapper<>(this, "counts",
            Map.of());
    private final ReadOnlyObjectWrapper<List<Waiting>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final ObjectProperty<@Nullable Waiting> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable About> about = new ReadOnlyObjectWrapper<>(this, "about");
    private final ReadOnlyObjectWrapper<Map<ProposalKind, Threshold>> thresholds = new ReadOnlyObjectWrapper<>(this,
            "thresholds", Map.of());
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");

    /**
     * Makes the model and begins to read.
     *
     * @param proposals what waits
     * @param acts tells what was done
     * @param background where work is done
     * @param feed tells what changed
     */
    public ProposalsModel(Proposals proposals, RecordActs acts, Background background, ChangeFeed feed) {
        this.proposals = proposals;
        this.acts = acts;
        this.background = background;
        this.refresh = new Refresh<>(background, "proposals", this::read, this::show);
        kind.addListener((_, _, _) -> {
            selected.set(null);
            refresh.now();
        });
        selected.addListener((_, _, now) -> look(now));
        feed.listen(_ -> refresh.request());
        refresh.now();
    }

    private record Reading(ProposalKind kind, Map<ProposalKind, Integer> counts, List<Waiting> items,
            Map<ProposalKind, Threshold> thresholds) {}

    private Callable<Reading> read() {
        ProposalKind wanted = kind.get();
        return () -> new Reading(wanted, proposals.counts(), proposals.list(wanted, MOST),
                proposals.settings());
    }

    private void show(Reading reading) {
        counts.set(reading.counts());
        thresholds.set(Map.copyOf(reading.thresholds()));
        if (reading.kind() != kind.get()) {
            return;
        }
        List<Waiting> first = new ArrayList<>();
        List<Waiting> last = new ArrayList<>();
        reading.items().forEach(one -> (later.contains(one.id()) ? last : first).add(one));
        first.addAll(last);
        Waiting before = selected.get();
        items.set(List.copyOf(first));
        selected.set(first.stream().filter(one -> before != null && one.id().equals(before.id())).findFirst()
                .orElse(first.isEmpty() ? null : first.getFirst()));
    }

    private void look(@Nullable Waiting now) {
        if (now == null) {
            about.set(null);
        } else {
            background.run("proposal-about", () -> proposals.about(now), about::set, acts::failed);
        }
    }

    /**
     * Goes to the next or the former proposal.
     *
     * @param step 1 or −1
     */
    public void go(int step) {
        int next = items.get().indexOf(selected.get()) + step;
        if (next >= 0 && next < items.get().size()) {
            selected.set(items.get().get(next));
        }
    }

    /** Accepts the proposal that is looked at. */
    public void accept() {
        Waiting now = selected.get();
        if (now != null) {
            decide(List.of(now), proposals::accept);
        }
    }

    /** Accepts all that are shown, in one change. */
    public void acceptAll() {
        if (!items.get().isEmpty()) {
            decide(items.get(), proposals::accept);
        }
    }

    /**
     * Says that the person who is looked at is a customer who is there already.
     *
     * @param contact number of the customer
     */
    public void addTo(long contact) {
        Waiting now = selected.get();
        if (now != null) {
            decide(List.of(now), ids -> proposals.addTo(ids.getFirst(), contact));
        }
    }

    /** Refuses the proposal that is looked at. */
    public void refuse() {
        Waiting now = selected.get();
        if (now != null) {
            decide(List.of(now), proposals::refuse);
        }
    }

    private interface Decision {
        Decided on(List<String> ids);
    }

    /** They leave the list at once; should it come to nothing, they are read again. */
    private void decide(List<Waiting> decided, Decision decision) {
        List<String> ids = decided.stream().map(Waiting::id).toList();
        List<Waiting> rest = new ArrayList<>(items.get());
        int at = rest.indexOf(decided.getFirst());
        rest.removeAll(decided);
        items.set(List.copyOf(rest));
        selected.set(rest.isEmpty() ? null : rest.get(Math.min(at, rest.size() - 1)));
        acts.enter(() -> {
            Decided done = decision.on(ids);
            return new Entered(0, 0, done.change());
        });
    }

    /**
     * Chooses what of the kind that is shown is accepted unasked from now on.
     *
     * @param threshold how sure it must be
     */
    public void acceptUnasked(Threshold threshold) {
        ProposalKind chosen = kind.get();
        acts.enter(() -> new Entered(0, 0, proposals.set(chosen, threshold)));
    }

    /** {@return what is accepted unasked, by kind; empty until it is read} */
    public ReadOnlyObjectProperty<Map<ProposalKind, Threshold>> thresholdsProperty() {
        return thresholds.getReadOnlyProperty();
    }

    /** Puts the proposal that is looked at behind all others, until the program ends. */
    public void later() {
        Waiting now = selected.get();
        List<Waiting> rest = new ArrayList<>(items.get());
        int at = rest.indexOf(now);
        if (now == null || rest.size() < 2) {
            return;
        }
        later.add(now.id());
        rest.remove(at);
        rest.add(now);
        items.set(List.copyOf(rest));
        selected.set(rest.get(Math.min(at, rest.size() - 2)));
    }

    /** {@return which kind is shown} */
    public ObjectProperty<ProposalKind> kindProperty() {
        return kind;
    }

    /** {@return how many of each kind wait; empty before the first reading} */
    public ReadOnlyObjectProperty<Map<ProposalKind, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** {@return what is shown, the best evidence first} */
    public ReadOnlyObjectProperty<List<Waiting>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /** {@return the proposal that is looked at; null for none} */
    public ObjectProperty<@Nullable Waiting> selectedProperty() {
        return selected;
    }

    /** {@return what is known of it; null for none, and what was looked at before while it is being read} */
    public ReadOnlyObjectProperty<@Nullable About> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** {@return whether the proposals are shown, and not the duplicates} */
    public BooleanProperty openProperty() {
        return open;
    }
}
