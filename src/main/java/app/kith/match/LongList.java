package app.kith.match;

import java.util.Arrays;

/** A growing array of long values. */
final class LongList {
    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    /** Sorts the values and drops those that are there twice. */
    void sortOnce() {
        Arrays.parallelSort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    void clear() {
        values = new long[1 << 12];
        size = 0;
    }
}
