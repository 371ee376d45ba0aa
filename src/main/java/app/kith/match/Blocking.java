package app.kith.match;

import java.util.List;

/**
 * Finds the pairs that are worth comparing. Records that share a rare key are paired at once. A common key pairs nobody by
 * itself, and is not dropped either: records that share two common keys of different kinds are paired where both together are
 * rare, else three. What is common even then is paired with its nearest neighbours in the order of all its keys.
 */
final class Blocking {
    private static final int RECORD_BITS = 24;
    private static final long KEY_MASK = (1L << 40) - 1;
    private static final int MOST_COMMON = 12;
    private static final int NEIGHBOURS = 4;
    private static final int LARGEST_BLOCK = 100;
    /** So many combinations are held at once; more are made in several goes, each for a part of the keys. */
    private static final int PART = 12_000_000;
    private static final long SMALL = 40_000;

    private final List<Profile> profiles;
    private final Keys keys;
    private final int boundary;
    private final boolean wordPairs;
    private final LongList pairs = new LongList();
    private LongList common = new LongList();
    private int parts = 1;
    private int part;
    private long[] signatures = new long[0];

    Blocking(List<Profile> profiles, Keys keys, int boundary, boolean wordPairs) {
        this.profiles = profiles;
        this.keys = keys;
        this.boundary = boundary;
        this.wordPairs = wordPairs;
    }

    /** {@return pairs of record numbers, the smaller in the high half, sorted, each once} */
    long[] pairs() {
        LongList entries = new LongList();
        signatures = new long[profiles.size()];
        for (int i = 0; i < profiles.size(); i++) {
            for (long key : keys.of(profiles.get(i))) {
                entries.add(entry(key, i));
                signatures[i] = signatures[i] * 31 + key;
            }
        }
        long n = profiles.size();
        LongList twice = new LongList();
        emit(entries, Math.max(9 * n, SMALL), twice);
        entries.clear();
        common = byRecord(twice);
        twice.clear();
        LongList thrice = new LongList();
        parts = 1 + combinations(common) / PART;
        for (part = 0; part < parts; part++) {
            emit(combined(common), Math.max(7 * n, SMALL) / parts, thrice);
        }
        LongList rest = new LongList();
        LongList still = byRecord(thrice);
        thrice.clear();
        parts = 1 + still.size() * MOST_COMMON / PART;
        for (part = 0; part < parts; part++) {
            emit(combinedAgain(still), Math.max(3 * n, SMALL / 2) / parts, rest);
        }
        neighbours(rest);
        pairs.sortOnce();
        return pairs.toArray();
    }

    private static long entry(long key, int record) {
        return (key & KEY_MASK) << RECORD_BITS | record;
    }

    private static int record(long entry) {
        return (int) entry & (1 << RECORD_BITS) - 1;
    }

    /** Pairs the records of blocks that are small enough for the budget; entries of the others go to {@code larger}. */
    private void emit(LongList entries, long budget, LongList larger) {
        entries.sortOnce();
        int largest = largestBlock(entries, budget);
        int start = 0;
        while (start < entries.size()) {
            int end = end(entries, start);
            if (end - start <= largest) {
                pairUp(entries, start, end);
            } else {
                for (int i = start; i < end; i++) {
                    larger.add(entries.get(i));
                }
            }
            start = end;
        }
    }

    private static int end(LongList entries, int start) {
        long key = entries.get(start) >>> RECORD_BITS;
        int end = start + 1;
        while (end < entries.size() && entries.get(end) >>> RECORD_BITS == key) {
            end++;
        }
        return end;
    }

    private static int largestBlock(LongList entries, long budget) {
        long[] blocks = new long[LARGEST_BLOCK + 1];
        int start = 0;
        while (start < entries.size()) {
            int end = end(entries, start);
            if (end - start <= LARGEST_BLOCK) {
                blocks[end - start]++;
            }
            start = end;
        }
        long spent = 0;
        int size = 1;
        while (size < LARGEST_BLOCK) {
            long cost = blocks[size + 1] * (size + 1) * size / 2;
            if (spent + cost > budget) {
                break;
            }
            spent += cost;
            size++;
        }
        return size;
    }

