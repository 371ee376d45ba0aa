package app.kith.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
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
    private final Deque<XtsCipher> idle = new ConcurrentLinkedDeque<>();

    EncryptedChannel(FileChannel file, Supplier<XtsCipher> making) {
        this.file = file;
        this.making = making;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int wanted = (int) Math.min(target.remaining(), size() - position);
        if (wanted <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        long first = position / BLOCK;
        byte[] blocks = blocks(first, blocksUntil(position + wanted) - first);
        target.put(blocks, (int) (position - first * BLOCK), wanted);
        return wanted;
    }

    private static long blocksUntil(long end) {
        return (end + BLOCK - 1) / BLOCK;
    }

    private byte[] blocks(long first, long count) throws IOException {
        byte[] blocks = new byte[Math.toIntExact(count * BLOCK)];
        ByteBuffer into = ByteBuffer.wrap(blocks);
        while (into.hasRemaining()) {
            if (file.read(into, first * BLOCK + into.position()) < 0) {
                throw new EOFException();
            }
        }
        XtsCipher cipher = take();
        cipher.decrypt(blocks, blocks.length, first);
        idle.push(cipher);
        return blocks;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        long first = position / BLOCK;
        long end = blocksUntil(position + length);
        byte[] blocks = new byte[Math.toIntExact((end - first) * BLOCK)];
        if (position % BLOCK != 0) {
            keep(blocks, first, first);
        }
        if ((position + length) % BLOCK != 0) {
            keep(blocks, first, end - 1);
        }
        source.get(blocks, (int) (position - first * BLOCK), length);
        XtsCipher cipher = take();
        cipher.encrypt(blocks, blocks.length, first);
        idle.push(cipher);
        ByteBuffer from = ByteBuffer.wrap(blocks);
        while (from.hasRemaining()) {
            file.write(from, first * BLOCK + from.position());
        }
        return length;
    }

    /** Takes over what stands in a block of which only a part is written. */
    private void keep(byte[] blocks, long first, long block) throws IOException {
        if ((block + 1) * BLOCK <= size()) {
            System.arraycopy(blocks(block, 1), 0, blocks, Math.toIntExact((block - first) * BLOCK), BLOCK);
        }
    }

    private XtsCipher take() {
        XtsCipher cipher = idle.poll();
        return cipher == null ? making.get() : cipher;
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
}
