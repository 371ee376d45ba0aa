package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.ChangeSet;
import app.kith.change.Filing;
import app.kith.change.Journal;
import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MailEvent.Arrived;
import app.kith.change.MailEvent.Completed;
import app.kith.change.MailEvent.Placed;
import app.kith.change.NextNumbers;
import app.kith.compose.DraftCodec;
import app.kith.compose.DraftFile;
import app.kith.log.Damage;
import app.kith.log.Ledger;
import app.kith.log.MailLog;
import app.kith.mail.MailReader;
import app.kith.mail.RawHeader;
import app.kith.store.Conversations;
import app.kith.store.DeadMail;
import app.kith.store.Incoming;
import app.kith.store.ReadingView;
import app.kith.store.ReadingView.Pending;
import app.kith.store.Reread;
import app.kith.store.Signatures;
import app.kith.store.Store;
import app.kith.store.SyncView;
import app.kith.sync.SyncService;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps: every act goes to its log, forced, before the store commits it. The same code applies it live and at replay. A store that
 * is behind its logs, after a kill between the two, is brought up before anything else is entered.
 */
final class Keeper implements Journal, Filing, AutoCloseable {
    private static final int AT_ONCE = 50;
    /** So long after the last mail came no pass is likely to be under way. */
    private static final long QUIET = 60_000_000_000L;

