package app.kith.ui.guard;

import app.kith.desk.BackupChecks;
import app.kith.desk.BackupFile;
import app.kith.desk.BackupFile.Step;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Tries backups, one at a time, and brings them back. JavaFX thread only. */
public final class TrialModel implements AutoCloseable {
    private final BackupChecks checks;
    private final Background background;
    private final Runnable told;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
    private AtomicBoolean stopped = new AtomicBoolean();

    /**
     * How far it is.
     *
     * @param file the backup; null where none was tried yet
     * @param into the folder into which it is brought back; null where it is tried
     * @param step what is being done; null where nothing is
     * @param amount how much of that is done: bytes, or messages
     * @param ok whether all went well, once it is at its end
     * @param failure why it ended early; null where it did not
     */
    public record State(@Nullable Path file, @Nullable Path into, @Nullable Step step, long amount, boolean ok,
            @Nullable KithException failure) {
        static final State NOTHING = new State(null, null, null, 0, false, null);

        /** {@return whether something is being done} */
        public boolean isRunning() {
            return step != null;
        }
    }

    /**
     * Makes the model.
     *
     * @param checks tries backups
     * @param background where that is done
     * @param told told when something came of it
     */
    public TrialModel(BackupChecks checks, Background background, Runnable told) {
        this.checks = checks;
        this.background = background;
        this.told = told;
    }

    /** {@return how far it is} */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Tries a backup, unless one is being tried.
     *
     * @param file the backup
     * @param typed with what it opens, where that is not what opens the data now; null for none
     */
    public void check(Path file, char @Nullable [] typed) {
        AtomicBoolean stop = begin(file, null);
        if (stop != null) {
            background.run("trial",
                    () -> checks.check(file, typed, (step, amount) -> at(file, null, step, amount, stop)),
                    verified -> end(new State(file, null, null, 0, verified.ok(), null)),
                    failure -> end(new State(file, null, null, 0, false, failure)));
        }
    }

    /**
     * Tries a backup, where that was not done for long.
     *
     * @param file the backup
     * @param begun told that it begins
     */
    public void checkIfDue(Path file, Runnable begun) {
        background.run("trial-due", checks::isDue, due -> {
            if (due) {
                begun.run();
                check(file, null);
            }
        }, _ -> {});
    }

    /**
     * Makes a data folder of a backup, unless something else is being done.
     *
     * @param file the backup
     * @param into the folder
     */
    public void restore(Path file, Path into) {
        AtomicBoolean stop = begin(file, into);
        if (stop != null) {
            background.run("trial",
                    () -> BackupFile.restore(file, into, bytes -> at(file, into, Step.COPIED, bytes, stop)),
                    _ -> end(new State(file, into, null, 0, true, null)),
                    failure -> end(new State(file, into, null, 0, false, failure)));
        }
    }

    private @Nullable AtomicBoolean begin(Path file, @Nullable Path into) {
        if (state.get().isRunning()) {
            return null;
        }
        stopped = new AtomicBoolean();
        state.set(new State(file, into, Step.COPIED, 0, false, null));
        return stopped;
    }

    private void at(Path file, @Nullable Path into, Step step, long amount, AtomicBoolean stop) {
        if (stop.get()) {
            throw new KithException(Problem.CANCELLED);
        }
        background.soon(this, () -> {
            if (state.get().isRunning()) {
                state.set(new State(file, into, step, amount, false, null));
            }
        });
    }

    private void end(State last) {
        state.set(last);
        told.run();
    }

    /** Stops what is being done, soon. */
    public void stop() {
        stopped.set(true);
    }

    @Override
    public void close() {
        stop();
    }
}
