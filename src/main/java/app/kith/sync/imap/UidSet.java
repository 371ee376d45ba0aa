package app.kith.sync.imap;

import java.util.Arrays;

/** UIDs as IMAP writes them: {@code 3:7,9,12:14} (RFC 3501, sequence-set). */
final class UidSet {
    private UidSet() {}

    /** Writes UIDs. The array may be in any order; it is not changed. */
    static String of(long[] uids) {
        long[] sorted = uids.clone();
        Arrays.sort(sorted);
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < sorted.length) {
            int j = i;
            while (j + 1 < sorted.length && sorted[j + 1] == sorted[j] + 1) {
                j++;
            }
            out.append(out.isEmpty() ? "" : ",").append(sorted[i]);
            if (j > i) {
                out.append(':').append(sorted[j]);
            }
            i = j + 1;
        }
        return out.toString();
    }

    /**
     * Reads a set, as VANISHED answers give it.
     *
     * @param text the set; {@code *} is not expected
     * @param most at most so many UIDs are believed; a server that names more is faulty
     * @return the UIDs
     * @throws IllegalArgumentException if it cannot be read
     */
    static long[] parse(String text, int most) {
        long[] uids = new long[16];
        int n = 0;
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            long first = Long.parseLong(colon < 0 ? part : part.substring(0, colon));
            long last = colon < 0 ? first : Long.parseLong(part.substring(colon + 1));
            long low = Math.min(first, last);
            long high = Math.max(first, last);
            if (low < 1 || high > 0xFFFF_FFFFL || high - low >= most - n) {
                throw new IllegalArgumentException("not a set of UIDs: " + text);
            }
            while (n + high - low + 1 > uids.length) {
                uids = Arrays.copyOf(uids, uids.length * 2);
            }
            for (long uid = low; uid <= high; uid++) {
                uids[n++] = uid;
            }
        }
        return Arrays.copyOf(uids, n);
    }
}
