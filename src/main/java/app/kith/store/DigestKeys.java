package app.kith.store;

import java.util.Arrays;
import org.jdbi.v3.core.Jdbi;

/**
 * The first 64 bits of the digest of every message, in memory: nearly every message of a first pull is new, and to learn that from
 * the index would read a page of it at random for each. A key that is here may still be another message's; one that is not here is
 * not in the store. Takes 11 to 32 bytes a message. Safe for any thread.
 */
final class DigestKeys {
    private static final int SMALLEST = 1 << 10;

    private final Jdbi readers;
    private long[] slots = new long[0];
    private int size;
    private boolean zero;

    DigestKeys(Jdbi readers) {
        this.readers = readers;
    }

    /** Tells whether a message with this key may be in the store. The first call reads all keys. */
    synchronized boolean mayHave(long key) {
        if (slots.length == 0) {
            load();
        }
        return key == 0 ? zero : slots[slot(key)] == key;
    }

    /** Notes a message that has come into the store. */
    synchronized void add(long key) {
        if (slots.length > 0) {
            put(key);
        }
    }

    private void load() {
        slots = new long[SMALLEST];
        readers.useHandle(handle -> handle.createQuery("SELECT digest_key FROM message").setFetchSize(10_000)
                .map((row, _) -> row.getLong(1)).forEach(this::put));
    }

    private void put(long key) {
        if (key == 0) {
            zero = true;
            return;
        }
        int slot = slot(key);
        if (slots[slot] == key) {
            return;
        }
        slots[slot] = key;
        if (++size > slots.length / 4 * 3) {
            long[] before = slots;
            slots = new long[before.length * 2];
            Arrays.stream(before).filter(old -> old != 0).forEach(old -> slots[slot(old)] = old);
        }
    }

    /** Where a key is, or the free slot where it would be. Keys are parts of digests, so they are spread as they are. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
