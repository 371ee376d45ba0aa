package app.kith.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * What time it is in the user's zone, and how time is waited out. While a machine sleeps nobody's waiting goes on (on Linux and macOS
 * at least), but the time of day does: that is how its waking is noticed, soon after it.
 *
 * @param clock the clock
 * @param rest waits
 * @param chance from 0 to below 1, by which pauses differ
 */
record Waiting(Clock clock, Rest rest, DoubleSupplier chance) {
    /** How soon after its end a sleep is noticed. */
    static final Duration STEP = Duration.ofSeconds(15);
    /** By how much the clocks may part without a sleep: a busy machine, a clock that is set right. */
    private static final Duration SLACK = Duration.ofSeconds(45);

    /** On the machine's clock. */
    static Waiting real() {
        return new Waiting(Clock.system(ZoneId.systemDefault()),
                (time, over) -> over.await(time.toMillis(), TimeUnit.MILLISECONDS),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Waits, but not beyond a sleep of the machine.
     *
     * @param time how long
     * @param over ends it when it is down
     * @return whether the machine has slept meanwhile
     */
    boolean await(Duration time, CountDownLatch over) throws InterruptedException {
        Instant until = clock.instant().plus(time);
        Instant now = clock.instant();
        while (over.getCount() > 0 && now.isBefore(until)) {
            Duration left = Duration.between(now, until);
            Duration step = left.compareTo(STEP) > 0 ? STEP : left;
            rest.rest(step, over);
            Instant after = clock.instant();
            if (Duration.between(now, after).compareTo(step.plus(SLACK)) > 0) {
                return true;
            }
            now = after;
        }
        return false;
    }

    /** Waits. */
    interface Rest {
        /** Waits until so much time has gone by or the latch is down. */
        void rest(Duration time, CountDownLatch over) throws InterruptedException;
    }
}
