package app.kith.ui.work;

import app.kith.words.KithException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads something again when it may have changed: never twice at once, and after each reading a pause twice as long as the reading took,
 * so that a long sync cannot keep the machine busy with lists that nobody reads that fast. JavaFX thread only.
 *
 * @param <T> what is read
 */
public final class Refresh<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final Duration SHORTEST = Duration.ofMillis(150);

    private final Background background;
    private final String name;
    private final Supplier<Callable<T>> read;
    private final Consumer<? super T> show;
    private final Consumer<? super KithException> failing;
    private boolean running;
    private boolean again;
    private long startedAt;

    /**
     * Makes a refresh; nothing is read yet.
     *
     * @param background where it is read
     * @param name what it is for, unlike that of any other
     * @param read on the JavaFX thread, takes up what to read; the reading itself is done off it
     * @param show shows it
     */
    public Refresh(Background background, String name, Supplier<Callable<T>> read, Consumer<? super T> show) {
        this(background, name, read, show, _ -> {});
    }

    /**
     * Makes a refresh whose user is told what goes wrong; nothing is read yet.
     *
     * @param background where it is read
     * @param name what it is for, unlike that of any other
     * @param read on the JavaFX thread, takes up what to read; the reading itself is done off it
     * @param show shows it
     * @param failing told why a reading failed, besides the log
     */
    public Refresh(Background background, String name, Supplier<Callable<T>> read, Consumer<? super T> show,
            Consumer<? super KithException> failing) {
        this.failing = failing;
        this.background = background;
        this.name = name;
        this.read = read;
        this.show = show;
    }

    /** Reads again, soon: for news that nobody waits for. */
    public void request() {
        if (running) {
            again = true;
        } else {
            start();
        }
    }

    /** Reads again at once, for somebody who waits: an older reading that is still going on is not shown any more. */
    public void now() {
        start();
    }

    private void start() {
        running = true;
        again = false;
        startedAt = System.nanoTime();
        background.run(name, read.get(), this::ended, this::failed);
    }

    private void ended(T result) {
        show.accept(result);
        pause();
    }

    private void failed(KithException failure) {
        LOG.error("Could not refresh {}: {}", name, failure.problem());
        failing.accept(failure);
        pause();
    }

    private void pause() {
        Duration pause = Duration.ofNanos(2 * (System.nanoTime() - startedAt));
        background.later(pause.compareTo(SHORTEST) > 0 ? pause : SHORTEST, this, this::rested);
    }

    private void rested() {
        running = false;
        if (again) {
            start();
        }
    }
}
