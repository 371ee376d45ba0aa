package app.kith.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the blocks that were opened last, as many as fit. Any thread. */
final class BlockCache {
    private static final int PARTS = 16;

    private final Part[] parts = new Part[PARTS];

    /**
     * Makes a cache.
     *
     * @param bytes how many bytes of blocks it keeps at most
     */
    BlockCache(long bytes) {
        int each = (int) Math.max(4, bytes / Blocks.SIZE / PARTS);
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part(each);
        }
    }

    /** Opens a block that is not kept. */
    interface Opener {
        byte[] open(long number) throws IOException;
    }

    private record Key(long file, long number) {}

    /**
     * A block of a file.
     *
     * @param file number of the file, of this run of the program
     * @param number number of the block
     * @param opener opens it where it is not kept
     */
    byte[] block(long file, long number, Opener opener) throws IOException {
        Key key = new Key(file, number);
        Part part = parts[(int) ((file * 31 + number) & PARTS - 1)];
        byte[] kept = part.get(key);
        if (kept != null) {
            return kept;
        }
        byte[] opened = opener.open(number);
        part.put(key, opened);
        return opened;
    }

    /** One part, with its own lock, so that threads seldom meet. */
    private static final class Part {
        private final Map<Key, byte[]> blocks;

        Part(int most) {
            blocks = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized byte @org.jspecify.annotations.Nullable [] get(Key key) {
            return blocks.get(key);
        }

        synchronized void put(Key key, byte[] block) {
            blocks.put(key, block);
        }
    }
}
