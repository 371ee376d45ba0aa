package app.kith.ui;

import app.kith.desk.BackupPlan;
import app.kith.desk.BackupPlan.Every;
import app.kith.desk.Backups;
import app.kith.ui.guard.BackupsForm;
import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.guard.Over;
import app.kith.ui.guard.PlanQuestion;
import app.kith.ui.guard.ProtectionActs;
import app.kith.ui.look.Dates;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The forms of what keeps the data; without an open data folder nothing is shown. JavaFX thread only. */
final class GuardSheets {
    private final Supplier<@Nullable Session> session;
    private final Sheets.Frame frame;
    private final Over over;

    GuardSheets(Supplier<@Nullable Session> session, Sheets.Frame frame) {
        this.session = session;
        this.frame = frame;
        this.over = new Over(frame.words(), () -> new Dates(frame.words().get(), frame.clock()), frame.outside(),
                frame.over()::show, frame.over()::hide);
    }

    private ProtectionActs protection(Session now) {
        return new ProtectionActs(now.desk().protection(), now.background(), over, now.care()::look, this::fail);
    }

    /** What opens the data. */
    void protection() {
        Session now = session.get();
        if (now != null) {
            protection(now).open(() -> null);
        }
    }

    /** The backups that there are. */
    void backups() {
        Session now = session.get();
        if (now != null) {
            over.show().accept(new BackupsForm(now.desk().backups(), now.desk().backupChecks(), now.trials(),
                    now.background(), over, acts(now)::now));
        }
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
