package app.kith.match;

import java.util.Arrays;

/** Counts by 64-bit hash, in two plain arrays: a million values take a few dozen megabytes. */
final class Counter {
    private long[] keys = new long[1 << 10];
    private float[] counts = new float[1 << 10];
    private int size;

    void add(long hash, float count) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(hash);
        if (keys[slot] == 0) {
            keys[slot] = hash == 0 ? 1 : hash;
            size++;
        }
        counts[slot] += count;
    }

    float count(long hash) {
        return counts[slot(hash)];
    }

    void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(counts, 0);
        size = 0;
    }

    private int slot(long hash) {
        long key = hash == 0 ? 1 : hash;
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        float[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new float[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
