package app.kith.store;

import app.kith.change.ChangeSet;
import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.NextNumbers;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projection of the two logs. One writer at a time, any number of readers, who never wait for it.
 *
 * <p>Never interrupt a thread that is in here: H2 would lose its file channel.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String OPEN_MARK = "store.open";

    /** SQL states of a value that a column cannot hold, and of a row that breaks a constraint. */
    private static final List<String> UNFIT = List.of("22", "23");

    private final Path home;
    private final Database database;
    private final Jdbi readers;
    private final Writer writer;
    private final Housekeeping housekeeping;
    private final DigestKeys digests;
    private final boolean wasClean;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;

    private Store(Path home, Database database, boolean wasClean) throws SQLException {
        this.home = home;
        this.database = database;
        this.wasClean = wasClean;
        int former = Migrations.run(database.writer());
        this.readers = database.readers();
        this.writer = new Writer(database.writer());
        if (former < Migrations.newest() || !wasClean) { // It may have broken off behind the step.
            StageSteps.fill(writer);
        }
        this.housekeeping = database.housekeeping();
        this.digests = new DigestKeys(readers);
        this.state = State.load(writer);
        ConversationFolderTable.fill(writer, state);
    }

    /**
     * Opens the store of a data folder, or makes an empty one.
     *
     * @param home the data folder
     * @param password the file's password, hexadecimal digits
     * @return the store
     * @throws KithException STORE_DAMAGED if the file cannot be used, STORE_TOO_NEW
     */
    public static Store open(Path home, char[] password) {
        boolean wasClean = !Files.exists(home.resolve(OPEN_MARK));
        Database database = null;
        try {
            Files.writeString(home.resolve(OPEN_MARK), "");
            database = new Database(home, password);
            return new Store(home, database, wasClean);
        } catch (SQLException | JdbiException | IllegalStateException e) {
            closeQuietly(database);
            throw failure(e);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, OPEN_MARK, String.valueOf(e.getMessage()));
        } catch (KithException e) {
            closeQuietly(database);
            throw e;
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Database database) {
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                LOG.warn("The damaged store could not be closed in order");
            }
        }
    }

    /**
     * Deletes the store's files, so that it can be built anew from the logs.
     *
     * @param home the data folder, in which no store is open
     */
    public static void discard(Path home) {
        try {
            Files.deleteIfExists(home.resolve(Database.FILE));
            Files.deleteIfExists(home.resolve(OPEN_MARK));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, Database.FILE, String.valueOf(e.getMessage()));
        }
    }

    /** {@return whether the store was closed in order last time; if not, it has to be checked before it is believed} */
    public boolean wasClean() {
        return wasClean;
    }

    /** {@return how far the ledger has been applied} */
    public LogPosition ledgerPosition() {
        return state.ledger();
    }

    /** {@return how far the mail log has been applied} */
    public LogPosition mailPosition() {
        return state.mail();
    }

    /** How far both logs have been applied, and the number of the last transaction, at one moment. */
    SearchView.Point point() {
        State now = state;
        return new SearchView.Point(now.ledger(), now.mail(), now.change());
    }

    /** {@return the number of the last transaction; it grows with each} */
    public long version() {
        return state.change();
    }

    /** {@return the next free numbers; they hold as long as nothing is applied} */
    public NextNumbers nextNumbers() {
        State now = state;
        return new NextNumbers(now.nextAccount(), now.nextContact(), now.nextCard(), now.nextMessage(),
                now.nextOperation(), now.nextEntry());
    }

    /**
     * Applies a change set.
     *
     * @param behind the position behind it in the ledger
     * @param set the change set
     */
    public void apply(LogPosition behind, ChangeSet set) {
        write(transaction -> {
            new LedgerApplier(transaction).apply(behind.sequence(), set);
            transaction.ledgerAt(behind);
        });
    }

    /**
     * Applies a change set that is about to be appended to the ledger: first all of it here, then the append, then the commit. So
     * nothing comes into the ledger that the tables cannot hold, and nothing is done here that is not in the ledger.
     *
     * @param number the number that it will have in the ledger
     * @param set the change set
     * @param append appends it, and gives the position behind it; where it throws, nothing is done
     * @return the position behind it
     */
    public LogPosition apply(long number, ChangeSet set, Supplier<LogPosition> append) {
        LogPosition[] behind = new LogPosition[1];
        write(transaction -> {
            new LedgerApplier(transaction).apply(number, set);
            behind[0] = append.get();
            transaction.ledgerAt(behind[0]);
        });
        return behind[0];
    }

    /**
     * Notes that a change set of the ledger is set aside, and goes on behind it.
     *
     * @param behind the position behind it in the ledger
     * @param set the change set
     */
    public void setAside(LogPosition behind, ChangeSet set) {
        write(transaction -> {
            new LedgerApplier(transaction).setAside(behind.sequence(), set);
            transaction.ledgerAt(behind);
        });
    }

    /**
     * Applies a batch of mail.
     *
     * @param logged the batch as it stands in the mail log
     * @param incoming its arrivals, read, in their order
     */
    public void apply(LoggedBatch logged, List<Incoming> incoming) {
        write(transaction -> new MailApplier(transaction).apply(logged, incoming));
        incoming.forEach(arrived -> digests.add(MessageTable.digestKey(arrived.digest())));
    }

    /**
     * Makes the rows of messages anew that were read with another charset.
     *
     * @param messages what they say now
     */
    public void reread(List<Reread> messages) {
        write(transaction -> {
            Counts counts = new Counts(transaction);
            ReadingTable readings = new ReadingTable(transaction);
            for (Reread message : messages) {
                counts.messages().reread(message);
                readings.done(message.message(), message.charset());
            }
            counts.settle();
        });
    }

    /**
     * Forgets messages that nothing can need again. Their bytes may go from the log from now on.
     *
     * @param dead the messages, of {@link DeadMail#find}
     */
    public void forget(List<DeadMail.Dead> dead) {
        write(transaction -> new ErasedTable(transaction).forget(dead));
    }

    /**
     * Notes that a file of the mail log was written anew without what is forgotten.
     *
     * @param segment its number
     */
    public void dropped(int segment) {
        write(transaction -> new ErasedTable(transaction).dropped(segment));
    }

    private void write(Work work) {
        StoreChange change;
        writing.lock();
        try {
            Transaction transaction = new Transaction(writer, state);
            try {
                work.on(transaction);
                state = transaction.commit();
                change = transaction.touched.change(state.change());
                housekeeping.look();
            } catch (SQLException | RuntimeException e) {
                writer.rollback();
                throw refused(e);
            } catch (Error e) { // Where memory has run out, what was half done must not be committed with what comes next.
                writer.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
        for (Consumer<StoreChange> listener : listeners) {
            listener.accept(change);
        }
    }

    /**
     * Adds a listener that is told of each transaction after its commit, on the writing thread; it must be quick and not throw.
     *
     * @param listener who is told
     * @return takes the listener off again
     */
    public AutoCloseable subscribe(Consumer<StoreChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** For the query classes of this package. */
    Jdbi readers() {
        return readers;
    }

    /** The digests of all messages, for those who look for one. */
    DigestKeys digests() {
        return digests;
    }

    /** {@return size of the file in bytes} */
    public long bytes() {
        try {
            return Files.size(home.resolve(Database.FILE));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Why a transaction came to nothing: for what it was to hold, which would be so each time, or for the store itself. */
    private static KithException refused(Exception e) {
        if (e instanceof KithException known) {
            return known;
        }
        String state = e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        boolean content = UNFIT.stream().anyMatch(state::startsWith)
                || e instanceof RuntimeException && !(e instanceof UncheckedIOException);
        KithException failure = failure(e);
        if (!content) {
            return failure;
        }
        KithException unfit = new KithException(Problem.CHANGE_NOT_HELD, failure.details().getFirst());
        unfit.setStackTrace(failure.getStackTrace());
        return unfit;
    }

    /** A failure of H2 without its message, which may quote values. */
    static KithException failure(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        String code = root instanceof SQLException sql ? "H2 " + sql.getErrorCode() : root.getClass().getSimpleName();
        KithException failure = new KithException(Problem.STORE_DAMAGED, code);
        failure.setStackTrace(root.getStackTrace());
        return failure;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            database.close();
            Files.deleteIfExists(home.resolve(OPEN_MARK));
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, OPEN_MARK, String.valueOf(e.getMessage()));
        } finally {
            writing.unlock();
        }
    }

    /** What is done in one transaction. */
    interface Work {
        void on(Transaction transaction) throws SQLException;
    }
}
