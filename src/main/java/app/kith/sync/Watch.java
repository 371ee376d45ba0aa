package app.kith.sync;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.imap.ImapConnection;
import app.kith.words.KithException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Follows one account: pass, wait for news or for the time that its schedule names, pass.
 *
 * <p>What the user does begins a pass of its own only where mail is fetched as it comes; else it waits for the next pass, since the
 * user has said when there is to be one.
 */
final class Watch {
    /** A poll stands behind IDLE, which sees one folder only and can be cut without a word. */
    private static final Duration POLL = Duration.ofMinutes(10);
    /** What the user does comes in bursts: one pass for all of it. */
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Account account;
    private final Function<Account, Optional<String>> secrets;
    private final Supplier<SyncReport> pass;
    private final StopSignal stop;
    private final Consumer<SyncReport> reports;
    private final Nudge nudge;
    private final Schedule schedule;
    private final boolean push;
    private final Waiting waiting;

    Watch(Account account, Function<Account, Optional<String>> secrets, Supplier<SyncReport> pass, StopSignal stop,
            Consumer<SyncReport> reports, Nudge nudge, Waiting waiting) {
        this.account = account;
        this.secrets = secrets;
        this.pass = pass;
        this.stop = stop;
        this.reports = reports;
        this.nudge = nudge;
        this.schedule = account.schedule();
        this.push = schedule.kind() == Kind.PUSH && !schedule.paused();
        this.waiting = waiting;
    }

    /**
     * Follows the account until told to stop, until the sign-in is refused, or until no time is set for another pass.
     *
     * @param atOnce whether to begin with a pass, whatever the schedule says
     * @param last when the last pass was; long ago if never
     */
    void run(boolean atOnce, Instant last) {
        boolean due = atOnce || push;
        Instant from = last;
        Duration pause = FIRST_PAUSE;
        while (!stop.requested() && (due || awaitTime(from))) {
            nudge.take();
            SyncReport report = pass.get();
            reports.accept(report);
            from = waiting.clock().instant();
            due = push;
            if (report.status() == Status.REFUSED) {
                return;
            }
            if (report.status() == Status.UNREACHABLE && isFollowed(from)) {
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                due = true;
            } else {
                pause = FIRST_PAUSE;
                if (push) {
                    awaitNews();
                    if (nudge.given()) {
                        rest(GATHERING);
                    }
                }
            }
        }
    }

    private boolean isFollowed(Instant now) {
        return push || schedule.next(now, waiting.clock().getZone()).isPresent();
    }

    /** Waits for the next time that is set; false if there is none, or at the end of the watch. */
    private boolean awaitTime(Instant from) {
        Optional<Instant> next = schedule.next(from, waiting.clock().getZone());
        if (next.isEmpty()) {
            return false;
        }
        Instant now = waiting.clock().instant();
        while (!stop.requested() && now.isBefore(next.get())) {
            Duration left = Duration.between(now, next.get());
            // In short steps by the wall clock: a machine that sleeps does not count the time.
            rest(left.compareTo(STEP) > 0 ? STEP : left);
            now = waiting.clock().instant();
        }
        return !stop.requested();
    }

    private void awaitNews() {
        try (ImapConnection connection = ImapConnection.open(account, secrets.apply(account).orElse(""),
                POLL.plusMinutes(1), _ -> {})) {
            if (!connection.has("IDLE")) {
                restOrNudged(POLL);
                return;
            }
            Runnable release = stop.onRequest(connection::cut);
            Runnable unheard = nudge.onGiven(connection::cut);
            try {
                connection.examine("INBOX", null, _ -> {});
                connection.idle(POLL);
            } finally {
                unheard.run();
                release.run();
            }
        } catch (KithException e) {
            restOrNudged(FIRST_PAUSE);
        }
    }

    private void restOrNudged(Duration time) {
        CountDownLatch over = new CountDownLatch(1);
        Runnable unheard = nudge.onGiven(over::countDown);
        try {
            rest(time, over);
        } finally {
            unheard.run();
        }
    }

    private void rest(Duration time) {
        rest(time, new CountDownLatch(1));
    }

    private void rest(Duration time, CountDownLatch over) {
        Runnable release = stop.onRequest(over::countDown);
        try {
            waiting.rest().rest(time, over);
        } catch (InterruptedException e) {
            stop.request();
        } finally {
            release.run();
        }
    }
}
