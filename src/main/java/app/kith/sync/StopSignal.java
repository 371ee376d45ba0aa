package app.kith.sync;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The user's wish that something long should end. It ends in order: what has been received is kept. Thread-safe. */
public final class StopSignal {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    /** Asks for the end; does not wait for it. */
    public void request() {
        requested = true;
        actions.forEach(Runnable::run);
    }

    /** {@return whether the end was asked for} */
    public boolean requested() {
        return requested;
    }

    /**
     * Fails if the end was asked for.
     *
     * @throws KithException CANCELLED
     */
    public void check() {
        if (requested) {
            throw new KithException(Problem.CANCELLED);
        }
    }

    /**
     * Has something done when the end is asked for, such as cutting a connection that somebody waits on; at once if it was asked
     * for before.
     *
     * @param action what to do; quick, from any thread
     * @return takes the action back
     */
    public Runnable onRequest(Runnable action) {
        actions.add(action);
        if (requested) {
            action.run();
        }
        return () -> actions.remove(action);
    }
}
