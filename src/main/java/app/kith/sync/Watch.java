package app.kith.sync;

import app.kith.account.Account;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.imap.ImapConnection;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Follows one account: pass, wait for news, pass. */
final class Watch {
    /** A poll stands behind IDLE, which sees one folder only and can be cut without a word. */
    private static final Duration POLL = Duration.ofMinutes(10);
    /** What the user does comes in bursts: one pass for all of it. */
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Account account;
    private final Function<Account, Optional<String>> secrets;
    private final Supplier<SyncReport> pass;
    private final StopSignal stop;
    private final Consumer<SyncReport> reports;
    private final Nudge nudge;

    Watch(Account account, Function<Account, Optional<String>> secrets, Supplier<SyncReport> pass, StopSignal stop,
            Consumer<SyncReport> reports, Nudge nudge) {
        this.account = account;
        this.secrets = secrets;
        this.pass = pass;
        this.stop = stop;
        this.reports = reports;
        this.nudge = nudge;
    }

    void run() {
        Duration pause = FIRST_PAUSE;
        while (!stop.requested()) {
            nudge.take();
            SyncReport report = pass.get();
            reports.accept(report);
            if (report.status() == Status.REFUSED) {
                return;
            }
            if (report.status() == Status.UNREACHABLE) {
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } else {
                pause = FIRST_PAUSE;
                awaitNews();
                if (nudge.given()) {
                    rest(GATHERING);
                }
            }
        }
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
            over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.request();
        } finally {
            release.run();
        }
    }
}
