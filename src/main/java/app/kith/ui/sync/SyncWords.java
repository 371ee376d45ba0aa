package app.kith.ui.sync;

import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.sync.Pass;
import app.kith.sync.Pass.Folder;
import app.kith.sync.Pass.Trouble;
import app.kith.sync.PassDay;
import app.kith.sync.Reason;
import app.kith.sync.SyncProgress;
import app.kith.sync.SyncProgress.Phase;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Sizes;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.ui.sync.PendingModel.Pending;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words how it stands with the sync. */
public final class SyncWords {
    private final Words words;
    private final Dates dates;

    /**
     * Makes a writer.
     *
     * @param words the language
     * @param dates writes dates
     */
    public SyncWords(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /**
     * What the user has to do something about.
     *
     * @param all how it stands with each account
     * @return one sentence; empty where nothing is wrong
     */
    public String trouble(List<AccountSync> all) {
        return all.stream().anyMatch(
                state -> state.needsMending() || state.activity() == Activity.TROUBLED)
                        ? line(all)
                        : "";
    }

    /** One quiet line for all accounts: what needs the user first, then what is going on, else when all was in step. */
    String line(List<AccountSync> all) {
        if (all.isEmpty()) {
            return words.get("screen.sync.no-account");
        }
        for (Activity first : List.of(Activity.REFUSED, Activity.UNTRUSTED, Activity.RUNNING, Activity.TROUBLED,
                Activity.BUSY, Activity.OFFLINE, Activity.STOPPED)) {
            for (AccountSync state : all) {
                if (state.activity() == first) {
                    return all.size() == 1 ? line(state) : state.account().email() + ": " + line(state);
                }
            }
        }
        return line(all.getFirst());
    }

    /** The same, with how many changes wait and how many could not be done. */
    String line(List<AccountSync> all, Pending pending) {
        String line = line(all);
        if (pending.waiting() > 0) {
            line += " · " + words.count("screen.sync.changes-wait", pending.waiting());
        }
        return pending.failed() > 0 ? line + " · " + words.count("screen.pending.failed", pending.failed()) : line;
    }

    /**
     * How it stands with one account.
     *
     * @param state the account
     * @return a few words
     */
    public String line(AccountSync state) {
        return switch (state.activity()) {
            case RUNNING -> running(state.progress());
            case WAITING -> words.get("screen.sync.synced", ago(state));
            case OFFLINE -> state.lastGood() == null
                    ? words.get("screen.sync.offline")
                    : words.get("screen.sync.offline-since", ago(state));
            case BUSY -> busy(state);
            case REFUSED, UNTRUSTED -> why(state);
            case TROUBLED -> words.get("screen.sync.troubled");
            case STOPPED -> stopped(state);
        };
    }

    private String busy(AccountSync state) {
        SyncReport report = state.report();
        Instant next = report == null ? null : report.nextTry();
        return next == null ? words.get("screen.sync.busy") : words.get("screen.sync.busy-until", dates.hour(next));
    }

    /** In few words why the server was not let in, or let nobody in. */
    private String why(AccountSync state) {
        KithException failure = state.report() == null ? null : state.report().ending().orElse(null);
        String key = failure == null ? "" : "screen.sync.why." + failure.problem().key().substring("problem.".length());
        return failure != null && words.keys().contains(key)
                ? words.get(key, failure.details().toArray())
                : words.get("screen.sync.refused");
    }

    private String stopped(AccountSync state) {
        Schedule schedule = state.account().schedule();
        if (schedule.paused()) {
            return words.get("screen.sync.paused");
        }
        return schedule.kind() == Kind.PUSH ? words.get("screen.sync.stopped") : schedule(schedule);
    }

    /** When mail is fetched. */
    String schedule(Schedule schedule) {
        return switch (schedule.kind()) {
            case PUSH -> words.get("screen.schedule.push");
            case EVERY -> words.count("screen.sync.every", schedule.minutes());
            case AT -> at(schedule);
            case MANUAL -> words.get("screen.schedule.manual");
        };
    }

    private String at(Schedule schedule) {
        String times = schedule.times().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String days = schedule.days().stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()))
                .collect(Collectors.joining(", "));
        return days.isEmpty() ? words.get("screen.sync.at", times) : words.get("screen.sync.at-days", times, days);
    }

    private String ago(AccountSync state) {
        Instant good = state.lastGood();
        return good == null ? "" : dates.ago(good);
    }

    private String running(@Nullable SyncProgress progress) {
        if (progress == null || progress.phase() == Phase.CONNECTING) {
            return words.get("screen.sync.connecting");
        }
        if (progress.phase() == Phase.COMPARING || progress.total() == 0) {
            return words.get("screen.sync.comparing", progress.folder());
        }
        return words.get("screen.sync.fetching", progress.done(), progress.total(), progress.folder());
    }

    /** Figures of the running pass: how much, how fast, how long still. */
    String figures(AccountSync state, Instant now) {
        SyncProgress progress = state.progress();
        if (progress == null || progress.messages() == 0) {
            return "";
        }
        String size = Sizes.of(progress.bytes(), words.locale());
        long rate = Math.round(state.rate(now));
        String sofar = rate == 0
                ? words.get("screen.sync.figures-first", progress.messages(), size)
                : words.get("screen.sync.figures", progress.messages(), size, rate);
        Duration left = state.left(now);
        return left == null || left.toSeconds() < 2
                ? sofar
                : sofar + " · " + (left.toMinutes() < 2
                        ? words.count("screen.sync.seconds-left", left.toSeconds())
                        : words.count("screen.sync.minutes-left", left.toMinutes()));
    }

    /** What the last pass did. */
    String report(Pass pass) {
        return words.get("screen.sync.report", dates.full(pass.startedAt()), pass.fetched(), pass.flagsChanged(),
                pass.vanished(), seconds(pass));
    }

    private String seconds(Pass pass) {
        return String.format(words.locale(), "%.1f", pass.took().toMillis() / 1000.0);
    }

    /** An earlier pass on one line. */
    String earlier(Pass pass) {
        return words.get("screen.sync.earlier-line", dates.full(pass.startedAt()),
                words.get("cli.status." + pass.status().word()), pass.fetched(), pass.flagsChanged(), pass.vanished(),
                seconds(pass));
    }

    /** What was done on a day, on one line. */
    String day(PassDay day) {
        String line = words.count("screen.sync.day", day.count(), dates.day(day.day()), day.fetched(),
                day.flagsChanged(), day.vanished());
        int bad = day.count() - day.count(Status.OK);
        return bad == 0 ? line : line + " · " + words.count("screen.sync.day-bad", bad);
    }

    /** What went wrong on a day and how often, a line for each. */
    String troubles(PassDay day) {
        return day.troubles().stream().filter(each -> each.trouble().failure().problem() != Problem.CANCELLED)
                .map(each -> words.get("screen.sync.times", each.times(), words.sentence(each.trouble().failure())))
                .collect(Collectors.joining("\n"));
    }

    /** What is not here of a folder, and why. */
    String folderNote(@Nullable Folder folder, long leftOut) {
        if (folder != null && folder.missing() != 0) {
            return words.get("screen.sync.differs", folder.missing());
        }
        boolean same = folder != null && folder.leftOut().stream().mapToLong(Reason::count).sum() == leftOut;
        return folder != null && same
                ? Reason.sentence(folder.leftOut(), words)
                : leftOut > 0 ? words.count("screen.sync.left-out", leftOut) : "";
    }

    /** What went wrong in a pass, a line for each; nothing of one that the user stopped. */
    String troubles(Pass pass) {
        return pass.troubles().stream().map(Trouble::failure).filter(failure -> failure.problem() != Problem.CANCELLED)
                .map(words::sentence).distinct().collect(Collectors.joining("\n"));
    }
}
