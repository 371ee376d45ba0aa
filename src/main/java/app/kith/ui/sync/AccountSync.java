package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.sync.SyncProgress;
import app.kith.sync.SyncReport;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the sync of one account.
 *
 * @param account the account
 * @param activity what is going on
 * @param progress how far the running pass is; null where none is running
 * @param startedAt when the running pass began; null where none is running
 * @param report the last pass that ended; null before the first in this run of the program
 * @param lastGood when everything was last in step; null if never
 */
public record AccountSync(Account account, Activity activity, @Nullable SyncProgress progress,
        @Nullable Instant startedAt, @Nullable SyncReport report, @Nullable Instant lastGood) {

    /** What is going on with an account. */
    public enum Activity {
        /** A pass is running. */
        RUNNING,
        /** In step; waiting for news. */
        WAITING,
        /** The server cannot be reached; tried again by itself. */
        OFFLINE,
        /** The server is busy; tried again by itself. */
        BUSY,
        /** The server cannot be told from somebody on the way; the user has to look. Tried again by itself, seldom. */
        UNTRUSTED,
        /** The sign-in was refused or no secret is kept; the user has to do something. */
        REFUSED,
        /** Something else went wrong; tried again by itself. */
        TROUBLED,
        /** Stopped by the user. */
        STOPPED
    }

    static AccountSync fresh(Account account, @Nullable Instant lastGood) {
        return new AccountSync(account, Activity.STOPPED, null, null, null, lastGood);
    }

    /** The same for an account that was edited: a pass that was running has ended, and one that is paused is not followed. */
    AccountSync with(Account edited) {
        boolean ended = activity == Activity.RUNNING || edited.schedule().paused();
        if (ended) {
            return new AccountSync(edited, Activity.STOPPED, null, null, report, lastGood);
        }
        return new AccountSync(edited, activity, progress, startedAt, report, lastGood);
    }

    AccountSync running(SyncProgress now, Instant at) {
        return new AccountSync(account, Activity.RUNNING, now, startedAt == null ? at : startedAt, report, lastGood);
    }

    AccountSync ended(SyncReport now, Instant at) {
        Activity next = switch (now.status()) {
            case OK -> Activity.WAITING;
            case UNREACHABLE -> away(now);
            case REFUSED -> Activity.REFUSED;
            case PARTIAL -> Activity.TROUBLED;
        };
        return new AccountSync(account, next, null, null, now,
                now.status() == SyncReport.Status.OK ? at : lastGood);
    }

    private static Activity away(SyncReport report) {
        Problem why = report.ending().map(KithException::problem).orElse(Problem.UNREACHABLE);
        return why.isTrust() ? Activity.UNTRUSTED : why == Problem.SERVER_BUSY ? Activity.BUSY : Activity.OFFLINE;
    }

    /** {@return whether nobody but the user can mend it, in the settings of the account} */
    public boolean needsMending() {
        return activity == Activity.REFUSED || activity == Activity.UNTRUSTED;
    }

    AccountSync stopped() {
        return new AccountSync(account, Activity.STOPPED, null, null, report, lastGood);
    }

    /** {@return which part of the running folder has come, 0 to 1; −1 where nobody can say} */
    public double part() {
        return progress == null || progress.total() == 0 ? -1 : (double) progress.done() / progress.total();
    }

    /**
     * How fast mail comes in.
     *
     * @param now what time it is
     * @return messages a second in this pass so far; 0 where there is none to go by
     */
    public double rate(Instant now) {
        if (progress == null || startedAt == null) {
            return 0;
        }
        double seconds = Duration.between(startedAt, now).toMillis() / 1000.0;
        return seconds < 0.5 ? 0 : progress.messages() / seconds;
    }

    /**
     * How long the running folder will still take at the present rate.
     *
     * @param now what time it is
     * @return the time left; null where nobody can say
     */
    public @Nullable Duration left(Instant now) {
        double rate = rate(now);
        return progress == null || rate <= 0 || progress.total() == 0
                ? null
                : Duration.ofMillis((long) ((progress.total() - progress.done()) / rate * 1000));
    }
}
