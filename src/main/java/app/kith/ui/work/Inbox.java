package app.kith.ui.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The way of other threads onto the JavaFX thread. What is posted under one key before it could be done is done once, in its newest
 * form; everything that waits is done together, at most once a frame, so that a flood of news cannot freeze the screen. Thread-safe.
 */
public final class Inbox {
    private static final long FRAME = 16_000_000L;

    private final Executor screen;
    private Map<Object, Runnable> waiting = new LinkedHashMap<>();
    private boolean asked;
    private long lastDone = System.nanoTime() - FRAME;

    Inbox(Executor screen) {
        this.screen = screen;
    }

    /** {@return an inbox that is emptied on the JavaFX thread} */
    public static Inbox ofScreen() {
        return new Inbox(Platform::runLater);
    }

    /**
     * Has something done on the JavaFX thread, soon.
     *
     * @param key what it is about; something that waits under an equal key is replaced
     * @param act what to do; quick
     */
    public synchronized void post(Object key, Runnable act) {
        waiting.remove(key);
        waiting.put(key, act);
        if (!asked) {
            asked = true;
            long pause = FRAME - (System.nanoTime() - lastDone);
            Executor when = pause <= 0 ? screen : delayed(pause);
            when.execute(this::empty);
        }
    }

    private Executor delayed(long nanos) {
        return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, screen);
    }

    private void empty() {
        List<Runnable> now;
        synchronized (this) {
            now = new ArrayList<>(waiting.values());
            waiting = new LinkedHashMap<>();
            asked = false;
            lastDone = System.nanoTime();
        }
        now.forEach(Runnable::run);
    }
}
