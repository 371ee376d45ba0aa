package app.kith.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much is done at once, and what is left out.
 *
 * @param largest bytes above which a message is left on the server
 * @param batchBytes bytes after which a batch is filed
 * @param batchMessages messages after which a batch is filed
 */
record Limits(long largest, int batchBytes, int batchMessages) {
    static final Limits USUAL = new Limits(60L << 20, 4 << 20, 400);
    /** The first batch of a folder is small, so that something is on the screen at once. */
    private static final int FIRST_MESSAGES = 50;

    boolean isFull(int messages, long bytes, boolean first) {
        return messages >= (first ? Math.min(FIRST_MESSAGES, batchMessages) : batchMessages) || bytes >= batchBytes;
    }

    /** Cuts the wanted UIDs, newest first, into the sets of single commands. */
    List<long[]> sets(Map<Long, Long> wanted) {
        List<long[]> sets = new ArrayList<>();
        List<Long> set = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Long, Long> next : wanted.entrySet()) {
            set.add(next.getKey());
            bytes += next.getValue();
            if (isFull(set.size(), bytes, sets.isEmpty())) {
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
