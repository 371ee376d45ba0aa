package app.kith.ui.record;

import app.kith.store.StoreChange;
import app.kith.store.Timeline;
import app.kith.store.Timeline.Item;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The timeline of one customer, or of several together, by day, as far as its filter lets it through. JavaFX thread only. */
public final class TimelineModel {
    private static final Read NOTHING = new Read(Map.of(), List.of());

    private final LongFunction<Read> reads;
    private final ObjectProperty<@Nullable Long> id = new SimpleObjectProperty<>(this, "id");
    private final ObjectProperty<TimelineFilter> filter = new SimpleObjectProperty<>(this, "filter",
            TimelineFilter.ALL);
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final Refresh<Page> refresh;
    private List<Item> all = List.of();
    private Set<Long> conversations = Set.of();
    private Map<Long, String> people = Map.of();

    /**
     * A timeline as it was read.
     *
     * @param people names of those it is of, by number, where it is to say with whom of them something happened; of one alone none
     * @param items what happened, the latest first
     */
    public record Read(Map<Long, String> people, List<Item> items) {

        /** Keeps its own copies. */
        public Read {
            people = Map.copyOf(people);
            items = List.copyOf(items);
        }
    }

    /**
     * Makes the model of nobody; {@link #idProperty()} says of whom.
     *
     * @param timeline the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     */
    public TimelineModel(Timeline timeline, Background background, ChangeFeed feed, String name) {
        this(id -> new Read(Map.of(), timeline.of(id)), background, feed, name);
    }

    /**
     * Makes the model of nobody, for a timeline that is not that of one customer.
     *
     * @param reads reads the timeline of a number; blocks
     * @param background where it is read
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     */
    public TimelineModel(LongFunction<Read> reads, Background background, ChangeFeed feed, String name) {
        this.reads = reads;
        this.refresh = new Refresh<>(background, name, this::read, this::show);
        id.addListener((_, _, _) -> {
            show(new Page(id.get(), NOTHING));
            refresh.now();
        });
        filter.addListener((_, _, _) -> sift());
        feed.listen(this::changed);
    }

    private Callable<Page> read() {
        Long wanted = id.get();
        return () -> new Page(wanted, wanted == null ? NOTHING : reads.apply(wanted));
    }

    private void show(Page page) {
        if (Objects.equals(page.contact(), id.get())) {
            all = page.read().items();
            people = page.read().people();
            Set<Long> shown = new HashSet<>();
            for (Item item : all) {
                if (item instanceof Timeline.Talk talk) {
                    shown.add(talk.id());
                }
            }
            conversations = shown;
            sift();
        }
    }

    private void sift() {
        List<Item> sifted = new ArrayList<>(all);
        sifted.removeIf(item -> !filter.get().takes(item));
        items.set(List.copyOf(sifted));
    }

    private void changed(StoreChange change) {
        Long shown = id.get();
        if (shown != null && (change.contacts().contains(shown) || !people.isEmpty() && !change.contacts().isEmpty()
                || change.conversations().stream().anyMatch(conversations::contains))) {
            refresh.request();
        }
    }

    /** {@return the number of the customer; null for nobody} */
    public ObjectProperty<@Nullable Long> idProperty() {
        return id;
    }

    /** {@return what is let through} */
    public ObjectProperty<TimelineFilter> filterProperty() {
        return filter;
    }

    /** {@return what is shown, the latest first} */
    public ReadOnlyObjectProperty<List<Item>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /** {@return how much there is for each filter} */
    public Map<TimelineFilter, Long> counts() {
        Map<TimelineFilter, Long> counts = new EnumMap<>(TimelineFilter.class);
        for (TimelineFilter each : TimelineFilter.values()) {
            counts.put(each, all.stream().filter(each::takes).count());
        }
        return counts;
    }

    /**
     * With whom something happened.
     *
     * @param item what
     * @return their names; empty on the timeline of one alone
     */
    List<String> who(Item item) {
        return item.with().stream().map(people::get).filter(Objects::nonNull).sorted().toList();
    }

    private record Page(@Nullable Long contact, Read read) {}
}
