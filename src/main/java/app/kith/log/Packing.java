package app.kith.log;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record before it is sealed: chain hash of the record before (32), how it is packed (1), length unpacked (4), content.
 *
 * <p>What is written is packed at once, whole, while it is small; behind the first {@value #WHOLE} bytes it is packed as it comes, so
 * that a change set of a hundred thousand cards never lies in memory as text. Both are read alike, by older programs too.
 */
final class Packing extends OutputStream {
    private static final int HASH = 32;
    private static final int HEAD = HASH + 5;
    private static final byte STORED = 0;
    private static final byte ZSTD = 1;
    private static final int LEVEL = 1;
    private static final int WORTH_COMPRESSING = 512;
    private static final int WHOLE = 1 << 20;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private @Nullable ZstdOutputStream stream;
    private long length;

    /** Packs a content that is whole already. */
    static byte[] of(byte[] before, byte[] content) {
        byte[] small = content.length < WORTH_COMPRESSING ? content : Zstd.compress(content, LEVEL);
        boolean smaller = small.length < content.length;
        byte[] kept = smaller ? small : content;
        return ByteBuffer.allocate(HEAD + kept.length).put(before).put(smaller ? ZSTD : STORED).putInt(content.length)
                .put(kept).array();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int size) throws IOException {
        length += size;
        if (stream == null && length <= WHOLE) {
            begun.write(bytes, offset, size);
            return;
        }
        if (stream == null) {
            stream = new ZstdOutputStream(packed, LEVEL);
            begun.writeTo(stream);
            begun.reset();
        }
        stream.write(bytes, offset, size);
    }

    /**
     * Ends the record.
     *
     * @param before chain hash of the record before
     * @return the packed bytes
     * @throws IOException if it is longer than a record can be
     */
    byte[] done(byte[] before) throws IOException {
        if (stream == null) {
            return of(before, begun.toByteArray());
        }
        stream.close();
        if (length > Integer.MAX_VALUE || packed.size() > Segment.MAX_BODY / 2) {
            throw new IOException("a record of " + (length >> 20) + " MB is too long");
        }
        return ByteBuffer.allocate(HEAD + packed.size()).put(before).put(ZSTD).putInt((int) length)
                .put(packed.toByteArray()).array();
    }

    /** The chain hash that a record notes for the one before it. */
    static byte[] before(byte[] record) {
        return Arrays.copyOf(record, HASH);
    }

    /** {@return the content of a record, unpacked} */
    static byte[] content(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record, HASH, record.length - HASH);
        byte how = in.get();
        int length = in.getInt();
        byte[] content = new byte[in.remaining()];
        in.get(content);
        return how == ZSTD ? Zstd.decompress(content, length) : content;
    }

    /** {@return the content of a record, unpacked as it is read} */
    static InputStream stream(byte[] record) {
        InputStream in = new ByteArrayInputStream(record, HEAD, record.length - HEAD);
        try {
            return record[HASH] == ZSTD ? new ZstdInputStream(in) : in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
