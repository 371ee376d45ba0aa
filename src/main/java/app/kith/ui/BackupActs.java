package app.kith.ui;

import app.kith.desk.BackupPlan;
import app.kith.desk.Backups;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups at the user's word and when the plan wants one, and reminds him where he has made none for long. JavaFX thread only.
 */
final class BackupActs {
    private static final Duration LONG = Duration.ofDays(14);
    private static final Duration LOOK = Duration.ofMinutes(30);
    /** With fewer there is little to lose yet. */
    private static final long WORTH = 20;
    /** What is copied between two sentences about it, in bytes. */
    private static final long STEP = 16 << 20;

    private final Session session;
    private final Supplier<Words> words;
    private final WindowOutside.Passing notice;
    private final Consumer<Runnable> before;
    private final Runnable propose;

    /**
     * What there is to remind of.
     *
     * @param plan when backups are made by themselves
     * @param last when the last backup was made; null if none ever was
     * @param customers how many customers there are
     */
    private record Age(BackupPlan plan, @Nullable Instant last, long customers) {}

    /**
     * @param before asks what is to be asked before a backup that the user wants, then does what it is given
     * @param propose proposes to keep backups
     */
    BackupActs(Session session, Supplier<Words> words, WindowOutside.Passing notice, Consumer<Runnable> before,
            Runnable propose) {
        this.session = session;
        this.words = words;
        this.notice = notice;
        this.before = before;
        this.propose = propose;
    }

    /** Makes a backup in the folder of the plan. */
    void now() {
        now(() -> {});
    }

    /** Makes a backup in the folder of the plan, then tells that it is there. */
    void now(Runnable made) {
        before.accept(() -> make(made));
    }

    private void make(Runnable made) {
        AtomicBoolean stopped = new AtomicBoolean();
        Backups backups = session.desk().backups();
        Background background = session.background();
        long[] told = {0};
        going(words.get().get("backup.running"), stopped);
        background.run("backup", () -> backups.create(bytes -> {
            if (bytes >= told[0] + STEP) {
                told[0] = bytes;
                background.soon("backup-progress", () -> {
                    if (!stopped.get()) {
                        going(words.get().get("backup.copied", bytes >> 20), stopped);
                    }
                });
            }
        }, stopped::get), backup -> {
            stopped.set(true); // What is still to be said of its progress is not said any more.
            Words now = words.get();
            notice.say(now.get("backup.made", backup.file())
                    + (backup.ways().elsewhere() ? "" : " " + now.get("guard.opens-here-only")));
            session.care().look();
            made.run();
        }, failure -> {
            stopped.set(true);
            failed(failure);
        });
    }

    private void going(String sentence, AtomicBoolean stopped) {
        notice.offer(sentence, words.get().get("screen.cancel"), () -> stopped.set(true));
    }

    private void failed(KithException failure) {
        notice.say(words.get().sentence(failure));
    }

    /** Makes a backup where its time has come, says so where the last one is long ago, and looks again every half hour. */
    void watch() {
        look();
        again();
    }

    /** Makes a backup where its time has come, else says so where the last one is long ago. */
    void look() {
        look(this::remind);
    }

    private void again() {
        session.background().later(LOOK, this, () -> {
            look(_ -> {});
            again();
        });
    }

    private void look(Consumer<Age> otherwise) {
        Backups backups = session.desk().backups();
        session.background().run("backup-age",
                () -> new Age(backups.plan(), backups.last().orElse(null), session.desk().customers().count()), age -> {
                    if (age.plan().isDue(age.last(), session.clock().instant())) {
                        makeAndTry();
                    } else {
                        otherwise.accept(age);
                    }
                }, this::failed);
    }

    /** What is made without being asked for is tried without being asked for, now and then. */
    private void makeAndTry() {
        make(() -> session.background().run("backup-newest", () -> session.desk().backups().all(), all -> {
            if (!all.isEmpty()) {
                session.trials().checkIfDue(all.getFirst().file(),
                        () -> notice.offer(words.get().get("guard.trial-going"), words.get().get("screen.cancel"),
                                session.trials()::stop));
            }
        }, this::failed));
    }

    private void remind(Age age) {
        Instant last = age.last();
        Words now = words.get();
        if (last == null) {
            if (age.customers() >= WORTH) {
                notice.offer(now.get("backup.never"), now.get("guard.plan.look"), propose);
            }
            return;
        }
        Duration since = Duration.between(last, session.clock().instant());
        if (since.compareTo(LONG) > 0) {
            notice.offer(now.count("backup.old", since.toDays()), now.get("backup.now"), this::now);
        }
    }
}
