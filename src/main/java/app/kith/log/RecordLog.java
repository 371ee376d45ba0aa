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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
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

    private final LogFiles files;
    private final LogKind kind;
    private final SecretKey key;
    private final int segmentSize;
    private final NavigableMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    private final List<Damage> damages = new ArrayList<>();
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
            if (look.state() == Look.State.FRAME && segment.body(offset, look) != null) {
                lastOffset = offset;
                sequence = look.sequence();
                offset += Segment.FRAME + look.length();
                continue;
            }
            long next = segment.findFrame(offset + 1, sequence);
            if (next < 0) {
                cutTail(segment, offset);
                break;
            }
            damages.add(new Damage(segment.name(), offset, sequence + 1, "the record is damaged"));
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
        files.keepAside(Segment.fileName(segment.number()) + ".torn-" + offset, tail.flip());
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
        if (!full) {
            return last;
        }
        Segment next = Segment.create(files, kind, last.number() + 1, end.sequence() + 1, end.hash(), key);
        segments.put(next.number(), next);
        return next;
    }

    private static byte[] hash(byte[] before, long sequence, byte[] plain) {
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
        Segment file = segments.get(segment);
        if (file == null) {
            throw new KithException(Problem.LOG_DAMAGED, kind.directory() + "/" + Segment.fileName(segment), offset, 0);
        }
        try {
            return read(file, offset).payload();
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private Entry read(Segment segment, long offset) throws IOException {
        Look look = segment.look(offset);
        byte[] body = look.state() == Look.State.FRAME ? segment.body(offset, look) : null;
        if (body == null) {
            throw new KithException(Problem.LOG_DAMAGED, segment.name(), offset, look.sequence());
        }
        try {
            byte[] plain = segment.open(look.sequence(), body);
            byte[] before = Packing.before(plain);
            LogPosition behind = new LogPosition(look.sequence(), segment.number(),
                    offset + Segment.FRAME + look.length(),
                    hash(before, look.sequence(), plain));
            return new Entry(segment.number(), offset, behind, plain);
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
        try {
            for (Segment segment : new TreeMap<>(segments).values()) {
                if (segment.number() < from.segment()) {
                    continue;
                }
                long offset = segment.number() == from.segment()
                        ? Math.max(from.offset(), Segment.HEADER)
                        : Segment.HEADER;
                long limit = segment.number() == stop.segment() ? stop.offset() : Long.MAX_VALUE;
                forEach(segment, offset, limit, each, damaged);
            }
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** The record behind a position; empty where there is none, or where it is damaged. */
    Optional<Entry> next(LogPosition from) {
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
        }
    }

    private void forEach(Segment segment, long start, long limit, Consumer<Entry> each, Consumer<Damage> damaged)
            throws IOException {
        long offset = start;
        long sequence = 0;
        while (offset < limit) {
            Look look = segment.look(offset);
            if (look.state() == Look.State.END) {
                return;
            }
            Entry record = null;
            if (look.state() == Look.State.FRAME) {
                try {
                    record = read(segment, offset);
                } catch (KithException e) {
                    damaged.accept(new Damage(segment.name(), offset, look.sequence(), "the record is damaged"));
                }
            }
            if (record != null) {
                each.accept(record);
                sequence = look.sequence();
                offset = record.behind().offset();
            } else if (look.state() == Look.State.FRAME) {
                sequence = look.sequence();
                offset += Segment.FRAME + look.length();
            } else {
                damaged.accept(new Damage(segment.name(), offset, sequence + 1, "the record's frame is damaged"));
                offset = segment.findFrame(offset + 1, sequence);
                if (offset < 0) {
                    return;
                }
            }
        }
    }

    /**
     * Reads everything and checks the chain.
     *
     * @param progress told the number of bytes looked at
     * @return what is wrong, in order; empty if nothing is
     */
    List<Damage> verify(Consumer<Long> progress) {
        List<Damage> found = new ArrayList<>();
        Chain chain = new Chain(found);
        long[] bytes = {0};
        forEach(LogPosition.START, record -> {
            chain.check(record, name(record.segment()));
            bytes[0] += record.behind().offset() - record.offset();
            progress.accept(bytes[0]);
        }, damage -> {
            found.add(damage);
            chain.broken();
        });
        return found;
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
        Segment segment = segments.get(position.segment());
        try {
            if (segment == null || position.offset() > segment.file().size()) {
                return null;
            }
            if (position.offset() < segment.file().size()) {
                return read(segment, position.offset()).before();
            }
            Segment next = segments.get(position.segment() + 1);
            return next == null ? null : next.before();
        } catch (KithException e) {
            return null;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** {@return bytes of all segments together} */
    long bytes() {
        try {
            long sum = 0;
            for (Segment segment : segments.values()) {
                sum += segment.file().size();
            }
            return sum;
        } catch (IOException e) {
            throw disk(e);
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

    private interface Packer {
        byte[] packed(byte[] before) throws IOException;
    }

    /** A record read back, still packed. */
    record Entry(int segment, long offset, LogPosition behind, byte[] plain) {
        byte[] before() {
            return Packing.before(plain);
        }

        byte[] hash() {
            return behind.hash();
        }

        /** The bytes that were appended. */
        byte[] payload() {
            return Packing.content(plain);
        }

        /** The same, unpacked as they are read. */
        InputStream stream() {
            return Packing.stream(plain);
        }
    }

    /** Follows the chain from record to record. */
    private static final class Chain {
        private final List<Damage> found;
        private @Nullable Entry last;
        private boolean gap;

        Chain(List<Damage> found) {
            this.found = found;
        }

        void broken() {
            gap = true;
        }

        void check(Entry record, String file) {
            long expected = last == null ? 1 : last.behind().sequence() + 1;
            byte[] hash = last == null ? LogPosition.START.hash() : last.hash();
            if (!gap && record.behind().sequence() != expected) {
                found.add(new Damage(file, record.offset(), expected, "a record is missing"));
            } else if (!gap && !MessageDigest.isEqual(record.before(), hash)) {
                found.add(new Damage(file, record.offset(), record.behind().sequence(),
                        "the record does not follow from the one before it"));
            }
            gap = false;
            last = record;
        }
    }
}
