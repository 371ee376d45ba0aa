package app.kith.log;

import app.kith.change.LogPosition;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * An append-only log of records in segment files. A record is on the disk for good when {@link #append} returns.
 *
 * <p>Each record holds the hash of the one before it, so that a record that was changed, left out or put in is found by
 * {@link #verify}. On open a torn tail (the rest of a write that power or a kill cut off) is cut off and put aside; damage
 * anywhere else is left as it is, and named by whoever reads over it.
 *
 * <p>One thread appends at a time; any number read.
 */
final class RecordLog implements Closeable {
    private final LogFiles files;
    private final LogKind kind;
    private final int segmentSize;
    private final LogSegments segments;
    private final LogReader reader;
    private final List<Damage> damages;
    private LogPosition end;
    private boolean broken;

    /**
     * Opens the log, or begins it.
     *
     * @param files where it lies
     * @param kind which log
     * @param key its key
     * @param segmentSize bytes after which a new file is begun
     */
    RecordLog(LogFiles files, LogKind kind, SecretKey key, int segmentSize) {
        this.files = files;
        this.kind = kind;
        this.segmentSize = segmentSize;
        this.segments = new LogSegments(files, kind, key);
        this.reader = new LogReader(segments);
        LogOpening opening = new LogOpening(files, segments, reader);
        try {
            this.end = opening.open();
        } catch (IOException e) {
            throw segments.disk(e);
        }
        this.damages = opening.damages();
    }

    /** {@return the position behind the last record} */
    synchronized LogPosition end() {
        return end;
    }

    /** {@return damage seen while opening} */
    List<Damage> damages() {
        return damages;
    }

    /**
     * Appends a record and forces it to the disk.
     *
     * @param payload its bytes
     * @return where it stands, and the position behind it
     */
    Appended append(byte[] payload) {
        return write(before -> Packing.of(before, payload));
    }

    /**
     * Appends a record and forces it to the disk.
     *
     * @param content writes its bytes; may write many megabytes, which are packed as they come
     * @return where it stands, and the position behind it
     */
    Appended append(Content content) {
        return write(before -> {
            try (Packing packing = new Packing()) {
                content.to(packing);
                return packing.done(before);
            }
        });
    }

    private synchronized Appended write(Packer packer) {
        if (broken) {
            throw new KithException(Problem.DISK, kind.directory(), "an earlier write failed");
        }
        try {
            Segment segment = segmentForAppend();
            long sequence = end.sequence() + 1;
            byte[] plain = packer.packed(end.hash());
            byte[] hash = Chain.hash(end.hash(), sequence, plain);
            ByteBuffer frame = segment.frame(sequence, plain, plain.length);
            long offset = end.segment() == segment.number() ? end.offset() : Segment.HEADER;
            write(segment, frame, offset);
            end = new LogPosition(sequence, segment.number(), offset + frame.limit(), hash);
            return new Appended(offset, end);
        } catch (IOException e) {
            throw segments.disk(e);
        }
    }

    private void write(Segment segment, ByteBuffer frame, long offset) throws IOException {
        try {
            segment.file().write(frame, offset);
            segment.file().force();
        } catch (IOException e) {
            broken = true; // Until the half-written frame is gone again nothing may be written behind it.
            segment.file().truncate(offset);
            segment.file().force();
            broken = false;
            throw e;
        }
    }

    private Segment segmentForAppend() throws IOException {
        Segment last = segments.last();
        boolean full = end.segment() == last.number() && end.offset() >= segmentSize;
        return full || last.isRewritten() ? begin(last) : last;
    }

    private Segment begin(Segment last) throws IOException {
        return segments.create(last.number() + 1, end.sequence() + 1, end.hash());
    }

    /**
     * Reads one record.
     *
     * @param segment number of its file
     * @param offset where it stands there
     * @return its bytes
     * @throws KithException LOG_DAMAGED if it cannot be read
     */
    byte[] read(int segment, long offset) {
        return reader.entry(segment, offset).payload();
    }

    /**
     * Reads all records behind a position, in order.
     *
     * @param from the position
     * @param each takes each record
     * @param damaged told of each record that cannot be read; reading goes on behind it
     */
    void forEach(LogPosition from, Consumer<Entry> each, Consumer<Damage> damaged) {
        damages.stream().filter(damage -> damage.sequence() == 0).forEach(damaged);
        reader.forEach(from, this::end, each, damaged);
    }

    /** The record behind a position; empty where there is none, or where it is damaged. */
    Optional<Entry> next(LogPosition from) {
        return reader.next(from);
    }

    /** Begins a new file, so that all that was appended can be rewritten. */
    synchronized void begin() {
        try {
            Segment last = segments.last();
            if (end.segment() == last.number() && end.offset() > Segment.HEADER) {
                begin(last);
            }
        } catch (IOException e) {
            throw segments.disk(e);
        }
    }

    /** {@return numbers of the files that can be rewritten: all but the last, to which is appended} */
    List<Integer> closedFiles() {
        return segments.closed();
    }

    /**
     * Rewrites a file. Each record stays where it was by its offset, its number and its chain hash. The new file is written beside the
     * old one and takes its place at once when it is whole; readers need not know. Where power goes or the process ends, one of the two
     * is there.
     *
     * @param number of {@link #closedFiles}
     * @param edit what becomes of each record
     * @param cancelled asked before each record
     * @return what came of it
     */
    Rewritten rewrite(int number, Edit edit, BooleanSupplier cancelled) {
        return segments.rewrite(number, edit, cancelled);
    }

    /** What is said of a file that could not be gone through. */
    Damage damaged(int number) {
        return new Damage(segments.name(number), 0, 0, "a record is damaged, so that the file stays as it is");
    }

    /** Deletes what was put aside: the tails that were cut off. */
    void deleteAside() {
        try {
            for (String name : files.names()) {
                if (LogOpening.isAside(name)) {
                    files.delete(name);
                }
            }
            files.forceDirectory();
        } catch (IOException e) {
            throw segments.disk(e);
        }
    }

    /**
     * Reads everything and checks the chain.
     *
     * @param progress told the number of bytes looked at
     * @return what is wrong, in order; empty if nothing is
     */
    List<Damage> verify(Consumer<Long> progress) {
        return check(progress).damages();
    }

    /**
     * Reads everything and checks the chain.
     *
     * @param progress told the number of bytes looked at
     * @return what was found
     */
    LogCheck check(Consumer<Long> progress) {
        List<Damage> found = new ArrayList<>();
        Chain chain = new Chain(found);
        long[] bytes = {0};
        long[] counts = {0, 0};
        forEach(LogPosition.START, record -> {
            counts[0]++;
            counts[1] += record.isChanged() ? 1 : 0;
            chain.check(record, segments.name(record.segment()));
            bytes[0] += record.behind().offset() - record.offset();
            progress.accept(bytes[0]);
        }, damage -> {
            found.add(damage);
            chain.broken();
        });
        return new LogCheck(found, counts[0], counts[1]);
    }

    /**
     * Tells whether a position that was noted elsewhere is one of this log.
     *
     * @param position the position
     * @return true if a record with that number, place and chain hash ends there
     */
    boolean knows(LogPosition position) {
        if (position.sequence() == 0) {
            return true;
        }
        LogPosition last = end();
        if (position.sequence() > last.sequence()) {
            return false;
        }
        if (position.sequence() == last.sequence()) {
            return position.equals(last);
        }
        return reader.hashNotedAfter(position).filter(after -> MessageDigest.isEqual(after, position.hash()))
                .isPresent();
    }

    /** {@return bytes of all segments together} */
    long bytes() {
        return segments.bytes();
    }

    @Override
    public void close() {
        segments.close();
    }

    /** Where an appended record stands, and the position behind it. */
    record Appended(long offset, LogPosition behind) {}

    /** Writes what a record holds. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** What becomes of records. */
    interface Edit {
        /**
         * Looks at a record.
         *
         * @param content what it holds
         * @return what is to stand in its place; null where it stays as it is
         */
        @Nullable
        Content instead(InputStream content) throws IOException;
    }

    private interface Packer {
        byte[] packed(byte[] before) throws IOException;
    }

    /** A record read back, still packed. */
    record Entry(int segment, long offset, LogPosition behind, Segment.Packed record) {
        byte[] before() {
            return Packing.before(record.plain());
        }

        byte[] hash() {
            return behind.hash();
        }

        /** Whether something else was appended than stands here now. */
        boolean isChanged() {
            return record.noted() != null;
        }

        /** The bytes that were appended. */
        byte[] payload() {
            return Packing.content(record.plain());
        }

        /** The same, unpacked as they are read. */
        InputStream stream() {
            return Packing.stream(record.plain());
        }
    }
}
