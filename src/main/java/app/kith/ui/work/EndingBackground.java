package app.kith.ui.work;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A background that ends before what its work is done on: what runs is waited for, and what still waits is done no more. So that no
 * model asks a desk that is closed already.
 */
public final class EndingBackground implements Background, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndingBackground.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Background inner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int running;
    private volatile boolean ended;

    /**
     * Makes a background that can be ended.
     *
     * @param inner does the work
     */
    public EndingBackground(Background inner) {
        this.inner = inner;
    }

    @Override
    public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
            Consumer<? super KithException> failed) {
        if (ended) {
            return;
        }
        inner.run(name, () -> {
            if (!begin()) {
                throw new KithException(Problem.CANCELLED);
            }
            try {
                return work.call();
            } finally {
                end();
            }
        }, result -> {
            if (!ended) {
                then.accept(result);
            }
        }, failure -> {
            if (!ended) {
                failed.accept(failure);
            }
        });
    }

    @Override
    public void execute(Runnable work) {
        inner.execute(() -> {
            if (begin()) {
                try {
                    work.run();
                } finally {
                    end();
                }
            }
        });
    }

    @Override
    public void soon(Object key, Runnable act) {
        inner.soon(key, () -> unlessEnded(act));
    }

    @Override
    public void later(Duration pause, Object key, Runnable act) {
        inner.later(pause, key, () -> unlessEnded(act));
    }

    private void unlessEnded(Runnable act) {
        if (!ended) {
            act.run();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            running--;
            if (running == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends; blocks until what runs is done, for some seconds at most. Not to be called by its own work. */
    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            long left = PATIENCE.toNanos();
            while (running > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            if (running > 0) {
                LOG.warn("{} pieces of work are not waited for any longer", running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
