package app.kith.match;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Many positive or negative long values in lists by their highest bits. Each list can be sorted, read and let go by itself, several
 * at a time, so that the values need no room for a second copy and less of it the more of them were used. Adding is safe from
 * several threads at once; the lists themselves are then read by one thread each.
 */
final class Buckets {
    static final int COUNT = 64;
    private static final int COUNT_BITS = 6;
    /** A list that is full is first looked through for values that are there twice. */
    private static final int WORTH_A_LOOK = 1 << 18;

    private final LongList[] lists = new LongList[COUNT];
    private final int shift;
    private final boolean once;

    /**
     * Makes empty lists.
     *
     * @param bits how many of the lowest bits of the values are in use at most, 64 for all
     * @param once whether values that are there twice may be dropped as soon as room is short
     */
    Buckets(int bits, boolean once) {
        shift = Math.max(0, bits - COUNT_BITS);
        this.once = once;
        for (int i = 0; i < COUNT; i++) {
            lists[i] = new LongList();
        }
    }

    /** {@return how many bits numbers below a bound take} */
    static int bits(int bound) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, bound - 1));
    }

    /** Takes over all values of a list. */
    synchronized void addAll(LongList values) {
        int start = 0;
        int count = values.size();
        while (start < count) {
            int bucket = bucket(values.get(start));
            int end = start + 1;
            while (end < count && bucket(values.get(end)) == bucket) {
                end++;
            }
            LongList list = lists[bucket];
            boolean full = list.size() + end - start > list.room();
            if (once && full && list.size() > WORTH_A_LOOK) {
                list.sortOnce();
            }
            list.addAll(values, start, end);
            start = end;
        }
    }

    private int bucket(long value) {
        return (int) (value >>> shift);
    }

    LongList list(int bucket) {
        return lists[bucket];
    }

    /** Does something with each list, several at a time. */
    static void each(IntConsumer work) {
        IntStream.range(0, COUNT).parallel().forEach(work);
    }

    /** Sorts all lists and drops values that are there twice. */
    void sortOnce() {
        each(i -> lists[i].sortOnce());
    }

    long size() {
        long sum = 0;
        for (LongList list : lists) {
            sum += list.size();
        }
        return sum;
    }

    /** {@return all values, sorted, each once; the lists are empty afterwards} */
    PairList drain() {
        sortOnce();
        PairList all = new PairList();
        for (LongList list : lists) {
            for (int i = 0; i < list.size(); i++) {
                all.add(list.get(i));
            }
            list.clear();
        }
        return all;
    }
}
