package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.compose.Draft;
import app.kith.sync.Drafts;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a letter while it is typed: after a pause in the typing, and every ten seconds where there is none. One saving at a time, so
 * that a new letter gets one number. JavaFX thread only.
 */
final class DraftKeeper {
    private static final Duration PAUSE = Duration.ofMillis(1500);
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();
    private static final AtomicLong NAMES = new AtomicLong();

    private final Drafts drafts;
    private final Background background;
    private final Supplier<Said> now;
    private final Consumer<KithException> failed;
    private final String name = "draft-" + NAMES.incrementAndGet();
    private final AtomicLong id;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.NOTHING);
    private @Nullable Said kept;
    private boolean saving;
    private boolean ending;
    private @Nullable Runnable next;
    private long changes;
    private long keptAt = System.nanoTime();

    /**
     * A letter at a moment.
     *
     * @param account who sends it
     * @param draft what it says
     */
    record Said(Account account, Draft draft) {}

    /** How far what is typed is kept. */
    enum Stage {
        /** Nothing was typed. */
        NOTHING,
        /** Something was typed since. */
        TYPED,
        /** All is kept. */
        KEPT
    }

    DraftKeeper(long id, Drafts drafts, Background background, Supplier<Said> now, Consumer<KithException> failed) {
        this.id = new AtomicLong(id);
        this.drafts = drafts;
        this.background = background;
        this.now = now;
        this.failed = failed;
    }

    /** Takes what stands there as what need not be kept. */
    void begin() {
        kept = now.get();
    }

    /** Something was typed. */
    void changed() {
        if (ending) {
            return;
        }
        stage.set(Stage.TYPED);
        long mine = ++changes;
        background.later(PAUSE, name + "-pause", () -> {
            if (mine == changes || System.nanoTime() - keptAt > LONGEST) {
                now();
            }
        });
    }

    /** Keeps what has not been kept. */
    void now() {
        Said said = now.get();
        if (saving || ending || said.equals(kept)) {
            return;
        }
        saving = true;
        background.run(name, () -> save(said), outgoing -> ended(said), e -> {
            ended(kept);
            failed.accept(e);
        });
    }

    private Outgoing save(Said said) {
        synchronized (id) {
            Outgoing outgoing = drafts.save(id.get(), said.account(), said.draft());
            id.set(outgoing.id());
            return outgoing;
        }
    }

    private void ended(@Nullable Said said) {
        saving = false;
        boolean wrote = said != null && !said.equals(kept);
        kept = said;
        keptAt = System.nanoTime();
        Runnable waiting = next;
        next = null;
        if (waiting != null) {
            waiting.run();
        } else if (now.get().equals(kept)) {
            stage.set(Stage.KEPT);
        } else if (wrote) {
            now();
        }
    }

    /** {@return whether there is nothing that would be lost} */
    boolean isUntouched() {
        return id.get() == 0 && !saving && now.get().equals(kept);
    }

    /** Keeps the letter once more and then ends with it; what is still being kept is waited for. */
    <T> void end(LongFunction<T> act, Consumer<? super T> then, Consumer<KithException> failing) {
        if (saving) {
            next = () -> end(act, then, failing);
            return;
        }
        Said said = now.get();
        saving = true;
        ending = true;
        background.run(name, () -> act.apply(said.equals(kept) && id.get() != 0 ? id.get() : save(said).id()),
                result -> {
                    saving = false;
                    then.accept(result);
                }, e -> {
                    ending = false;
                    ended(kept);
                    failing.accept(e);
                });
    }

    /** Keeps what has not been kept, and says that the letter is closed for now. */
    void close() {
        if (saving) {
            next = this::close;
            return;
        }
        Said said = now.get();
        boolean needed = !said.equals(kept);
        if (ending || !needed && id.get() == 0) {
            return;
        }
        saving = true;
        background.run(name, () -> {
            long number = needed ? save(said).id() : id.get();
            drafts.close(number);
            return number;
        }, _ -> ended(said), e -> {
            ended(kept);
            failed.accept(e);
        });
    }

    /** Keeps nothing any more. */
    void abandon() {
        ending = true;
    }

    /** What keeps the last words when the program ends; blocks. */
    Runnable last() {
        Said said = now.get();
        boolean needed = !ending && !said.equals(kept);
        return () -> {
            if (needed) {
                save(said);
            }
        };
    }

    long id() {
        return id.get();
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }
}
