package app.kith.log;

import app.kith.log.LogFiles.LogFile;
import app.kith.log.Segment.Look;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the records of a rewritten segment stand in its file, by the offsets that they had. Made once, from the heads of all frames;
 * 16 bytes a record.
 */
final class Places {
    private final LogFile file;
    private long[] offsets = new long[64];
    private long[] at = new long[64];
    private int count;
    private long end = Segment.HEADER;

    private Places(LogFile file) {
        this.file = file;
    }

    /** Reads the heads of a file. What is broken in it is passed over: its offset leads nowhere. */
    static Places of(LogFile file) throws IOException {
        Places places = new Places(file);
        long next = Segment.HEADER;
        long size = file.size();
        while (next >= 0 && next < size) {
            ByteBuffer head = places.head(next);
            if (head == null) {
                next = Segment.findFrame(file, next + 1, Rewriting.MAGIC, place -> places.head(place) != null);
                continue;
            }
            places.add(head.getLong(16), next);
            places.end = head.getLong(16) + head.getInt(24);
            next += Rewriting.FRAME + head.getInt(4);
        }
        return places;
    }

    private void add(long offset, long place) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            at = Arrays.copyOf(at, count * 2);
        }
        offsets[count] = offset;
        at[count++] = place;
    }

    /** The head of a frame; null where none stands, or one that is not whole. */
    private @org.jspecify.annotations.Nullable ByteBuffer head(long place) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Rewriting.FRAME);
        boolean whole = file.read(head, place) == Rewriting.FRAME && head.getInt(0) == Rewriting.MAGIC
                && head.getInt(32) == Segment.crc(head.array(), 0, 32);
        int body = whole ? head.getInt(4) : -1;
        boolean fits = body >= 0 && body <= Segment.MAX_BODY && place + Rewriting.FRAME + body <= file.size()
                && head.getLong(16) >= end && head.getInt(24) > 0;
        return fits ? head : null;
    }

    /** The offset behind the last record. */
    long end() {
        return end;
    }

    /** What stands at an offset. */
    Look look(long offset) throws IOException {
        if (offset == end) {
            return Look.END;
        }
        int found = Arrays.binarySearch(offsets, 0, count, offset);
        ByteBuffer head = ByteBuffer.allocate(Rewriting.FRAME);
        if (found < 0 || file.read(head, at[found]) < Rewriting.FRAME) {
            return Look.NO_FRAME;
        }
        return new Look(Look.State.FRAME, head.getLong(8), head.getInt(4), head.getInt(28),
                at[found] + Rewriting.FRAME, offset + head.getInt(24));
    }

    /** The first offset at or behind one at which a record stands, or -1. */
    long next(long from) {
        int found = Arrays.binarySearch(offsets, 0, count, from);
        int next = found < 0 ? -found - 1 : found;
        return next < count ? offsets[next] : -1;
    }
}
