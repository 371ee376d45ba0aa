package app.kith.ui;

import app.kith.desk.Backups;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes backups at the user's word, and reminds him where he has made none for long. JavaFX thread only. */
final class BackupActs {
    private static final Duration LONG = Duration.ofDays(14);
    /** With fewer there is little to lose yet. */
    private static final long WORTH = 20;

    private final Session session;
    private final Supplier<Words> words;
    private final WindowOutside.Passing notice;

    /**
     * What there is to remind of.
     *
     * @param last when the last backup was made; null if none ever was
     * @param customers how many customers there are
     */
    private record Age(@Nullable Instant last, long customers) {}

    BackupActs(Session session, Supplier<Words> words, WindowOutside.Passing notice) {
        this.session = session;
        this.words = words;
        this.notice = notice;
    }

    /** Makes a backup beside the data folder. */
    void now() {
        AtomicBoolean stopped = new AtomicBoolean();
        Backups backups = session.desk().backups();
        notice.offer(words.get().get("backup.running"), words.get().get("screen.cancel"), () -> stopped.set(true));
        session.background().run("backup", () -> backups.create(_ -> {}, stopped::get),
                made -> notice.say(words.get().get("backup.made", made.file())), this::failed);
    }

    private void failed(KithException failure) {
        notice.say(words.get().sentence(failure));
    }

    /** Says so where the last backup is long ago. */
    void remind() {
        session.background().run("backup-age", () -> new Age(session.desk().backups().last().orElse(null),
                session.desk().customers().count()), this::remind, this::failed);
    }

    private void remind(Age age) {
        Instant last = age.last();
        Words now = words.get();
        if (last == null) {
            if (age.customers() >= WORTH) {
                notice.offer(now.get("backup.never"), now.get("backup.now"), this::now);
            }
            return;
        }
        Duration since = Duration.between(last, session.clock().instant());
        if (since.compareTo(LONG) > 0) {
            notice.offer(now.count("backup.old", since.toDays()), now.get("backup.now"), this::now);
        }
    }
}
