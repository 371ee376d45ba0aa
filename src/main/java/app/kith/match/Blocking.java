package app.kith.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs that are worth comparing. Records that share a rare key are paired at once, and those that share a whole name as
 * far as there is time, for nothing else would find them. Any other common key pairs nobody by
 * itself, and is not dropped either: records that share two common keys of different kinds are paired where both together are
 * rare, else three. What is common even then is paired with its nearest neighbours in the order of all its keys.
 */
final class Blocking {
    private static final int CHUNK = 4096;
    private static final int NEIGHBOURS = 3;
    /** So many pairs of neighbours a record are worth looking at in a long list; in a short one there is time for more. */
    private static final int NEAR = 2;
    /** So many pairs a record are worth looking at that share a whole name and perhaps nothing else. */
    private static final long WHOLE = 8;
    /** So many combinations are held at once; more are made in several goes, each for a part of the keys. */
    private static final int PART = 4_000_000;
    private static final int AT_ONCE = 1 << 16;
    private static final long SMALL = 40_000;

    private final List<Profile> profiles;
    private final Schema schema;
    private final Frequencies frequencies;
    private final int boundary;
    private final Buckets pairs;
    private final long[] signatures;

    Blocking(List<Profile> profiles, Schema schema, Frequencies frequencies, int boundary) {
        this.profiles = profiles;
        this.schema = schema;
        this.frequencies = frequencies;
        this.boundary = boundary;
        pairs = new Buckets(32 + Buckets.bits(profiles.size()), true);
        signatures = new long[profiles.size()];
    }

    /** {@return the pairs} */
    PairList pairs() {
        long n = profiles.size();
        Buckets common = pairRare(entries(), Math.max(9 * n, SMALL));
        common.sortOnce();
        Combinations two = new Combinations(common, common, !schema.isOfPeople());
        Buckets still = perRecord();
        pairRare(two, Math.max(8 * n, SMALL), still);
        still.sortOnce();
        Combinations three = new Combinations(still, common, !schema.isOfPeople());
        // Two records that share many common keys share the more combinations of them, and are but one pair.
        long often = three.count() / Math.max(1, common.size());
        pairNear(three, Math.max(3 * n, SMALL / 2), Math.max(NEAR * n * often, 30 * SMALL));
        return pairs.drain();
    }

    private Buckets perRecord() {
        return new Buckets(40 + Buckets.bits(profiles.size()), false);
    }

    private Buckets entries() {
        Buckets entries = new Buckets(Long.SIZE, false);
        int n = profiles.size();
        IntStream.range(0, (n + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            Keys keys = new Keys(schema, frequencies);
            LongList some = new LongList();
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                for (long key : keys.of(profiles.get(i))) {
                    some.add(Blocks.entry(key, i));
                    signatures[i] = signatures[i] * 31 + key;
                }
            }
            entries.addAll(some);
        });
        return entries;
    }

    /** Pairs the records of blocks that are small enough for the budget; {@return the entries of the others by record} */
    private Buckets pairRare(Buckets entries, long budget) {
        entries.sortOnce();
        long[] sizes = new long[Blocks.LARGEST + 1];
        long[] ofWhole = new long[Blocks.LARGEST + 1];
        for (int i = 0; i < Buckets.COUNT; i++) {
            Blocks.addSizes(entries.list(i), sizes, ofWhole);
        }
        int largestWhole = Blocks.largest(ofWhole, WHOLE * profiles.size());
        for (int size = 0; size < sizes.length; size++) {
            sizes[size] += ofWhole[size];
        }
        int largest = Blocks.largest(sizes, budget);
        Buckets common = perRecord();
        Buckets.each(i -> {
            LongList list = entries.list(i);
            pairUp(list, largest, Math.max(largest, largestWhole), common);
            list.clear();
        });
        return common;
    }

    /** Does the same for combinations of common keys, several parts of them at a time. */
    private void pairRare(Combinations combinations, long budget, Buckets larger) {
        int parts = 1 + (int) (combinations.count() / PART);
        IntStream.range(0, parts).parallel().forEach(part -> {
            LongList made = combinations.of(part, parts);
            made.sortOnce();
            int largest = Blocks.largest(Blocks.sizes(made), budget / parts);
            pairUp(made, largest, largest, larger);
        });
    }

    private void pairUp(LongList entries, int largest, int largestWhole, Buckets larger) {
        LongList found = new LongList();
        LongList left = new LongList();
        int start = 0;
        while (start < entries.size()) {
            int end = Blocks.end(entries, start);
            if (end - start <= (Blocks.isWhole(entries.get(start)) ? largestWhole : largest)) {
                pairUp(entries, start, end, found);
            } else {
                for (int i = start; i < end; i++) {
                    left.add(Blocks.byRecord(entries.get(i)));
                }
            }
            flush(found, pairs, AT_ONCE);
            flush(left, larger, AT_ONCE);
            start = end;
        }
        flush(found, pairs, 0);
        flush(left, larger, 0);
    }

    /** Of blocks that are too large, each record is paired with its neighbours only, in the smaller blocks first. */
    private void pairNear(Combinations combinations, long budget, long nearBudget) {
        int parts = 1 + (int) (combinations.count() / PART);
        int[] records = bySignature();
        int[] ranks = new int[records.length];
        for (int rank = 0; rank < records.length; rank++) {
            ranks[records[rank]] = rank;
        }
        IntStream.range(0, parts).parallel().forEach(part -> {
            LongList made = combinations.of(part, parts);
            made.sortOnce();
            int largest = Blocks.largest(Blocks.sizes(made), budget / parts);
            int near = Blocks.largestNear(made, NEIGHBOURS, nearBudget / parts);
            LongList found = new LongList();
            int start = 0;
            while (start < made.size()) {
                int end = Blocks.end(made, start);
                if (end - start <= largest) {
                    pairUp(made, start, end, found);
                } else if (end - start <= near) {
                    pairNeighbours(made, start, end, records, ranks, found);
                }
                flush(found, pairs, AT_ONCE);
                start = end;
            }
            flush(found, pairs, 0);
        });
    }

    private void pairNeighbours(LongList entries, int start, int end, int[] records, int[] ranks, LongList found) {
        int[] block = new int[end - start];
        for (int i = start; i < end; i++) {
            block[i - start] = ranks[Blocks.record(entries.get(i))];
        }
        Arrays.sort(block);
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < Math.min(block.length, i + 1 + NEIGHBOURS); j++) {
                pair(records[block[i]], records[block[j]], found);
            }
        }
    }

    private static void flush(LongList from, Buckets to, int least) {
        if (from.size() > least) {
            to.addAll(from);
            from.empty();
        }
    }

    private void pairUp(LongList entries, int start, int end, LongList found) {
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                pair(Blocks.record(entries.get(i)), Blocks.record(entries.get(j)), found);
            }
        }
    }

    private void pair(int a, int b, LongList found) {
        boolean linked = boundary == 0 || a < boundary != b < boundary;
        if (a != b && linked) {
            found.add((long) Math.min(a, b) << 32 | Math.max(a, b));
        }
    }

    /** {@return the numbers of the records in the order of all their keys, which is no order of how they came} */
    private int[] bySignature() {
        Integer[] records = new Integer[profiles.size()];
        Arrays.setAll(records, i -> i);
        Arrays.parallelSort(records, (a, b) -> {
            int order = Long.compare(signatures[a], signatures[b]);
            return order != 0 ? order : profiles.get(a).id().compareTo(profiles.get(b).id());
        });
        return Arrays.stream(records).mapToInt(Integer::intValue).toArray();
    }
}
