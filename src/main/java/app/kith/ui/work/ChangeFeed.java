package app.kith.ui.work;

import app.kith.store.StoreChange;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the models of the screen what changed in the store, all of a frame in one. */
public final class ChangeFeed implements AutoCloseable {
    private final Background background;
    private final CopyOnWriteArrayList<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();
    private final AutoCloseable subscription;
    private StoreChange pending = nothing();

    /**
     * Makes a feed.
     *
     * @param background where the models live
     * @param source subscribes to a store: takes a listener, gives back what takes it off again
     */
    public ChangeFeed(Background background, java.util.function.Function<Consumer<StoreChange>, AutoCloseable> source) {
        this.background = background;
        this.subscription = source.apply(this::arrived);
    }

    private static StoreChange nothing() {
        return new StoreChange(0, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private void arrived(StoreChange change) {
        synchronized (this) {
            pending = new StoreChange(change.sequence(), union(pending.accounts(), change.accounts()),
                    union(pending.folders(), change.folders()), union(pending.conversations(), change.conversations()),
                    union(pending.contacts(), change.contacts()));
        }
        background.soon(this, this::tell);
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
        }
        listeners.forEach(listener -> listener.accept(change));
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
