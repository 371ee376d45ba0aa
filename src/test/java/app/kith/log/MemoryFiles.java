package app.kith.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can lose power: what was not forced is lost, kept, or torn, as the dice fall. A file whose directory was
 * not forced may be missing altogether.
 */
final class MemoryFiles implements LogFiles {
    private final Map<String, Stored> files = new TreeMap<>();
    private final List<String> aside = new ArrayList<>();
    private int writesUntilFailure = Integer.MAX_VALUE;

    /** After so many more writes the disk is full: half of the write is done, then it fails. */
    void failAfter(int writes) {
        writesUntilFailure = writes;
    }

    List<String> aside() {
        return aside;
    }

    /** The disk as it is found after a power cut. */
    MemoryFiles afterPowerCut(Random random) {
        MemoryFiles found = new MemoryFiles();
        files.forEach((name, stored) -> {
            Stored old = stored.instead;
            if (old != null && random.nextBoolean()) {
                found.files.put(name, old.afterPowerCut(random));
                found.files.put(name + ".new", stored.afterPowerCut(random));
            } else if (old != null || stored.listed || random.nextBoolean()) {
                found.files.put(name, stored.afterPowerCut(random));
            }
        });
        return found;
    }

    /** The disk as it is found after the process was killed: everything written is there. */
    MemoryFiles afterKill() {
        MemoryFiles found = new MemoryFiles();
        files.forEach(
                (name, stored) -> found.files.put(name, new Stored(stored.now.clone(), stored.now.clone(), true)));
        return found;
    }

    byte[] content(String name) {
        return stored(name).now;
    }

    void replace(String name, byte[] content) {
        files.put(name, new Stored(content.clone(), content.clone(), true));
    }

    private Stored stored(String name) {
        Stored stored = files.get(name);
        if (stored == null) {
            throw new AssertionError("no file " + name);
        }
        return stored;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public LogFile open(String name, boolean create) throws IOException {
        if (create) {
            if (files.containsKey(name)) {
                throw new IOException("exists: " + name);
            }
            files.put(name, new Stored(new byte[0], new byte[0], false));
        }
        return new Handle(stored(name));
    }

    @Override
    public long size(String name) {
        return stored(name).now.length;
    }

    @Override
    public void delete(String name) throws IOException {
        if (files.remove(name) == null) {
            throw new IOException("not there: " + name);
        }
    }

    @Override
    public void replace(String name, String by) throws IOException {
        Stored old = stored(name);
        Stored comes = stored(by);
        if (old.open > 0 || comes.open > 0) {
            throw new IOException("open, as Windows would say: " + name);
        }
        countWrite();
        files.remove(by);
        comes.listed = false;
        comes.instead = old;
        files.put(name, comes);
    }

    private void countWrite() throws IOException {
        if (--writesUntilFailure < 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void keepAside(String name, ByteBuffer bytes) {
        aside.add(name);
    }

    @Override
    public void forceDirectory() {
        files.values().forEach(stored -> {
            stored.listed = true;
            stored.instead = null;
        });
    }

    private static final class Stored {
        private byte[] now;
        private byte[] forced;
        private boolean listed;
        private int open;
        /** Whose place it took, while that may still be there after a power cut. */
        private @Nullable Stored instead;

        Stored(byte[] now, byte[] forced, boolean listed) {
            this.now = now;
            this.forced = forced;
            this.listed = listed;
        }

        Stored afterPowerCut(Random random) {
            byte[] found = forced.clone();
            switch (random.nextInt(4)) {
                case 0 -> {
                } // nothing unforced survives
                case 1 -> found = now.clone(); // all of it does
                case 2 -> { // its beginning does
                    int kept = forced.length + random.nextInt(Math.max(1, now.length - forced.length + 1));
                    found = java.util.Arrays.copyOf(now, Math.min(kept, now.length));
                }
                default -> { // its pages do or do not; the others hold zeros
                    found = now.clone();
                    for (int page = 0; page * 512 < found.length; page++) {
                        int from = Math.max(page * 512, forced.length);
                        int to = Math.min(found.length, (page + 1) * 512);
                        if (from < to && random.nextBoolean()) {
                            java.util.Arrays.fill(found, from, to, (byte) 0);
                        }
                    }
                }
            }
            return new Stored(found, found.clone(), true);
        }
    }

    private final class Handle implements LogFile {
        private final Stored stored;

        Handle(Stored stored) {
            this.stored = stored;
            stored.open++;
        }

        @Override
        public long size() {
            return stored.now.length;
        }

        @Override
        public int read(ByteBuffer into, long offset) {
            int n = (int) Math.max(0, Math.min(into.remaining(), stored.now.length - offset));
            into.put(stored.now, (int) offset, n);
            return n;
        }

        @Override
        public void write(ByteBuffer bytes, long offset) throws IOException {
            boolean full = --writesUntilFailure < 0;
            int n = full ? bytes.remaining() / 2 : bytes.remaining();
            byte[] grown = java.util.Arrays.copyOf(stored.now, (int) Math.max(stored.now.length, offset + n));
            bytes.get(grown, (int) offset, n);
            stored.now = grown;
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() {
            stored.forced = stored.now.clone();
        }

        @Override
        public void truncate(long size) {
            stored.now = java.util.Arrays.copyOf(stored.now, (int) size);
        }

        @Override
        public void close() {
            stored.open--;
        }
    }
}
