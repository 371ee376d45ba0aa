package app.kith.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** Reads a sealed file, or a slice of it. Clones and slices share the file; one of them is used by one thread at a time. */
final class SealedInput extends IndexInput implements RandomAccessInput {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NONE = {};

    private final Source source;
    private final boolean owner;
    private final long start;
    private final long length;
    /** The block at hand, and which plain bytes of the file it holds. */
    private byte[] block = NONE;
    private long blockStart;
    private long at;

    private SealedInput(String what, Source source, boolean owner, long start, long length) {
        super(what);
        this.source = source;
        this.owner = owner;
        this.start = start;
        this.length = length;
        this.at = start;
    }

    static SealedInput open(Path file, SecretKey key, BlockCache cache) throws IOException {
        Source source = new Source(file, key, cache);
        return new SealedInput("sealed(" + file.getFileName() + ")", source, true, 0, source.length);
    }

    /** Brings the block of a place to hand. {@return the place within the block} */
    private int toHand(long place) throws IOException {
        long within = place - blockStart;
        if (within >= 0 && within < block.length) {
            return (int) within;
        }
        if (place < start || place >= start + length) {
            throw new EOFException("read past the end of " + this);
        }
        long number = place / Blocks.SIZE;
        block = source.block(number);
        blockStart = number * Blocks.SIZE;
        return (int) (place - blockStart);
    }

    @Override
    public byte readByte() throws IOException {
        if (at >= start + length) {
            throw new EOFException("read past the end of " + this);
        }
        byte read = block(at);
        at++;
        return read;
    }

    private byte block(long place) throws IOException {
        int within = toHand(place);
        return block[within];
    }

    @Override
    public void readBytes(byte[] into, int offset, int count) throws IOException {
        if (at + count > start + length) {
            throw new EOFException("read past the end of " + this);
        }
        int to = offset;
        int left = count;
        while (left > 0) {
            int within = toHand(at);
            int part = Math.min(left, block.length - within);
            System.arraycopy(block, within, into, to, part);
            at += part;
            to += part;
            left -= part;
        }
    }

    @Override
    public short readShort() throws IOException {
        short read = readShort(at - start);
        at += Short.BYTES;
        return read;
    }

    @Override
    public int readInt() throws IOException {
        int read = readInt(at - start);
        at += Integer.BYTES;
        return read;
    }

    @Override
    public long readLong() throws IOException {
        long read = readLong(at - start);
        at += Long.BYTES;
        return read;
    }

    /** Postings are read in this way: as many as possible out of the block at hand. */
    @Override
    public void readInts(int[] into, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int within = toHand(at);
            int whole = (int) Math.min(count - done,
                    Math.min(block.length - within, start + length - at) / Integer.BYTES);
            if (whole == 0) {
                into[offset + done++] = readInt();
                continue;
            }
            for (int i = 0; i < whole; i++) {
                into[offset + done + i] = (int) INT.get(block, within + i * Integer.BYTES);
            }
            done += whole;
            at += (long) whole * Integer.BYTES;
        }
    }

    @Override
    public byte readByte(long position) throws IOException {
        return block(start + position);
    }

    @Override
    public short readShort(long position) throws IOException {
        int within = toHand(start + position);
        return within + Short.BYTES <= block.length && position + Short.BYTES <= length
                ? (short) SHORT.get(block, within)
                : (short) bytes(position, Short.BYTES);
    }

    @Override
    public int readInt(long position) throws IOException {
        int within = toHand(start + position);
        return within + Integer.BYTES <= block.length && position + Integer.BYTES <= length
                ? (int) INT.get(block, within)
                : (int) bytes(position, Integer.BYTES);
    }

    @Override
    public long readLong(long position) throws IOException {
        int within = toHand(start + position);
        return within + Long.BYTES <= block.length && position + Long.BYTES <= length
                ? (long) LONG.get(block, within)
                : bytes(position, Long.BYTES);
    }

    /** A number that lies across two blocks. */
    private long bytes(long position, int count) throws IOException {
        if (position + count > length) {
            throw new EOFException("read past the end of " + this);
        }
        long number = 0;
        for (int i = 0; i < count; i++) {
            number |= (block(start + position + i) & 0xffL) << 8 * i;
        }
        return number;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0 || position > length) {
            throw new EOFException("seek past the end of " + this);
        }
        at = start + position;
    }

    @Override
    public long getFilePointer() {
        return at - start;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public SealedInput slice(String what, long offset, long count) {
        if (offset < 0 || count < 0 || offset + count > length) {
            throw new IllegalArgumentException("slice out of bounds of " + this);
        }
        return new SealedInput(getFullSliceDescription(what), source, false, start + offset, count);
    }

    @Override
    public SealedInput clone() {
        SealedInput copy = new SealedInput(toString(), source, false, start, length);
        copy.at = at;
        copy.block = block;
        copy.blockStart = blockStart;
        return copy;
    }

    @Override
    public RandomAccessInput randomAccessSlice(long offset, long count) {
        return slice("random access", offset, count);
    }

    @Override
    public void prefetch(long offset, long count) {
        // Blocks are opened when they are wanted.
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            source.close();
        }
    }

    /** The file itself. It is read in a way that an interrupted thread does not close it. */
    private static final class Source {
        private static final AtomicLong FILES = new AtomicLong();

        private final RandomAccessFile file;
        private final Blocks blocks;
        private final BlockCache cache;
        private final long number = FILES.incrementAndGet();
        private final long sealedLength;
        private final long length;

        Source(Path path, SecretKey key, BlockCache cache) throws IOException {
            try {
                this.file = new RandomAccessFile(path.toFile(), "r");
            } catch (java.io.FileNotFoundException e) {
                NoSuchFileException missing = new NoSuchFileException(path.toString());
                missing.initCause(e);
                throw missing;
            }
            this.cache = cache;
            this.sealedLength = file.length();
            this.length = Blocks.plainLength(sealedLength);
            byte[] head = new byte[Blocks.HEAD];
            try {
                file.readFully(head);
            } catch (IOException e) {
                file.close();
                throw e;
            }
            this.blocks = new Blocks(key, head);
        }

        byte[] block(long wanted) throws IOException {
            return cache.block(number, wanted, this::read);
        }

        private synchronized byte[] read(long wanted) throws IOException {
            long from = Blocks.HEAD + wanted * (Blocks.SIZE + Blocks.TAG);
            byte[] sealed = new byte[(int) Math.min(Blocks.SIZE + Blocks.TAG, sealedLength - from)];
            file.seek(from);
            file.readFully(sealed);
            return blocks.open(wanted, sealed);
        }

        void close() throws IOException {
            file.close();
        }
    }
}
