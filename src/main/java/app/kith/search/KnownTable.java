package app.kith.search;

import java.util.function.LongConsumer;

/** Versions and statuses by number, for very many numbers: a hash table of plain numbers. */
final class KnownTable {
    private long[] keys = new long[1024];
    private long[] versions = new long[1024];
    private long[] statuses = new long[1024];
    private boolean[] seen = new boolean[1024];
    private int size;

    private int place(long key, int mask) {
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** Notes what is known of a number, which is larger than 0. */
    void put(long key, long version, long status) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int place = place(key, keys.length - 1);
        size += keys[place] == 0 ? 1 : 0;
        keys[place] = key;
        versions[place] = version;
        statuses[place] = status;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldVersions = versions;
        long[] oldStatuses = statuses;
        keys = new long[oldKeys.length * 2];
        versions = new long[keys.length];
        statuses = new long[keys.length];
        seen = new boolean[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldVersions[i], oldStatuses[i]);
            }
        }
    }

    /**
     * Looks for a number, and notes that it is there.
     *
     * @return its place; -1 where it is not known
     */
    int see(long key) {
        int place = place(key, keys.length - 1);
        if (keys[place] == 0) {
            return -1;
        }
        seen[place] = true;
        return place;
    }

    long version(int place) {
        return versions[place];
    }

    long status(int place) {
        return statuses[place];
    }

    /** Names each number that was not seen. */
    void unseen(LongConsumer each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && !seen[i]) {
                each.accept(keys[i]);
            }
        }
    }
}
