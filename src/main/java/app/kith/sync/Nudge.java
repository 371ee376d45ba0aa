package app.kith.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A nudge for somebody who waits: it is remembered until it is taken. Thread-safe. */
final class Nudge {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean given;

    void give() {
        given = true;
        actions.forEach(Runnable::run);
    }

    boolean given() {
        return given;
    }

    void take() {
        given = false;
    }

    /** Has something done at each nudge, at once if one has not been taken yet; quick, from any thread. Returns what ends that. */
    Runnable onGiven(Runnable action) {
        actions.add(action);
        if (given) {
            action.run();
        }
        return () -> actions.remove(action);
    }
}
