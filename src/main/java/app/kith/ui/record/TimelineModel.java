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
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The timeline of one customer, by day, as far as its filter lets it through. JavaFX thread only. */
public final class TimelineModel {
    private final Timeline timeline;
    private final ObjectProperty<@Nullable Long> id = new SimpleObjectProperty<>(this, "id");
    private final ObjectProperty<TimelineFilter> filter = new SimpleObjectProperty<>(this, "filter",
            TimelineFilter.ALL);
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final Refresh<Page> refresh;
    private List<Item> all = List.of();
    private Set<Long> conversations = Set.of();

    /**
     * Makes the model of nobody; {@link #idProperty()} says of whom.
     *
     * @param timeline the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     */
    public TimelineModel(Timeline timeline, Background background, ChangeFeed feed, String name) {
        this.timeline = timeline;
        this.refresh = new Refresh<>(background, name, this::read, this::show);
        id.addListener((_, _, _) -> {
            show(new Page(id.get(), List.of()));
            refresh.now();
        });
        filter.addListener((_, _, _) -> sift());
        feed.listen(this::changed);
    }

    private Callable<Page> read() {
        Long wanted = id.get();
        return () -> new Page(wanted, wanted == null ? List.of() : timeline.of(wanted));
    }

    private void show(Page page) {
        if (java.util.Objects.equals(page.contact(), id.get())) {
            all = page.items();
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
        if (shown != null && (change.contacts().contains(shown)
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

    private record Page(@Nullable Long contact, List<Item> items) {}
}
