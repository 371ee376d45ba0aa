package app.kith.sync;

import app.kith.change.Filing;
import app.kith.change.Filing.Prepared;
import app.kith.change.MailEvent;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries batches from the connection to the files, so that the server is read while the last batch is still being written. Short
 * on purpose: what is on it is in memory.
 */
final class Conveyor implements AutoCloseable {
    private static final int LENGTH = 2;

    private final Filing filing;
    private final Runnable afterEach;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(LENGTH);
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    Conveyor(Filing filing, Runnable afterEach) {
        this.filing = filing;
        this.afterEach = afterEach;
        this.thread = SyncService.worker("filing").start(this::run);
    }

    /** Puts a batch on; waits while there is no room. Fails with whatever the filing failed with. */
    void put(List<MailEvent> events) {
        offer(new Item(filing.prepare(events)));
    }

    private void offer(Item item) {
        boolean interrupted = false;
        try {
            while (true) {
                rethrow();
                try {
                    if (queue.offer(item, 100, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (true) {
            try {
                Item item = queue.take();
                if (item.batch() == null) {
                    return;
                }
                if (failure == null) {
                    filing.file(item.batch());
                    afterEach.run();
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; if somebody does, it goes on.
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private void rethrow() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Waits until everything put on has been filed. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                queue.offer(new Item(null), 100, TimeUnit.MILLISECONDS);
                thread.join(50);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private record Item(@Nullable Prepared batch) {}
}