    private void pairUp(LongList entries, int start, int end) {
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                pair(record(entries.get(i)), record(entries.get(j)));
            }
        }
    }

    private void pair(int a, int b) {
        boolean linked = boundary == 0 || a < boundary != b < boundary;
        if (a != b && linked) {
            pairs.add((long) Math.min(a, b) << 32 | Math.max(a, b));
        }
    }

    /** {@return how many combinations of two common keys there are, at most} */
    private static int combinations(LongList byRecord) {
        long sum = 0;
        int start = 0;
        while (start < byRecord.size()) {
            int end = endOfRecord(byRecord, start);
            long keys = Math.min(end - start, 2 * MOST_COMMON);
            sum += keys * (keys - 1) / 2;
            start = end;
        }
        return (int) Math.min(Integer.MAX_VALUE, sum);
    }

    /** {@return the same entries with the record in front, sorted} */
    private static LongList byRecord(LongList entries) {
        LongList turned = new LongList();
        for (int i = 0; i < entries.size(); i++) {
            long entry = entries.get(i);
            turned.add((long) record(entry) << 40 | entry >>> RECORD_BITS);
        }
        turned.sortOnce();
        return turned;
    }

    /** Entries for each two common keys of different kinds that a record has. */
    private LongList combined(LongList byRecord) {
        LongList out = new LongList();
        int start = 0;
        while (start < byRecord.size()) {
            int end = endOfRecord(byRecord, start);
            int most = Math.min(end, start + 2 * MOST_COMMON);
            for (int i = start; i < most; i++) {
                for (int j = i + 1; j < most; j++) {
                    combine(byRecord.get(i), byRecord.get(j), out);
                }
            }
            start = end;
        }
        return out;
    }

    private void combine(long one, long other, LongList out) {
        int kind = Keys.kind(one);
        if (kind != Keys.kind(other) || wordPairs && kind == Keys.NAME) {
            long key = Keys.both(one & KEY_MASK, other & KEY_MASK);
            if (parts == 1 || (key >>> 4 & KEY_MASK >>> 4) % parts == part) {
                out.add(entry(key, (int) (one >>> 40)));
            }
        }
    }

    private static int endOfRecord(LongList byRecord, int start) {
        long record = byRecord.get(start) >>> 40;
        int end = start + 1;
        while (end < byRecord.size() && byRecord.get(end) >>> 40 == record) {
            end++;
        }
        return end;
    }

    /** Entries for a combination that is still common, with a further common key of the record. */
    private LongList combinedAgain(LongList combinations) {
        LongList out = new LongList();
        int start = 0;
        int from = 0;
        while (start < combinations.size()) {
            int end = endOfRecord(combinations, start);
            long record = combinations.get(start) >>> 40;
            while (from < common.size() && common.get(from) >>> 40 < record) {
                from++;
            }
            for (int i = start; i < Math.min(end, start + MOST_COMMON); i++) {
                for (int j = from; j < common.size() && common.get(j) >>> 40 == record; j++) {
                    combine(combinations.get(i), common.get(j), out);
                }
            }
            start = end;
        }
        return out;
    }

    private void neighbours(LongList entries) {
        int start = 0;
        while (start < entries.size()) {
            int end = end(entries, start);
            Integer[] block = new Integer[end - start];
            for (int i = start; i < end; i++) {
                block[i - start] = record(entries.get(i));
            }
            java.util.Arrays.sort(block, (a, b) -> {
                int order = Long.compare(signatures[a], signatures[b]);
                return order != 0 ? order : profiles.get(a).id().compareTo(profiles.get(b).id());
            });
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < Math.min(block.length, i + NEIGHBOURS); j++) {
                    pair(block[i], block[j]);
                }
            }
            start = end;
        }
    }
}
