package app.kith.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/**
 * A file whose blocks are encrypted one by one. Its size is a whole number of blocks; one that a stop left torn at the end is not seen.
 * Reading is safe for any thread; who writes must not write the same block at once, which H2 does not.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // Readers need not wait for one another.
final class EncryptedChannel extends FileBaseDefault {
    private static final int BLOCK = XtsCipher.BLOCK;

    private final FileChannel file;
    private final Supplier<XtsCipher> making;
    private final LongAdder written;
    private final Deque<Bench> idle = new ConcurrentLinkedDeque<>();

    /**
     * Opens a channel.
     *
     * @param file the encrypted file
     * @param making makes its cipher
     * @param written counts the bytes that are written
     */
    EncryptedChannel(FileChannel file, Supplier<XtsCipher> making, LongAdder written) {
        this.file = file;
        this.making = making;
        this.written = written;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int wanted = (int) Math.min(target.remaining(), size() - position);
        if (wanted <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        long first = position / BLOCK;
        int length = Math.toIntExact((blocksUntil(position + wanted) - first) * BLOCK);
        Bench bench = take();
        byte[] blocks = bench.room(length);
        read(bench, blocks, 0, length, first);
        target.put(blocks, (int) (position - first * BLOCK), wanted);
        idle.push(bench);
        return wanted;
    }

    private static long blocksUntil(long end) {
        return (end + BLOCK - 1) / BLOCK;
    }

    private void read(Bench bench, byte[] blocks, int from, int length, long first) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(blocks, from, length);
        while (into.hasRemaining()) {
            if (file.read(into, first * BLOCK + into.position() - from) < 0) {
                throw new EOFException();
            }
        }
        bench.cipher.decrypt(blocks, from, length, first);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        long first = position / BLOCK;
        long end = blocksUntil(position + length);
        int whole = Math.toIntExact((end - first) * BLOCK);
        Bench bench = take();
        byte[] blocks = bench.room(whole);
        if (position % BLOCK != 0) {
            keep(bench, blocks, 0, first);
        }
        if ((position + length) % BLOCK != 0) {
            keep(bench, blocks, whole - BLOCK, end - 1);
        }
        source.get(blocks, (int) (position - first * BLOCK), length);
        bench.cipher.encrypt(blocks, 0, whole, first);
        written.add(whole);
        ByteBuffer from = ByteBuffer.wrap(blocks, 0, whole);
        while (from.hasRemaining()) {
            file.write(from, first * BLOCK + from.position());
        }
        idle.push(bench);
        return length;
    }

    /** Takes over what stands in a block of which only a part is written; nothing, as zeros, where there is none yet. */
    private void keep(Bench bench, byte[] blocks, int at, long block) throws IOException {
        if ((block + 1) * BLOCK <= size()) {
            read(bench, blocks, at, BLOCK, block);
        } else {
            Arrays.fill(blocks, at, at + BLOCK, (byte) 0);
        }
    }

    private Bench take() {
        Bench bench = idle.poll();
        return bench == null ? new Bench(making.get()) : bench;
    }

    @Override
    public long size() throws IOException {
        return file.size() / BLOCK * BLOCK;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(blocksUntil(size) * BLOCK);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    /** What one reader or writer works with: a cipher, and room for its blocks. */
    private static final class Bench {
        private static final int KEPT = 256 << 10;

        private final XtsCipher cipher;
        private byte[] room = new byte[4 * BLOCK];

        Bench(XtsCipher cipher) {
            this.cipher = cipher;
        }

        /** Room for some bytes, with whatever was in it before. */
        byte[] room(int length) {
            if (length > room.length) {
                byte[] larger = new byte[length];
                if (length > KEPT) {
                    return larger;
                }
                room = larger;
            }
            return room;
        }
    }
}