    private final Ledger ledger;
    private final MailLog mailLog;
    private final Store store;
    private final SyncView view;
    private final ReadingView readings;
    private final MailReader reader = new MailReader();
    private final Signatures signatures = new Signatures();
    private final Clock clock;
    private final ReentrantLock entering = new ReentrantLock();
    private final ReentrantLock filing = new ReentrantLock();
    private final ReentrantLock files = new ReentrantLock();
    private volatile long filed = System.nanoTime() - QUIET;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1)),
            SyncService.worker("mail-reader").name("mail-reader-", 0).factory());

    Keeper(Ledger ledger, MailLog mailLog, Store store, Clock clock) {
        this.ledger = ledger;
        this.mailLog = mailLog;
        this.store = store;
        this.view = new SyncView(store);
        this.readings = new ReadingView(store);
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** Whether no mail has come for a while. */
    boolean isQuiet() {
        return System.nanoTime() - filed >= QUIET;
    }

    /** Held while files of the logs are rewritten, and while they are copied: a copy must not be half of one and half of another. */
    ReentrantLock files() {
        return files;
    }

    /** How far both logs reach, with nothing half appended. */
    Backups.Ends ends(Path home) {
        entering.lock();
        filing.lock();
        try {
            return Backups.ends(home, ledger.end().sequence(), mailLog.end().sequence());
        } finally {
            filing.unlock();
            entering.unlock();
        }
    }

    @Override
    public OptionalLong enter(Actor actor, String reason, Function<NextNumbers, List<Change>> changes) {
        entering.lock();
        try {
            catchUpLedger(_ -> {});
            List<Change> made = changes.apply(store.nextNumbers());
            if (made.isEmpty()) {
                return OptionalLong.empty();
            }
            ChangeSet set = new ChangeSet(clock.instant(), actor, reason, made);
            LogPosition behind = store.apply(ledger.end().sequence() + 1, set, () -> ledger.append(set));
            return OptionalLong.of(behind.sequence());
        } finally {
            entering.unlock();
        }
    }

    @Override
    public Prepared prepare(List<MailEvent> events) {
        return new Batch(events, begin(events));
    }

    private List<Future<Incoming>> begin(List<MailEvent> events) {
        List<Future<Incoming>> reading = new ArrayList<>();
        for (MailEvent event : events) {
            byte[] raw = switch (event) {
                case Arrived arrived -> arrived.raw();
                case Completed completed -> completed.raw();
                default -> null;
            };
            if (raw != null) {
                reading.add(readers.submit(() -> new Incoming(reader.read(raw), sha256(raw), signatures)));
            }
        }
        return reading;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int file(Prepared prepared) {
        Batch batch = (Batch) prepared;
        List<Incoming> incoming = batch.reading().stream().map(Keeper::finished).toList();
        filing.lock();
        try {
            catchUpMail(_ -> {}, _ -> {});
            Sorted sorted = sort(batch.events(), incoming, store.nextNumbers().message());
            LoggedBatch logged = mailLog.append(sorted.batch());
            store.apply(logged, sorted.arrivals());
            filed = System.nanoTime();
            readAgain();
            return sorted.batch().arrivals();
        } finally {
            filing.unlock();
        }
    }

    private static Incoming finished(Future<Incoming> reading) {
        boolean interrupted = false;
        while (true) {
            try {
                Incoming read = reading.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return read;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("a message could not be read", e.getCause());
            }
        }
    }

    /** Tells new messages from those whose bytes are kept already. */
    private Sorted sort(List<MailEvent> events, List<Incoming> incoming, long firstMessage) {
        DeadMail dead = new DeadMail(store);
        boolean anyAway = dead.anyStaysAway();
        List<OptionalLong> known = view.known(incoming.stream().map(Incoming::digest).toList());
        Map<ByteBuffer, Long> here = new HashMap<>();
        List<MailEvent> sorted = new ArrayList<>(events.size());
        List<Incoming> arrivals = new ArrayList<>();
        int next = 0;
        long number = firstMessage;
        for (MailEvent event : events) {
            if (event instanceof Completed) {
                arrivals.add(incoming.get(next++));
            }
            if (!(event instanceof Arrived arrived)) {
                sorted.add(event);
                continue;
            }
            if (anyAway && !arrived.folder().isOwn() && staysAway(dead, arrived, incoming.get(next))) {
                sorted.add(new MailEvent.LeftOut(arrived.folder(), arrived.uid(), "erased"));
                next++;
                continue;
            }
            Incoming read = incoming.get(next);
            OptionalLong kept = known.get(next++);
            Long same = kept.isPresent() ? (Long) kept.getAsLong() : here.get(ByteBuffer.wrap(read.digest()));
            if (arrived.headerOnly() && read.mail().messageId() == null) {
                same = null; // Different mails may have the same header then.
            }
            if (same == null && !arrived.headerOnly() && read.mail().messageId() != null) {
                same = keptByHeader(arrived.raw());
                if (same != null && view.isHeaderOnly(same)) {
                    sorted.add(new Completed(arrived.folder(), same, arrived.raw()));
                    arrivals.add(read);
                }
            }
            if (same != null) {
                sorted.add(new Placed(arrived.folder(), arrived.uid(), arrived.received(), arrived.flags(), same));
            } else {
                here.put(ByteBuffer.wrap(read.digest()), number++);
                sorted.add(arrived);
                arrivals.add(read);
            }
        }
        return new Sorted(new MailBatch(firstMessage, sorted), arrivals);
    }

    /** Whether a message is one that was erased, the whole or its header alone. */
    private static boolean staysAway(DeadMail dead, Arrived arrived, Incoming read) {
        return dead.staysAway(read.digest())
                || read.mail().messageId() != null && dead.staysAway(sha256(RawHeader.of(arrived.raw())));
    }

    /**
     * Forgets in the store what nothing can need again. Nothing is filed meanwhile, so that nothing of it comes to life.
     *
     * @param choose of what is dead that which is to be forgotten
     * @return what was forgotten
     */
    List<DeadMail.Dead> forgetDead(UnaryOperator<List<DeadMail.Dead>> choose) {
        filing.lock();
        try {
            catchUpMail(_ -> {}, _ -> {});
            List<DeadMail.Dead> chosen = choose.apply(new DeadMail(store).find(this::filesOf));
            if (!chosen.isEmpty()) {
                store.forget(chosen);
            }
            return chosen;
        } finally {
            filing.unlock();
        }
    }

    /** What is dead and not forgotten yet. */
    List<DeadMail.Dead> dead() {
        return new DeadMail(store).find(this::filesOf);
    }

    /** The files that a letter names. */
    LongStream filesOf(long message) {
        return new Conversations(store).message(message)
                .flatMap(row -> DraftCodec.read(mailLog.read(row.address()))).stream()
                .flatMap(draft -> draft.files().stream()).mapToLong(DraftFile::message);
    }

    /** The message of which the header came first, perhaps in another folder; null where there is none. */
    private @Nullable Long keptByHeader(byte[] raw) {
        byte[] header = RawHeader.of(raw);
        OptionalLong kept = header.length == raw.length ? OptionalLong.empty() : view.known(sha256(header));
        return kept.isPresent() ? (Long) kept.getAsLong() : null;
    }

    /**
     * Applies what lies behind the store's positions in both logs.
     *
     * @param damaged told of records that cannot be read
     * @param progress told how many messages were applied
     */
    void catchUp(Consumer<Damage> damaged, LongConsumer progress) {
        entering.lock();
        filing.lock();
        try {
            catchUpLedger(damaged);
            catchUpMail(damaged, progress);
            readAgain();
        } finally {
            filing.unlock();
            entering.unlock();
        }
    }

    private void catchUpLedger(Consumer<Damage> damaged) {
        if (store.ledgerPosition().sequence() < ledger.end().sequence()) {
            ledger.forEach(store.ledgerPosition(), (behind, set) -> applyAgain(behind, set, damaged), damaged);
        }
    }

    /**
     * Applies a change set of the ledger. One that the store cannot hold (an older program appended before it applied) is set aside,
     * for else the folder could never be opened again.
     */
    private void applyAgain(LogPosition behind, ChangeSet set, Consumer<Damage> damaged) {
        try {
            store.apply(behind, set);
        } catch (KithException e) {
            if (e.problem() != Problem.CHANGE_NOT_HELD) {
                throw e;
            }
            store.setAside(behind, set);
            damaged.accept(
                    new Damage("ledger", behind.offset(), behind.sequence(), "the store cannot hold what it says ("
                            + e.details().getFirst() + "); it was set aside, all else is there"));
        }
    }

    private void catchUpMail(Consumer<Damage> damaged, LongConsumer progress) {
        if (store.mailPosition().sequence() >= mailLog.end().sequence()) {
            return;
        }
        Replay replay = new Replay(progress);
        mailLog.forEach(store.mailPosition(), replay::take, damaged);
        replay.applyLast();
    }

    /** Makes the rows of messages anew that the user wants to be read with another charset. */
    void readAgain() {
        filing.lock();
        try {
            List<Pending> next = readings.pending(AT_ONCE);
            while (!next.isEmpty()) {
                store.reread(next.stream().map(this::again).toList());
                next = readings.pending(AT_ONCE);
            }
        } finally {
            filing.unlock();
        }
    }

    private Reread again(Pending message) {
        if (message.before().equals(message.after())) {
            return new Reread(message.message(), message.after(), null);
        }
        try {
            byte[] raw = mailLog.read(message.address());
            return new Reread(message.message(), message.after(),
                    new Reread.Readings(reader.read(raw, message.before()), reader.read(raw, message.after())));
        } catch (KithException e) {
            // What the log cannot give is named by the doctor.
            return new Reread(message.message(), message.before(), null);
        }
    }

    @Override
    public void close() {
        readers.shutdown();
    }

    /** Applies batches of the log while the next one is being read. */
    private final class Replay {
        private final LongConsumer progress;
        private long messages;
        private @Nullable LoggedBatch last;
        private List<Future<Incoming>> reading = List.of();

        Replay(LongConsumer progress) {
            this.progress = progress;
        }

        void take(LoggedBatch batch) {
            List<Future<Incoming>> next = begin(batch.batch().events());
            applyLast();
            last = batch;
            reading = next;
        }

        void applyLast() {
            if (last != null) {
                store.apply(last, reading.stream().map(Keeper::finished).toList());
                messages += reading.size();
                progress.accept(messages);
            }
            last = null;
        }
    }

    private record Batch(List<MailEvent> events, List<Future<Incoming>> reading) implements Prepared {}

    private record Sorted(MailBatch batch, List<Incoming> arrivals) {}
}
