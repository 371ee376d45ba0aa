package app.kith.ui.exchange;

import app.kith.account.Account;
import app.kith.desk.Course;
import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.desk.MailExport;
import app.kith.desk.PersonReport.Written;
import app.kith.desk.Transfers;
import app.kith.store.MailList;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Mail, or everything, on its way into files: one export at a time, which goes on while nobody looks and can be stopped. JavaFX thread
 * only.
 */
public final class OutModel implements AutoCloseable {
    private final Transfers transfers;
    private final Supplier<List<Account>> accounts;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
    private AtomicBoolean stopped = new AtomicBoolean();

    /**
     * How an export stands.
     *
     * @param out where to; null while there was none
     * @param mails how many mails are written so far
     * @param done what it came to; null before its end
     * @param failure why it ended before its end; null where it did not
     */
    public record State(@Nullable Path out, long mails, @Nullable ExportedMail done, @Nullable KithException failure) {
        static final State NOTHING = new State(null, 0, null, null);

        /** {@return whether it is under way} */
        public boolean isRunning() {
            return out != null && done == null && failure == null;
        }
    }

    /**
     * Makes the model.
     *
     * @param transfers writes
     * @param accounts reads the mailboxes; blocks
     * @param background where work is done
     */
    public OutModel(Transfers transfers, Supplier<List<Account>> accounts, Background background) {
        this.transfers = transfers;
        this.accounts = accounts;
        this.background = background;
    }

    /** {@return how the export stands that was begun last} */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Hands the mailboxes over. */
    void accounts(Consumer<List<Account>> then, Consumer<KithException> failed) {
        background.run("out-accounts", accounts::get, then, failed);
    }

    /** Writes mails out, unless something is being written. */
    void mail(MailList.Filter filter, MailExport.Format format, Destination to) {
        begin(to, watched -> transfers.mailExport().write(filter, format, watched));
    }

    /** Writes everything out, unless something is being written: with the mails as they came, or the document alone. */
    void everything(boolean withMails, Destination to) {
        begin(to, watched -> withMails
                ? transfers.fullExport().write(watched)
                : transfers.fullExport().document(watched));
    }

    /** Writes out all that is kept about a person, unless something is being written. */
    void person(long contact, Destination to) {
        begin(to, watched -> {
            Written written = transfers.personReport().write(contact, watched.words(), watched.out(),
                    watched.replace());
            return new ExportedMail(written.mails(), 0, 0, written.aside());
        });
    }

    private void begin(Destination to, Function<Destination, ExportedMail> work) {
        if (state.get().isRunning()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        Path out = to.out();
        state.set(new State(out, 0, null, null));
        background.run("write-out", () -> work.apply(to.watched(course(out, stop))),
                done -> state.set(new State(out, done.mails(), done, null)),
                failure -> state.set(new State(out, state.get().mails(), null, failure)));
    }

    private Course course(Path out, AtomicBoolean stop) {
        return mails -> {
            if (stop.get()) {
                throw new KithException(Problem.CANCELLED);
            }
            background.soon(this, () -> {
                if (state.get().isRunning()) {
                    state.set(new State(out, mails, null, null));
                }
            });
        };
    }

    /** Stops what is being written; nothing of it stays. */
    public void stop() {
        stopped.set(true);
    }

    @Override
    public void close() {
        stop();
    }
}
