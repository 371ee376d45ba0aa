package app.kith.log;

import app.kith.change.LogPosition;
import app.kith.log.RecordLog.Entry;
import app.kith.log.Segment.Look;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the records of a log: one, or all in order, over what is damaged. Any number of threads. */
final class LogReader {
    private final LogSegments segments;

    LogReader(LogSegments segments) {
        this.segments = segments;
    }

    /**
     * Reads one record.
     *
     * @param number number of its file
     * @param offset where it stands there
     * @return the record
     * @throws KithException LOG_DAMAGED if it cannot be read
     */
    Entry entry(int number, long offset) {
        return segments.reading(() -> {
            Segment segment = segments.find(number);
            if (segment == null) {
                throw new KithException(Problem.LOG_DAMAGED, segments.name(number), offset, 0);
            }
            return read(segment, offset);
        });
    }

    /** Reads one record of a file that stays where it is meanwhile. */
    Entry read(Segment segment, long offset) throws IOException {
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
                            ? Chain.hash(Packing.before(record.plain()), look.sequence(), record.plain())
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
     * @param end gives the position behind the last record; asked again for each file
     * @param each takes each record
     * @param damaged told of each record that cannot be read; reading goes on behind it
     */
    void forEach(LogPosition from, Supplier<LogPosition> end, Consumer<Entry> each, Consumer<Damage> damaged) {
        LogPosition stop = end.get();
        for (int number : segments.numbers()) {
            if (number >= from.segment() && number <= stop.segment()) {
                long start = number == from.segment() ? from.offset() : 0;
                forEach(number, start, end.get(), each, damaged);
            }
        }
    }

    /** Reads the records of one file. Nothing is held between two of them, so that the file may be exchanged meanwhile. */
    private void forEach(int number, long start, LogPosition stop, Consumer<Entry> each, Consumer<Damage> damaged) {
        long limit = number == stop.segment() ? stop.offset() : Long.MAX_VALUE;
        long offset = Math.max(start, Segment.HEADER);
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
        return segments.reading(() -> {
            Segment segment = Objects.requireNonNull(segments.find(number));
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
        });
    }

    private record Step(@Nullable Entry entry, @Nullable Damage damage, long sequence, long next) {}

    /** The position behind the last record of a file that can be read; the start where there is none. */
    LogPosition last(Segment segment) {
        LogPosition[] last = {LogPosition.START};
        forEach(segment.number(), 0, LogPosition.START, entry -> last[0] = entry.behind(), _ -> {});
        return last[0];
    }

    /** The record behind a position; empty where there is none, or where it is damaged. */
    Optional<Entry> next(LogPosition from) {
        return segments.reading(() -> {
            try {
                return firstBehind(from);
            } catch (KithException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Entry> firstBehind(LogPosition from) throws IOException {
        for (Segment segment : segments.from(Math.max(1, from.segment()))) {
            long offset = segment.number() == from.segment()
                    ? Math.max(from.offset(), Segment.HEADER)
                    : Segment.HEADER;
            Look.State state = segment.look(offset).state();
            if (state != Look.State.END) {
                return state == Look.State.FRAME ? Optional.of(read(segment, offset)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The hash that the record or file just behind a position notes for the record before it; empty where none can be read. */
    Optional<byte[]> hashNotedAfter(LogPosition position) {
        return segments.reading(() -> {
            try {
                return notedAfter(position);
            } catch (KithException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> notedAfter(LogPosition position) throws IOException {
        Segment segment = segments.find(position.segment());
        if (segment == null || position.offset() > segment.end()) {
            return Optional.empty();
        }
        if (position.offset() < segment.end()) {
            return Optional.of(read(segment, position.offset()).before());
        }
        return Optional.ofNullable(segments.find(position.segment() + 1)).map(Segment::before);
    }
}
