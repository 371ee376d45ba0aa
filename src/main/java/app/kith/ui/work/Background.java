package app.kith.ui.work;

import app.kith.words.KithException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How the screen has work done. Tests have a twin that does everything at once on the calling thread. As an executor it does work
 * off the JavaFX thread that hands nothing back.
 */
public interface Background extends Executor {

    /**
     * Does something off the JavaFX thread and hands its result back on it. The newest request of a name wins: the result of an
     * older one that is still running is dropped, and so is its failure.
     *
     * @param name what it is for
     * @param work what to do; blocks as it likes
     * @param then takes the result, on the JavaFX thread
     * @param failed takes what went wrong, on the JavaFX thread
     * @param <T> what comes out
     */
    <T> void run(String name, Callable<T> work, Consumer<? super T> then, Consumer<? super KithException> failed);

    /**
     * Does something on the JavaFX thread with the next frame; from any thread.
     *
     * @param key what it is about; an equal one that waits is replaced
     * @param act what to do
     */
    void soon(Object key, Runnable act);

    /**
     * Does something on the JavaFX thread after a while.
     *
     * @param pause how long to wait
     * @param key what it is about; an equal one whose time has come too is replaced
     * @param act what to do
     */
    void later(Duration pause, Object key, Runnable act);
}
