package app.kith.change;

import java.util.Arrays;

/**
 * A place between two records of a log: just behind a record.
 *
 * @param sequence number of the record before it; 0 at the very beginning
 * @param segment number of the segment file that holds it, from 1; 0 at the very beginning
 * @param offset byte offset in that file, just behind the record; 0 at the very beginning
 * @param hash chain hash up to and with that record, 32 bytes
 */
public record LogPosition(long sequence, int segment, long offset, byte[] hash) {
    /** Before the first record. */
    public static final LogPosition START = new LogPosition(0, 0, 0, new byte[32]);

    @Override
    public boolean equals(Object other) {
        return other instanceof LogPosition that && sequence == that.sequence && segment == that.segment
                && offset == that.offset
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence) * 31 + Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "record " + sequence + " (segment " + segment + ", ends at byte " + offset + ")";
    }
}
