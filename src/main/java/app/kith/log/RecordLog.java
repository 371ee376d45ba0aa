package app.kith.log;

import app.kith.change.LogPosition;
import app.kith.log.Segment.Look;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);

    private static final String TORN = ".torn-";

    private final LogFiles files;
    private final LogKind kind;
    private final SecretKey key;
    private final int segmentSize;
    private final NavigableMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    private final List<Damage> damages = new ArrayList<>();
    /** Held for reading while a file is read from, for writing while one takes another's place. */
    private final ReadWriteLock exchange = new ReentrantReadWriteLock();
    private LogPosition end = LogPosition.START;
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
        this.key = key;
        this.segmentSize = segmentSize;
        try {
            open();
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private void open() throws IOException {
        for (String name : files.names()) {
            if (Rewriting.isUnfinished(name)) {
                files.delete(name);
            }
        }
        List<Integer> numbers = files.names().stream().filter(name -> name.matches("\\d{8}\\.log"))
                .map(name -> Integer.parseInt(name.substring(0, 8))).toList();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            Segment segment = Segment.open(files, kind, number, key);
            if (segment != null) {
                segments.put(number, segment);
            } else if (i == numbers.size() - 1 && files.size(Segment.fileName(number)) <= Segment.HEADER) {
                files.delete(Segment.fileName(number)); // The process ended while making it: nothing was ever in it.
            } else {
                damages.add(
                        new Damage(kind.directory() + "/" + Segment.fileName(number), 0, 0, "the header is damaged"));
            }
        }
        if (segments.isEmpty()) {
            int number = damages.isEmpty() ? 1 : numbers.getLast() + 1;
            segments.put(number, Segment.create(files, kind, number, 1, LogPosition.START.hash(), key));
        }
        end = findEnd(segments.lastEntry().getValue());
        Map.Entry<Integer, Segment> before = segments.lowerEntry(end.segment());
        if (end.offset() == Segment.HEADER && before != null) {
            // Nothing was appended to the last file yet: the last record ends where everybody noted that it does.
            LogPosition last = lastRecord(before.getValue());
            end = last.sequence() == end.sequence() ? last : end;
        }
    }

    private LogPosition lastRecord(Segment segment) {
        LogPosition[] last = {LogPosition.START};
        forEach(new LogPosition(0, segment.number(), 0, new byte[0]), segment.number(),
                entry -> last[0] = entry.behind(), _ -> {});
        return last[0];
    }

    private LogPosition findEnd(Segment segment) throws IOException {
        long offset = Segment.HEADER;
        long sequence = segment.firstSequence() - 1;
        long lastOffset = -1;
        while (true) {
            Look look = segment.look(offset);
            if (look.state() == Look.State.END) {
                break;
            }
            if (look.state() == Look.State.FRAME && segment.body(look) != null) {
                lastOffset = offset;
                sequence = look.sequence();
                offset = look.end();
                continue;
            }
            long next = segment.findFrame(offset + 1, sequence);
            if (next < 0 && !segment.isRewritten()) {
                cutTail(segment, offset);
                break;
            }
            damages.add(new Damage(segment.name(), offset, sequence + 1, "the record is damaged"));
            if (next < 0) {
                break;
            }
            offset = next;
        }
        if (lastOffset < 0) {
            return new LogPosition(sequence, segment.number(), offset, segment.before());
        }
        Entry last = read(segment, lastOffset);
        return new LogPosition(sequence, segment.number(), offset, last.hash());
    }

    private void cutTail(Segment segment, long offset) throws IOException {
        long size = segment.file().size();
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size - offset, Integer.MAX_VALUE - 16));
        segment.file().read(tail, offset);
        files.keepAside(Segment.fileName(segment.number()) + TORN + offset, tail.flip());
        segment.file().truncate(offset);
        segment.file().force();
        LOG.warn("{}: a torn tail of {} bytes at byte {} was cut off and put aside", segment.name(), size - offset,
                offset);
    }

    /** {@return the position behind the last record} */
    synchronized LogPosition end() {
        return end;
    }

    /** {@return damage seen while opening} */
    List<Damage> damages() {
        return List.copyOf(damages);
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
            byte[] hash = hash(end.hash(), sequence, plain);
            ByteBuffer frame = segment.frame(sequence, plain, plain.length);
            long offset = end.segment() == segment.number() ? end.offset() : Segment.HEADER;
            write(segment, frame, offset);
            end = new LogPosition(sequence, segment.number(), offset + frame.limit(), hash);
            return new Appended(offset, end);
        } catch (IOException e) {
            throw disk(e);
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
        Segment last = segments.lastEntry().getValue();
        boolean full = end.segment() == last.number() && end.offset() >= segmentSize;
        return full || last.isRewritten() ? begin(last) : last;
    }

    private Segment begin(Segment last) throws IOException {
        Segment next = Segment.create(files, kind, last.number() + 1, end.sequence() + 1, end.hash(), key);
        segments.put(next.number(), next);
        return next;
    }

    static byte[] hash(byte[] before, long sequence, byte[] plain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(8).putLong(0, sequence));
            digest.update(plain, 32, plain.length - 32);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        return entry(segment, offset).payload();
    }

    private Entry entry(int number, long offset) {
        exchange.readLock().lock();
        try {
            Segment segment = segments.get(number);
            if (segment == null) {
                throw new KithException(Problem.LOG_DAMAGED, name(number), offset, 0);
            }
            return read(segment, offset);
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    private Entry read(Segment segment, long offset) throws IOException {
        Look look = segment.look(offset);
        byte[] body = look.state() == Look.State.FRAME ? segment.body(look) : null;
        if (body == null) {
            throw new KithException(Problem.LOG_DAMAGED, segment.name(), offset, look.sequence());
        }
        try {
            Segment.Packed record = segment.open(offset, look, body);
            byte[] noted = record.noted();
            LogPosition behind = new LogPosition(look.sequence(), segment.number(), look.end(),
                    noted == null
                            ? hash(Packing.before(record.plain()), look.sequence(), record.plain())
                            : noted);
            return new Entry(segment.number(), offset, behind, record);
        } catch (GeneralSecurityException e) {
            throw new KithException(e, Problem.LOG_DAMAGED, segment.name(), offset, look.sequence());
        }
    }

    /**
     * Reads all records behind a position, in order.
     *
     * @param from the position
     * @param each takes each record
     * @param damaged told of each record that cannot be read; reading goes on behind it
     */
    void forEach(LogPosition from, Consumer<Entry> each, Consumer<Damage> damaged) {
        LogPosition stop = end();
        damages.stream().filter(damage -> damage.sequence() == 0).forEach(damaged);
        for (int number : new TreeMap<>(segments).keySet()) {
            if (number >= from.segment() && number <= stop.segment()) {
                long start = number == from.segment() ? from.offset() : 0;
                forEach(new LogPosition(0, number, start, from.hash()), number, each, damaged);
            }
        }
    }

    /** The record behind a position; empty where there is none, or where it is damaged. */
    Optional<Entry> next(LogPosition from) {
        exchange.readLock().lock();
        try {
            for (Segment segment : segments.tailMap(Math.max(1, from.segment())).values()) {
                long offset = segment.number() == from.segment()
                        ? Math.max(from.offset(), Segment.HEADER)
                        : Segment.HEADER;
                Look.State state = segment.look(offset).state();
                if (state != Look.State.END) {
                    return state == Look.State.FRAME ? Optional.of(read(segment, offset)) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (KithException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    /** Reads the records of one file. Nothing is held between two of them, so that the file may be exchanged meanwhile. */
    private void forEach(LogPosition from, int number, Consumer<Entry> each, Consumer<Damage> damaged) {
        LogPosition stop = end();
        long limit = number == stop.segment() ? stop.offset() : Long.MAX_VALUE;
        long offset = Math.max(from.offset(), Segment.HEADER);
        long sequence = 0;
        while (offset >= 0 && offset < limit) {
            Step step = step(number, offset, sequence);
            if (step.damage() != null) {
                damaged.accept(step.damage());
            }
            if (step.entry() != null) {
                each.accept(step.entry());
            }
            sequence = step.sequence();
            offset = step.next();
        }
    }

    /** What stands at an offset, and where to go on; -1 at the end. */
    private Step step(int number, long offset, long sequence) {
        exchange.readLock().lock();
        try {
            Segment segment = Objects.requireNonNull(segments.get(number));
            Look look = segment.look(offset);
            if (look.state() == Look.State.END) {
                return new Step(null, null, sequence, -1);
            }
            if (look.state() != Look.State.FRAME) {
                return new Step(null, new Damage(segment.name(), offset, sequence + 1, "the record's frame is damaged"),
                        sequence, segment.findFrame(offset + 1, sequence));
            }
            try {
                return new Step(read(segment, offset), null, look.sequence(), look.end());
            } catch (KithException e) {
                return new Step(null, new Damage(segment.name(), offset, look.sequence(), "the record is damaged"),
                        look.sequence(), look.end());
            }
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    private record Step(@Nullable Entry entry, @Nullable Damage damage, long sequence, long next) {}

    /** Begins a new file, so that all that was appended can be rewritten. */
    synchronized void begin() {
        try {
            Segment last = segments.lastEntry().getValue();
            if (end.segment() == last.number() && end.offset() > Segment.HEADER) {
                begin(last);
            }
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** {@return numbers of the files that can be rewritten: all but the last, to which is appended} */
    List<Integer> closedFiles() {
        return List.copyOf(segments.headMap(segments.lastKey()).keySet());
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

    /** What is said of a file that could not be gone through. */
    Damage damaged(int number) {
        return new Damage(name(number), 0, 0, "a record is damaged, so that the file stays as it is");
    }

    /** Deletes what was put aside: the tails that were cut off. */
    void deleteAside() {
        try {
            for (String name : files.names()) {
                if (name.contains(TORN)) {
                    files.delete(name);
                }
            }
            files.forceDirectory();
        } catch (IOException e) {
            throw disk(e);
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
            chain.check(record, name(record.segment()));
            bytes[0] += record.behind().offset() - record.offset();
            progress.accept(bytes[0]);
        }, damage -> {
            found.add(damage);
            chain.broken();
        });
        return new LogCheck(found, counts[0], counts[1]);
    }

    private String name(int segment) {
        return kind.directory() + "/" + Segment.fileName(segment);
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
        byte[] after = hashNotedAfter(position);
        return after != null && MessageDigest.isEqual(after, position.hash());
    }

    /** The hash that the record or segment just behind a position notes for the record before it. */
    private byte @Nullable [] hashNotedAfter(LogPosition position) {
        exchange.readLock().lock();
        try {
            Segment segment = segments.get(position.segment());
            if (segment == null || position.offset() > segment.end()) {
                return null;
            }
            if (position.offset() < segment.end()) {
                return read(segment, position.offset()).before();
            }
            Segment next = segments.get(position.segment() + 1);
            return next == null ? null : next.before();
        } catch (KithException e) {
            return null;
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    /** {@return bytes of all segments together} */
    long bytes() {
        exchange.readLock().lock();
        try {
            long sum = 0;
            for (Segment segment : segments.values()) {
                sum += segment.file().size();
            }
            return sum;
        } catch (IOException e) {
            throw disk(e);
        } finally {
            exchange.readLock().unlock();
        }
    }

    private KithException disk(IOException e) {
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
