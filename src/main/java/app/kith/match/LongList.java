package app.kith.match;

import java.util.Arrays;

/** A growing array of long values. */
final class LongList {
    private static final int LARGE = 1 << 20;
    private static final int FEWEST = 64;
    private long[] values = new long[0];
    private int size;

    void add(long value) {
        if (size == values.length) {
            grow(size + 1);
        }
        values[size++] = value;
    }

    /** Adds a part of another list. */
    void addAll(LongList others, int from, int to) {
        int count = to - from;
        if (size + count > values.length) {
            grow(size + count);
        }
        System.arraycopy(others.values, from, values, size, count);
        size += count;
    }

    private void grow(int least) {
        int more = size >> (size > LARGE ? 2 : 1);
        values = Arrays.copyOf(values, Math.max(Math.max(least, FEWEST), size + more));
    }

    int size() {
        return size;
    }

    /** {@return how many values there is room for without taking more} */
    int room() {
        return values.length;
    }

    long get(int index) {
        return values[index];
    }

    /** Sorts the values, in place, and drops those that are there twice. */
    void sortOnce() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    /** Lets the values go, but keeps the room for others. */
    void empty() {
        size = 0;
    }

    /** Lets the values and their room go. */
    void clear() {
        values = new long[0];
        size = 0;
    }
}
