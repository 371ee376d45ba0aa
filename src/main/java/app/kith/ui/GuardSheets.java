package app.kith.ui;

import app.kith.desk.BackupPlan;
import app.kith.desk.BackupPlan.Every;
import app.kith.desk.Backups;
import app.kith.ui.guard.BackupsForm;
import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.guard.CheckForm;
import app.kith.ui.guard.Over;
import app.kith.ui.guard.PlanQuestion;
import app.kith.ui.guard.PrivacyForm;
import app.kith.ui.guard.ProtectionActs;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Privacy;
import app.kith.ui.look.Settings;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The forms of what keeps the data; without an open data folder nothing is shown. JavaFX thread only. */
final class GuardSheets {
    private final Supplier<@Nullable Session> session;
    private final Sheets.Frame frame;
    private final Over over;

    /** The lock of the window. */
    interface Locking {
        /** Locks, where a data folder is open; something must be there that opens it again. */
        void lock();

        /**
         * Asks for the passphrase where the user wants that before something is written out, and waits for it.
         *
         * @return whether it may go out
         */
        boolean confirm();
    }

    GuardSheets(Supplier<@Nullable Session> session, Sheets.Frame frame) {
        this.session = session;
        this.frame = frame;
        this.over = new Over(frame.words(), () -> new Dates(frame.words().get(), frame.clock()), frame.outside(),
                frame.over()::show, frame.over()::hide);
    }

    private ProtectionActs protection(Session now) {
        return new ProtectionActs(now.desk().protection(), now.background(), over, () -> {
            now.care().look();
            holdTo(now);
        }, this::fail);
    }

    /** Where nothing is left that would open a lock there is none, and nothing is asked for. */
    void holdTo(Session now) {
        now.background().run("lock-holds", now.desk().protection()::ways, ways -> {
            Privacy privacy = frame.settings().get().privacy();
            if (!ways.elsewhere() && (privacy.lockAfter() > 0 || privacy.asks())) {
                frame.change().accept(before -> before.keeping(Privacy.USUAL));
            }
        }, this::fail);
    }

    /** What opens the data. */
    void protection() {
        Session now = session.get();
        if (now != null && frame.lock().confirm()) {
            protection(now).open(() -> new PrivacyForm(() -> frame.settings().get().privacy(), frame.words().get(),
                    (step, needs) -> choose(now, step, needs), this::lock));
        }
    }

    private void choose(Session now, UnaryOperator<Privacy> step, boolean needs) {
        Runnable take = () -> frame.change().accept(before -> before.keeping(step.apply(before.privacy())));
        if (!needs) {
            take.run();
            return;
        }
        withSomethingThatOpens(now, set -> {
            take.run();
            if (set) {
                protection();
            }
        }, this::protection);
    }

    /** Locks the window; where nothing would open it again a passphrase is asked for first. */
    void lock() {
        Session now = session.get();
        if (now != null) {
            withSomethingThatOpens(now, _ -> {
                over.hide().run();
                frame.lock().lock();
            }, over.hide());
        }
    }

    /**
     * @param then what is done once there is something; told whether it was set for that
     */
    private void withSomethingThatOpens(Session now, Consumer<Boolean> then, Runnable cancel) {
        now.background().run("lock-ways", now.desk().protection()::ways, ways -> {
            if (ways.elsewhere()) {
                then.accept(false);
            } else {
                protection(now).passphrase(frame.words().get().get("guard.lock.needs"), () -> then.accept(true),
                        cancel);
            }
        }, this::fail);
    }

    /** The backups that there are. */
    void backups() {
        Session now = session.get();
        if (now != null) {
            over.show().accept(new BackupsForm(now.desk().backups(), now.desk().backupChecks(), now.trials(),
                    now.background(), over, acts(now)::now));
        }
    }

    /** Checks everything that is kept. */
    void check() {
        Session now = session.get();
        if (now != null) {
            over.show().accept(new CheckForm(now.desk(), now.background(), over,
                    new CheckForm.Acts(this::window, now.rebuilding(), frame.clock())));
        }
    }

    /** What is set in the window, without anything of the user's own. */
    private Map<String, String> window() {
        Settings settings = frame.settings().get();
        return Map.of("language", settings.language().isEmpty() ? "of the system" : settings.language(), "theme",
                settings.theme().name(), "zoom", settings.zoom() + " %", "size",
                settings.width() + " x " + settings.height(), "locks after, minutes",
                String.valueOf(settings.privacy().lockAfter()), "asks before writing out",
                String.valueOf(settings.privacy().asks()));
    }

    /** What makes backups; before the first that the user asks for it is asked with what it shall open elsewhere. */
    BackupActs acts(Session of) {
        return new BackupActs(of, frame.words(), frame.notice(), protection(of)::beforeBackup, this::propose);
    }

    /** Goes to what is lacking. */
    void care(Care care) {
        switch (care.kind()) {
            case NO_PLAN -> propose();
            case NO_RECOVERY -> protection();
            case TRIAL_FAILED -> backups();
        }
    }

    /** Proposes to keep backups. */
    void propose() {
        Session now = session.get();
        if (now != null) {
            over.show().accept(new PlanQuestion(Backups.usual(now.desk().home()), frame.words().get(),
                    new PlanQuestion.Answers(() -> keep(now, Every.WEEKLY, null),
                            () -> frame.outside().folder().ifPresent(chosen -> keep(now, Every.WEEKLY, chosen)),
                            () -> keep(now, Every.HAND, null))));
        }
    }

    private void keep(Session now, Every every, @Nullable Path folder) {
        over.hide().run();
        Backups backups = now.desk().backups();
        now.background().run("backup-plan", () -> {
            backups.keep(new BackupPlan(every, folder));
            return every;
        }, kept -> {
            now.care().look();
            if (kept != Every.HAND) {
                acts(now).now();
            }
        }, this::fail);
    }

    private void fail(KithException failure) {
        frame.notice().say(frame.words().get().sentence(failure));
    }
}
