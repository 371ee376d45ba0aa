package app.kith.match;

import java.util.Arrays;

/** A growing array of long values. */
final class LongList {
    private static final int LARGE = 8_000_000;
    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> (size > LARGE ? 2 : 1)));
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
        if (size > LARGE) {
            // In place: a parallel sort needs the same room once more.
            Arrays.sort(values, 0, size);
        } else {
            Arrays.parallelSort(values, 0, size);
        }
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
