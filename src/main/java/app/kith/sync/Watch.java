package app.kith.sync;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.imap.ImapConnection;
import app.kith.words.KithException;
import app.kith.words.Problem;
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
 * user has said when there is to be one. A machine that has slept makes no pass wait: what came meanwhile is fetched at once.
 */
final class Watch {
    /** A poll stands behind IDLE, which sees one folder only and can be cut without a word. */
    private static final Duration POLL = Duration.ofMinutes(10);
    /** What the user does comes in bursts: one pass for all of it. */
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMinutes(1);

    private final Account account;
    private final Function<Account, Optional<String>> secrets;
    private final Supplier<SyncReport> pass;
    private final StopSignal stop;
    private final Consumer<SyncReport> reports;
    private final Nudge nudge;
    private final Schedule schedule;
    private final boolean push;
    private final Waiting waiting;
    private final BackOff backOff;
    private volatile boolean slept;

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
        this.backOff = new BackOff(waiting.chance());
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
        while (!stop.requested() && (due || awaitTime(from))) {
            nudge.take();
            SyncReport report = pass.get();
            from = waiting.clock().instant();
            boolean away = report.status() == Status.UNREACHABLE && isFollowed(from);
            Duration pause = away ? backOff.next(report.ending()) : Duration.ZERO;
            reports.accept(away ? report.with(from.plus(pause)) : report);
            if (report.status() == Status.REFUSED) {
                return;
            }
            due = push || away;
            if (!away) {
                backOff.reset();
                await();
            } else if (rest(pause)) {
                backOff.reset(); // Where the machine wakes up the network may be another one.
            }
        }
    }

    private void await() {
        if (push) {
            awaitNews();
            if (nudge.given()) {
                rest(GATHERING);
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
        slept = false;
        try (ImapConnection connection = ImapConnection.open(account, secrets.apply(account).orElse(""),
                POLL.plusMinutes(1), _ -> {})) {
            if (!connection.has("IDLE")) {
                restOrNudged(POLL);
                return;
            }
            Runnable release = stop.onRequest(connection::cut);
            Runnable unheard = nudge.onGiven(connection::cut);
            CountDownLatch over = new CountDownLatch(1);
            Thread.ofVirtual().name("wakes-" + account.id()).start(() -> cutAfterSleep(connection, over));
            try {
                connection.examine("INBOX", null, _ -> {});
                connection.idle(POLL);
            } finally {
                over.countDown();
                unheard.run();
                release.run();
            }
        } catch (KithException e) {
            // A server that has too many connections is not helped by a pass soon.
            restOrNudged(slept ? Duration.ZERO : e.problem() == Problem.SERVER_BUSY ? POLL : SHORT);
        }
    }

    /** A connection that slept along is dead as a rule, and nobody says so. */
    private void cutAfterSleep(ImapConnection connection, CountDownLatch over) {
        try {
            slept = waiting.await(POLL.multipliedBy(2), over);
            if (slept) {
                connection.cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /** Says whether the machine slept meanwhile, which ends the rest. */
    private boolean rest(Duration time) {
        return rest(time, new CountDownLatch(1));
    }

    private boolean rest(Duration time, CountDownLatch over) {
        Runnable release = stop.onRequest(over::countDown);
        try {
            return waiting.await(time, over);
        } catch (InterruptedException e) {
            stop.request();
            return false;
        } finally {
            release.run();
        }
    }
}
