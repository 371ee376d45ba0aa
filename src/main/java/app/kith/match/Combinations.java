package app.kith.match;

/**
 * Combinations of common keys of a record: each two of different kinds, or each combination that is still common with a further
 * key.
 */
final class Combinations {
    private static final int MOST_COMMON = 12;

    private final Buckets firsts;
    private final Buckets common;
    private final boolean wordPairs;

    /**
     * Combines keys.
     *
     * @param firsts keys or combinations by record, sorted
     * @param common keys by record, sorted; the same for combinations of two of them
     * @param wordPairs whether two keys of a name's words make a combination as well
     */
    Combinations(Buckets firsts, Buckets common, boolean wordPairs) {
        this.firsts = firsts;
        this.common = common;
        this.wordPairs = wordPairs;
    }

    private boolean isOfTwo() {
        return firsts.equals(common);
    }

    /** {@return how many combinations there are at most} */
    long count() {
        long[] count = new long[1];
        each((list, from, to, others, start, end) -> {
            long most = (long) to - from;
            count[0] += isOfTwo() ? most * (most - 1) / 2 : most * (end - start);
        });
        return count[0];
    }

    /**
     * Makes a part of them, so that equal combinations are in one part.
     *
     * @param part number of the part, from 0
     * @param parts how many parts there are
     * @return an entry for each
     */
    LongList of(int part, int parts) {
        LongList out = new LongList();
        each((list, from, to, others, start, end) -> {
            for (int i = from; i < to; i++) {
                long one = list.get(i);
                if (parts == 1 || ((one & Blocks.KEY_MASK) >>> 4) % parts == part) {
                    int last = isOfTwo() ? to : end;
                    for (int j = isOfTwo() ? i + 1 : start; j < last; j++) {
                        combine(one, others.get(j), out);
                    }
                }
            }
        });
        return out;
    }

    /** What is combined of one record: the first ones in a list, and the others in a list. */
    private interface OfRecord {
        void combine(LongList list, int from, int to, LongList others, int start, int end);
    }

    private void each(OfRecord work) {
        int most = isOfTwo() ? 2 * MOST_COMMON : MOST_COMMON;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            LongList list = firsts.list(bucket);
            LongList others = common.list(bucket);
            int from = 0;
            int start = 0;
            while (from < list.size()) {
                int next = Blocks.endOfRecord(list, from);
                long record = list.get(from) >>> 40;
                while (others.get(start) >>> 40 < record) {
                    start++;
                }
                int end = Blocks.endOfRecord(others, start);
                work.combine(list, from, Math.min(next, from + most), others, start, end);
                from = next;
            }
        }
    }

    private void combine(long one, long other, LongList out) {
        int kind = Keys.kind(one);
        if (kind != Keys.kind(other) || wordPairs && kind == Keys.NAME) {
            out.add(Blocks.entry(Keys.both(one & Blocks.KEY_MASK, other & Blocks.KEY_MASK), (int) (one >>> 40)));
        }
    }
}
