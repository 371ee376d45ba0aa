package app.kith.desk;

import app.kith.store.StoreChange;
import app.kith.sync.SyncService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the rules on a thread of its own, soon after something changed, and now and then for days that go by. */
final class RuleWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
    private static final Duration DAYS_GO_BY = Duration.ofMinutes(10);
    private static final long LEAVING_MILLIS = 5000;

    private final Rules rules;
    private final Consumer<List<Rules.Did>> told;
    private final Duration rest;
    private final BlockingQueue<Boolean> signals = new ArrayBlockingQueue<>(1);
    private final AutoCloseable subscription;
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param rest how long to wait for more before rules are run, so that what is done at once is looked at at once
     */
    RuleWatch(Rules rules, Function<Consumer<StoreChange>, AutoCloseable> subscribe, Duration rest,
            Consumer<List<Rules.Did>> told) {
        this.rules = rules;
        this.told = told;
        this.rest = rest;
        this.subscription = subscribe.apply(_ -> signals.offer(true));
        signals.add(true);
        this.thread = SyncService.worker("rules").start(this::follow);
    }

    private void follow() {
        try {
            while (!stopped) {
                signals.poll(DAYS_GO_BY.toMillis(), TimeUnit.MILLISECONDS);
                Thread.sleep(rest.toMillis());
                signals.clear();
                if (!stopped) {
                    List<Rules.Did> did = rules.catchUpQuietly();
                    if (!did.isEmpty()) {
                        told.accept(did);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A run that has begun comes to its end: a thread in the store must not be interrupted. */
    @Override
    public void close() {
        stopped = true;
        signals.offer(true);
        try {
            subscription.close();
            thread.join(LEAVING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The rules were not stopped in order", e);
        }
    }
}
