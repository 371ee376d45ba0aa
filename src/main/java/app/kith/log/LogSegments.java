package app.kith.log;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open files of one log. A file that was rewritten takes the place of the one before while nobody reads from it. */
final class LogSegments implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LogSegments.class);

    private final LogFiles files;
    private final LogKind kind;
    private final SecretKey key;
    private final NavigableMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    /** Held for reading while a file is read from, for writing while one takes another's place. */
    private final ReadWriteLock exchange = new ReentrantReadWriteLock();

    LogSegments(LogFiles files, LogKind kind, SecretKey key) {
        this.files = files;
        this.kind = kind;
        this.key = key;
    }

    /**
     * Opens a file that is there.
     *
     * @param number its number
     * @return false if its header is not whole, so that it is not one of the open files
     */
    boolean open(int number) throws IOException {
        Segment segment = Segment.open(files, kind, number, key);
        if (segment != null) {
            segments.put(number, segment);
        }
        return segment != null;
    }

    /**
     * Makes a new file behind all others.
     *
     * @param number its number
     * @param firstSequence the number of the first record that it will hold
     * @param before the chain hash of the record before that
     * @return the file
     */
    Segment create(int number, long firstSequence, byte[] before) throws IOException {
        Segment segment = Segment.create(files, kind, number, firstSequence, before, key);
        segments.put(number, segment);
        return segment;
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** {@return the numbers of the files that are open now, in order} */
    List<Integer> numbers() {
        return List.copyOf(segments.keySet());
    }

    @Nullable
    Segment find(int number) {
        return segments.get(number);
    }

    /** The file to which is appended. */
    Segment last() {
        return segments.lastEntry().getValue();
    }

    /** The open file before a number; null where there is none. */
    @Nullable
    Segment before(int number) {
        Map.Entry<Integer, Segment> before = segments.lowerEntry(number);
        return before == null ? null : before.getValue();
    }

    /** The open files from a number on, in order. */
    Iterable<Segment> from(int number) {
        return segments.tailMap(number).values();
    }

    /** {@return numbers of all files but the last} */
    List<Integer> closed() {
        return List.copyOf(segments.headMap(segments.lastKey()).keySet());
    }

    /**
     * Reads while no file takes the place of another.
     *
     * @param what reads
     * @return what it read
     * @throws KithException DISK if the disk failed
     */
    <T> T reading(Reading<T> what) {
        exchange.readLock().lock();
        try {
            return what.read();
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    /**
     * Writes a file anew beside the old one, and puts it into the place of that when it is whole.
     *
     * @param number of {@link #closed}
     * @param edit what becomes of each record
     * @param cancelled asked before each record
     * @return what came of it
     */
    Rewritten rewrite(int number, RecordLog.Edit edit, BooleanSupplier cancelled) {
        Segment old = segments.get(number);
        if (old == null || segments.lastKey() == number) {
            throw new IllegalArgumentException("file " + number);
        }
        try {
            long before = old.file().size();
            Rewriting written = old.rewriting(files, kind, key);
            Rewritten.Outcome outcome = Rewritten.Outcome.STOPPED;
            try (written) {
                outcome = written.copy(old, edit, cancelled);
                written.force();
            } finally {
                if (outcome != Rewritten.Outcome.DONE) {
                    written.discard();
                }
            }
            if (outcome != Rewritten.Outcome.DONE) {
                return new Rewritten(outcome, 0);
            }
            exchange(old, written);
            return new Rewritten(outcome, before - written.size());
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private void exchange(Segment old, Rewriting written) throws IOException {
        exchange.writeLock().lock();
        try {
            old.close();
            try {
                written.moveIn();
            } catch (IOException e) {
                written.discardIfThere();
                throw e;
            } finally {
                Segment now = Segment.open(files, kind, old.number(), key);
                segments.put(old.number(), Objects.requireNonNull(now));
            }
        } finally {
            exchange.writeLock().unlock();
        }
    }

    /** {@return bytes of all files together} */
    long bytes() {
        return reading(() -> {
            long sum = 0;
            for (Segment segment : segments.values()) {
                sum += segment.file().size();
            }
            return sum;
        });
    }

    /** The name of a file with its directory, for messages. */
    String name(int number) {
        return kind.directory() + "/" + Segment.fileName(number);
    }

    /** What is said where the disk failed. */
    KithException disk(IOException e) {
        return new KithException(e, Problem.DISK, kind.directory(), String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        for (Segment segment : segments.values()) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warn("{} could not be closed", segment.name(), e);
            }
        }
    }

    /** Reads something from files. */
    interface Reading<T> {
        T read() throws IOException;
    }
}
