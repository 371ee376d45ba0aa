package app.kith.sync.imap;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something once after a time, unless closed before. */
final class Deadline implements AutoCloseable {
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final Duration after;
    private final Runnable action;

    Deadline(Duration after, Runnable action) {
        this.after = after;
        this.action = action;
    }

    void start() {
        Thread.ofVirtual().name("deadline").start(() -> {
            if (over.completeOnTimeout(true, after.toMillis(), TimeUnit.MILLISECONDS).join()) {
                action.run();
            }
        });
    }

    @Override
    public void close() {
        over.complete(false);
    }
}
