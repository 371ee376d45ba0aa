package app.kith.log;

import app.kith.change.LogPosition;
import app.kith.log.Segment.Look;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the files of a log and finds where it ends. What a process or a power cut left unfinished is cleared away: a torn tail is
 * cut off and put aside. Other damage is noted and left as it is.
 */
final class LogOpening {
    private static final Logger LOG = LoggerFactory.getLogger(LogOpening.class);

    private static final String TORN = ".torn-";

    private final LogFiles files;
    private final LogSegments segments;
    private final LogReader reader;
    private final List<Damage> damages = new ArrayList<>();

    LogOpening(LogFiles files, LogSegments segments, LogReader reader) {
        this.files = files;
        this.segments = segments;
        this.reader = reader;
    }

    /** Whether a file holds what was cut off a torn tail. */
    static boolean isAside(String name) {
        return name.contains(TORN);
    }

    /** {@return damage seen; to be asked for behind {@link #open}} */
    List<Damage> damages() {
        return List.copyOf(damages);
    }

    /**
     * Opens all files, or makes the first.
     *
     * @return the position behind the last record
     */
    LogPosition open() throws IOException {
        for (String name : files.names()) {
            if (Rewriting.isUnfinished(name)) {
                files.delete(name);
            }
        }
        List<Integer> numbers = files.names().stream().filter(name -> name.matches("\\d{8}\\.log"))
                .map(name -> Integer.parseInt(name.substring(0, 8))).toList();
        for (int number : numbers) {
            open(number, number == numbers.getLast());
        }
        if (segments.isEmpty()) {
            int number = damages.isEmpty() ? 1 : numbers.getLast() + 1;
            segments.create(number, 1, LogPosition.START.hash());
        }
        return asNoted(findEnd(segments.last()));
    }

    private void open(int number, boolean last) throws IOException {
        if (segments.open(number)) {
            return;
        }
        if (last && files.size(Segment.fileName(number)) <= Segment.HEADER) {
            files.delete(Segment.fileName(number)); // The process ended while making it: nothing was ever in it.
        } else {
            damages.add(new Damage(segments.name(number), 0, 0, "the header is damaged"));
        }
    }

    /** Where nothing was appended to the last file yet, the last record ends where everybody noted that it does. */
    private LogPosition asNoted(LogPosition end) {
        Segment before = segments.before(end.segment());
        if (end.offset() != Segment.HEADER || before == null) {
            return end;
        }
        LogPosition last = reader.last(before);
        return last.sequence() == end.sequence() ? last : end;
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
        byte[] hash = lastOffset < 0 ? segment.before() : reader.read(segment, lastOffset).hash();
        return new LogPosition(sequence, segment.number(), offset, hash);
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
}
