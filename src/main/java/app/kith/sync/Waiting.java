package app.kith.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What time it is in the user's zone, and how time is waited out.
 *
 * @param clock the clock
 * @param rest waits
 */
record Waiting(Clock clock, Rest rest) {
    /** On the machine's clock. */
    static Waiting real() {
        return new Waiting(Clock.system(ZoneId.systemDefault()),
                (time, over) -> over.await(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits. */
    interface Rest {
        /** Waits until so much time has gone by or the latch is down. */
        void rest(Duration time, CountDownLatch over) throws InterruptedException;
    }
}
