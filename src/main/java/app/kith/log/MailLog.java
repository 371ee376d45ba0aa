package app.kith.log;

import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MessageAddress;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The mail log: raw messages as they came, and everything that happened to the folders they lie in. One thread appends at a
 * time; any number read.
 */
public final class MailLog implements Closeable {
    private static final long CACHED_BYTES = 24L << 20;

    private final RecordLog log;
    private final MailCodec codec = new MailCodec();
    private final Recent recent = new Recent();

    MailLog(RecordLog log) {
        this.log = log;
    }

    /**
     * Opens the mail log of a data folder, or begins it.
     *
     * @param home the data folder
     * @param key the mail log's key
     * @return the mail log
     * @throws KithException DISK if the folder cannot be used
     */
    public static MailLog open(Path home, SecretKey key) {
        return new MailLog(Ledger.open(home, LogKind.MAIL, key));
    }

    /**
     * Appends a batch. It is on the disk for good when this returns.
     *
     * @param batch what happened
     * @return the batch as it stands in the log
     */
    public LoggedBatch append(MailBatch batch) {
        RecordLog.Appended appended = log.append(codec.encode(batch));
        return new LoggedBatch(appended.behind().segment(), appended.offset(), appended.behind(), batch);
    }

    /**
     * Reads the bytes of a message.
     *
     * @param address where it lies
     * @return its bytes as they came; to be read only
     * @throws KithException LOG_DAMAGED if they cannot be read, ERASED if they are not kept any more
     */
    public byte[] read(MessageAddress address) {
        List<Optional<byte[]>> arrivals = recent.get(address.segment(), address.offset());
        if (address.index() >= arrivals.size()) {
            throw new KithException(Problem.LOG_DAMAGED,
                    LogKind.MAIL.directory() + "/" + Segment.fileName(address.segment()),
                    address.offset(), 0);
        }
        return arrivals.get(address.index()).orElseThrow(() -> new KithException(Problem.ERASED));
    }

    /** Begins a new file, so that all that was appended can be rewritten. */
    public void begin() {
        log.begin();
    }

    /** {@return numbers of the files that can be rewritten: all but the one that is appended to} */
    public List<Integer> closedFiles() {
        return log.closedFiles();
    }

    /** Deletes the tails that were cut off and put aside. */
    public void deleteAside() {
        log.deleteAside();
    }

    /**
     * Writes a file anew without what need not be kept. All that stays is found where it was. Other threads may read and append
     * meanwhile; blocks.
     *
     * @param file one of {@link #closedFiles}
     * @param edit gives what is to stand in the place of a batch, with as many events that hold or held bytes; the same where it stays
     * @param cancelled asked between batches
     * @return what came of it
     */
    @SuppressWarnings("ReferenceEquality") // The same is given back where nothing changes.
    public Rewritten rewrite(int file, UnaryOperator<MailBatch> edit, BooleanSupplier cancelled) {
        Rewritten done = log.rewrite(file, content -> {
            MailBatch before = codec.decode(content.readAllBytes());
            MailBatch after = edit.apply(before);
            return after == before ? null : out -> out.write(codec.encode(after));
        }, cancelled);
        recent.clear();
        return done;
    }

    /**
     * Reads all batches behind a position.
     *
     * @param from the position
     * @param each takes each batch
     * @param damaged told of each record that cannot be read
     */
    public void forEach(LogPosition from, Consumer<LoggedBatch> each, Consumer<Damage> damaged) {
        log.forEach(from, entry -> each.accept(
                new LoggedBatch(entry.segment(), entry.offset(), entry.behind(), codec.decode(entry.payload()))),
                damaged);
    }

    /** {@return the position behind the last batch} */
    public LogPosition end() {
        return log.end();
    }

    /**
     * Tells whether a noted position is one of this log.
     *
     * @param position a position noted elsewhere
     * @return false if the log was cut or exchanged since
     */
    public boolean knows(LogPosition position) {
        return log.knows(position);
    }

    /**
     * Reads everything and checks checksums, seals and chain.
     *
     * @param progress told the number of bytes looked at
     * @return what was found
     */
    public LogCheck check(Consumer<Long> progress) {
        return log.check(progress);
    }

    /** {@return size on disk in bytes} */
    public long bytes() {
        return log.bytes();
    }

    @Override
    public void close() {
        log.close();
    }

    /** The records read last, so that a conversation whose mails lie side by side is read from disk once. */
    private final class Recent {
        private final Map<Long, List<Optional<byte[]>>> records = new LinkedHashMap<>(16, 0.75f, true);
        private long bytes;

        List<Optional<byte[]>> get(int segment, long offset) {
            long key = ((long) segment << 40) | offset;
            synchronized (this) {
                List<Optional<byte[]>> hit = records.get(key);
                if (hit != null) {
                    return hit;
                }
            }
            List<Optional<byte[]>> read = codec.decode(log.read(segment, offset)).events().stream()
                    .flatMap(event -> switch (event) {
                        case MailEvent.Arrived arrived -> Stream.of(Optional.of(arrived.raw()));
                        case MailEvent.Completed completed -> Stream.of(Optional.of(completed.raw()));
                        case MailEvent.Erased _ -> Stream.of(Optional.<byte[]>empty());
                        default -> Stream.<Optional<byte[]>>empty();
                    }).toList();
            synchronized (this) {
                if (records.put(key, read) == null) {
                    bytes += size(read);
                }
                var eldest = records.values().iterator();
                while (bytes > CACHED_BYTES && records.size() > 1) {
                    bytes -= size(eldest.next());
                    eldest.remove();
                }
            }
            return read;
        }

        synchronized void clear() {
            records.clear();
            bytes = 0;
        }

        private static long size(List<Optional<byte[]>> arrivals) {
            return arrivals.stream().flatMap(Optional::stream).mapToLong(raw -> raw.length).sum();
        }
    }
}
