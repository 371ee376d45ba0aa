package app.kith.ui.work;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work on the calling thread and results when told: for pictures and tests, where everything is to have come before one looks.
 * What {@link #later} puts off is done with the rest, for nobody waits here.
 */
public final class StepBackground implements Background {
    private static final int ROUNDS = 1_000;

    private Map<Object, Runnable> waiting = new LinkedHashMap<>();

    @Override
    public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
            Consumer<? super KithException> failed) {
        soon(name, () -> {
            T result;
            try {
                result = work.call();
            } catch (KithException e) {
                failed.accept(e);
                return;
            } catch (Exception e) {
                failed.accept(new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName()));
                return;
            }
            then.accept(result);
        });
    }

    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public synchronized void soon(Object key, Runnable act) {
        waiting.remove(key);
        waiting.put(key, act);
    }

    @Override
    public void later(Duration pause, Object key, Runnable act) {
        soon(key, act);
    }

    /**
     * Does everything that waits, and what comes of it, until nothing waits any more. On the JavaFX thread.
     *
     * @return whether anything waited
     * @throws IllegalStateException if it never ends
     */
    public boolean settle() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Runnable> now;
            synchronized (this) {
                now = new ArrayList<>(waiting.values());
                waiting = new LinkedHashMap<>();
            }
            if (now.isEmpty()) {
                return round > 0;
            }
            now.forEach(Runnable::run);
        }
        throw new IllegalStateException("work makes ever more work");
    }
}
