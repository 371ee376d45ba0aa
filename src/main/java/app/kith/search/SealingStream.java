package app.kith.search;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.apache.lucene.store.IndexOutput;

/** Seals what is written, block by block. */
final class SealingStream extends OutputStream {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IndexOutput out;
    private final Blocks blocks;
    private final byte[] block = new byte[Blocks.SIZE];
    private int filled;
    private long number;

    SealingStream(IndexOutput out, SecretKey key) throws IOException {
        byte[] head = new byte[Blocks.HEAD];
        RANDOM.nextBytes(head);
        out.writeBytes(head, head.length);
        this.out = out;
        this.blocks = new Blocks(key, head);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, Blocks.SIZE - filled);
            System.arraycopy(bytes, from, block, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == Blocks.SIZE) {
                seal();
            }
        }
    }

    private void seal() throws IOException {
        byte[] sealed = blocks.seal(number++, block, filled);
        out.writeBytes(sealed, sealed.length);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (filled > 0) {
                seal();
            }
        }
    }
}
