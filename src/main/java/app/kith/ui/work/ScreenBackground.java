package app.kith.ui.work;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on virtual threads, results through the {@link Inbox}. No thread is ever interrupted: the store would lose its file.
 */
public final class ScreenBackground implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenBackground.class);

    private final Inbox inbox;
    private final Executor threads;
    private final AtomicLong requests = new AtomicLong();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();

    /**
     * Makes a background.
     *
     * @param inbox where results are posted
     */
    public ScreenBackground(Inbox inbox) {
        this(inbox, Thread.ofVirtual().name("screen-work")::start);
    }

    ScreenBackground(Inbox inbox, Executor threads) {
        this.inbox = inbox;
        this.threads = threads;
    }

    @Override
    public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
            Consumer<? super KithException> failed) {
        long request = requests.incrementAndGet();
        newest.put(name, request);
        threads.execute(() -> {
            Runnable answer = attempt(work, then, failed);
            // One that comes late must not take the place of the newest, which may still wait in the inbox.
            if (Objects.equals(newest.get(name), request)) {
                inbox.post(name, () -> {
                    if (newest.remove(name, request)) {
                        answer.run();
                    }
                });
            }
        });
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    private static <T> Runnable attempt(Callable<T> work, Consumer<? super T> then,
            Consumer<? super KithException> failed) {
        try {
            T result = work.call();
            return () -> then.accept(result);
        } catch (KithException e) {
            return () -> failed.accept(e);
        } catch (Exception | OutOfMemoryError e) {
            // Without an answer the screen would show for ever that it is at work.
            LOG.error("Work for the screen failed", e);
            KithException told = new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName());
            return () -> failed.accept(told);
        }
    }

    @Override
    public void soon(Object key, Runnable act) {
        inbox.post(key, act);
    }

    @Override
    public void later(Duration pause, Object key, Runnable act) {
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS).execute(() -> inbox.post(key, act));
    }
}
