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
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Account account;
    private final Function<Account, Optional<String>> secrets;
    private final Supplier<SyncReport> pass;
    private final StopSignal stop;
    private final Consumer<SyncReport> reports;

    Watch(Account account, Function<Account, Optional<String>> secrets, Supplier<SyncReport> pass, StopSignal stop,
            Consumer<SyncReport> reports) {
        this.account = account;
        this.secrets = secrets;
        this.pass = pass;
        this.stop = stop;
        this.reports = reports;
    }

    void run() {
        Duration pause = FIRST_PAUSE;
        while (!stop.requested()) {
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
            }
        }
    }

    private void awaitNews() {
        try (ImapConnection connection = ImapConnection.open(account, secrets.apply(account).orElse(""),
                POLL.plusMinutes(1), _ -> {})) {
            if (!connection.has("IDLE")) {
                rest(POLL);
                return;
            }
            Runnable release = stop.onRequest(connection::cut);
            try {
                connection.examine("INBOX", null, _ -> {});
                connection.idle(POLL);
            } finally {
                release.run();
            }
        } catch (KithException e) {
            rest(FIRST_PAUSE);
        }
    }

    private void rest(Duration time) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable release = stop.onRequest(stopped::countDown);
        try {
            stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.request();
        } finally {
            release.run();
        }
    }
}
