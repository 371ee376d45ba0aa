package app.kith.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much is done at once.
 *
 * @param batchBytes bytes after which a batch is filed
 * @param batchMessages messages after which a batch is filed
 */
record Limits(int batchBytes, int batchMessages) {
    static final Limits USUAL = new Limits(12 << 20, 1200);
    /** The first batches of a folder are small, so that something is on the screen at once; each is twice the one before. */
    private static final int FIRST_MESSAGES = 50;

    /**
     * Tells whether a batch is to be filed. Large ones are cheaper: each ends in a transaction that writes the same pages again.
     *
     * @param messages messages in it
     * @param bytes their bytes
     * @param before batches of the folder before it
     */
    boolean isFull(int messages, long bytes, int before) {
        long most = Math.min((long) FIRST_MESSAGES << Math.min(before, 16), batchMessages);
        return messages >= most || bytes >= batchBytes;
    }

    /** Cuts the wanted UIDs, newest first, into the sets of single commands. */
    List<long[]> sets(Map<Long, Long> wanted) {
        List<long[]> sets = new ArrayList<>();
        List<Long> set = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Long, Long> next : wanted.entrySet()) {
            set.add(next.getKey());
            bytes += next.getValue();
            if (isFull(set.size(), bytes, sets.size())) {
                sets.add(set.stream().mapToLong(Long::longValue).toArray());
                set.clear();
                bytes = 0;
            }
        }
        if (!set.isEmpty()) {
            sets.add(set.stream().mapToLong(Long::longValue).toArray());
        }
        return sets;
    }
}
