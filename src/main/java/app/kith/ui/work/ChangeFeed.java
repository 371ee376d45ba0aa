package app.kith.ui.work;

import app.kith.store.StoreChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * Tells the models of the screen what changed in the store, all of a frame in one. Those of a page that is not seen are told of mail
 * that comes in only now and then, and at the latest when the page is opened.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Duration UNSEEN = Duration.ofSeconds(2);

    private final Background background;
    private final CopyOnWriteArrayList<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();
    private final ObservableValue<Boolean> seen;
    private final AutoCloseable subscription;
    private final Object rest = new Object();
    private StoreChange pending = nothing();
    private boolean resting;

    /**
     * Makes a feed.
     *
     * @param background where the models live
     * @param source subscribes to a store: takes a listener, gives back what takes it off again
     */
    public ChangeFeed(Background background, Function<Consumer<StoreChange>, AutoCloseable> source) {
        this(background, source, new SimpleBooleanProperty(true));
    }

    private ChangeFeed(Background background, Function<Consumer<StoreChange>, AutoCloseable> source,
            ObservableValue<Boolean> seen) {
        this.background = background;
        this.seen = seen;
        this.subscription = source.apply(this::arrived);
    }

    /**
     * A feed for the models of one page. What the user does is told as ever, and the first mail after a while too; while the page is
     * not seen, further mail is told every two seconds.
     *
     * @param page whether the page is seen; changes on the JavaFX thread
     * @return the feed, which ends with this one
     */
    public ChangeFeed of(ObservableValue<Boolean> page) {
        ChangeFeed feed = new ChangeFeed(background, listener -> {
            listen(listener);
            return () -> {};
        }, page);
        page.addListener((_, _, now) -> {
            if (now) {
                feed.tell();
            }
        });
        return feed;
    }

    private static StoreChange nothing() {
        return new StoreChange(0, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private void arrived(StoreChange change) {
        boolean wait;
        synchronized (this) {
            pending = new StoreChange(change.sequence(), union(pending.accounts(), change.accounts()),
                    union(pending.folders(), change.folders()), union(pending.conversations(), change.conversations()),
                    union(pending.contacts(), change.contacts()));
            wait = resting && !change.folders().isEmpty() && !seen.getValue();
        }
        if (!wait) {
            background.soon(this, this::tell);
        }
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<Long> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void tell() {
        StoreChange change;
        synchronized (this) {
            change = pending;
            pending = nothing();
            if (change.sequence() == 0) {
                return;
            }
            if (!resting && !seen.getValue()) {
                resting = true;
                background.later(UNSEEN, rest, this::rested);
            }
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    private void rested() {
        synchronized (this) {
            resting = false;
        }
        tell();
    }

    /**
     * Adds a listener for as long as the feed is open.
     *
     * @param listener told on the JavaFX thread
     */
    public void listen(Consumer<StoreChange> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() throws Exception {
        subscription.close();
        listeners.clear();
    }
}
