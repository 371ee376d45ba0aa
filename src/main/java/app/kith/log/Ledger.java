package app.kith.log;

import app.kith.change.ChangeSet;
import app.kith.change.LogPosition;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;

/** The ledger: every change set, in order, for ever. One thread appends at a time; any number read. */
public final class Ledger implements Closeable {
    private final RecordLog log;
    private final LedgerCodec codec = new LedgerCodec();

    Ledger(RecordLog log) {
        this.log = log;
    }

    /**
     * Opens the ledger of a data folder, or begins it.
     *
     * @param home the data folder
     * @param key the ledger's key
     * @return the ledger
     * @throws app.kith.words.KithException DISK if the folder cannot be used
     */
    public static Ledger open(Path home, SecretKey key) {
        return new Ledger(open(home, LogKind.LEDGER, key));
    }

    static RecordLog open(Path home, LogKind kind, SecretKey key) {
        try {
            return new RecordLog(new DiskFiles(home.resolve(kind.directory())), kind, key, kind.segmentSize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends a change set. It is on the disk for good when this returns.
     *
     * @param set what was done
     * @return the position behind it; its sequence is the change set's number
     */
    public LogPosition append(ChangeSet set) {
        return log.append(out -> codec.write(set, out)).behind();
    }

    /**
     * Reads all change sets behind a position.
     *
     * @param from the position
     * @param each takes the position behind each set, and the set
     * @param damaged told of each record that cannot be read
     */
    public void forEach(LogPosition from, BiConsumer<LogPosition, ChangeSet> each, Consumer<Damage> damaged) {
        log.forEach(from, entry -> each.accept(entry.behind(), codec.read(entry.stream())), damaged);
    }

    /**
     * Reads one change set.
     *
     * @param before the position before it
     * @return the change set; empty where there is none or where it is damaged
     */
    public Optional<ChangeSet> next(LogPosition before) {
        return log.next(before).map(entry -> codec.read(entry.stream()));
    }

    /**
     * A change set as the ledger writes it.
     *
     * @param set the change set
     * @return JSON
     */
    public String text(ChangeSet set) {
        return new String(codec.encode(set), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** {@return the position behind the last change set} */
    public LogPosition end() {
        return log.end();
    }

    /**
     * Tells whether a noted position is one of this ledger.
     *
     * @param position a position noted elsewhere
     * @return false if the ledger was cut or exchanged since
     */
    public boolean knows(LogPosition position) {
        return log.knows(position);
    }

    /** {@return what a look through everything found: checksums, seals and chain, and how many records hold something else now} */
    public LogCheck check() {
        return log.check(_ -> {});
    }

    /**
     * Writes all change sets anew that are to be others: only for the erasure of a person. All stay where they are, with their numbers and
     * hashes. What was cut off a torn tail is deleted.
     *
     * @param edit gives what is to stand in the place of a change set; the same where it stays
     * @param damaged told of files that could not be gone through, which stay as they are
     */
    @SuppressWarnings("ReferenceEquality") // The same is given back where nothing changes; to compare all would cost much.
    public void rewrite(UnaryOperator<ChangeSet> edit, Consumer<Damage> damaged) {
        log.begin();
        log.deleteAside();
        for (int file : log.closedFiles()) {
            Rewritten.Outcome outcome = log.rewrite(file, content -> {
                ChangeSet before = codec.read(content);
                ChangeSet after = edit.apply(before);
                return after == before ? null : out -> codec.write(after, out);
            }, () -> false).outcome();
            if (outcome == Rewritten.Outcome.DAMAGED) {
                damaged.accept(log.damaged(file));
            }
        }
    }

    /** {@return size on disk in bytes} */
    public long bytes() {
        return log.bytes();
    }

    @Override
    public void close() {
        log.close();
    }
}
