package app.kith.log;

import app.kith.log.LogFiles.LogFile;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * One file of a log: a header, then frames. All numbers are big-endian.
 *
 * <pre>
 * header  8 "KITHLOG\n"  2 version  1 kind of log  1 zero  4 number of the segment  8 first sequence  16 salt
 *         32 chain hash before the first record  4 CRC-32C of all that
 * frame   4 "KFRM"  4 length of the body  8 sequence  4 CRC-32C of the body  4 CRC-32C of these 20 bytes  body
 * </pre>
 *
 * The body is sealed by {@link Seal}; the checksums tell a torn or flipped frame without the key.
 *
 * <p>A file that was rewritten, to make it smaller or to erase something, has version 2 and the frames of {@link Rewriting}. An offset
 * is a name: every record is found by the offset that it had when it was appended, whatever has been rewritten since.
 */
final class Segment implements Closeable {
    static final int HEADER = 76;
    static final int FRAME = 24;
    static final int MAX_BODY = 1 << 30;
    private static final long MAGIC = 0x4B4954484C4F470AL;
    private static final int FRAME_MAGIC = 0x4B46524D;
    private static final short VERSION = 1;
    private static final short REWRITTEN = 2;

    private final LogFile file;
    private final String name;
    private final int number;
    private final long firstSequence;
    private final byte[] before;
    private final Seal readSeal;
    private final Seal writeSeal;
    private final boolean rewritten;
    private @Nullable Places places;

    private Segment(LogFile file, boolean rewritten, String name, int number, long firstSequence, byte[] salt,
            byte[] before, SecretKey key) {
        this.file = file;
        this.rewritten = rewritten;
        this.name = name;
        this.number = number;
        this.firstSequence = firstSequence;
        this.before = before;
        this.readSeal = new Seal(key, salt);
        this.writeSeal = new Seal(key, salt);
    }

    static String fileName(int number) {
        return String.format("%08d.log", number);
    }

    /** Makes a new segment and forces it and its directory. */
    static Segment create(LogFiles files, LogKind kind, int number, long firstSequence, byte[] before, SecretKey key)
            throws IOException {
        byte[] salt = salt();
        LogFile file = files.open(fileName(number), true);
        file.write(header(VERSION, kind, number, firstSequence, salt, before), 0);
        file.force();
        files.forceDirectory();
        return new Segment(file, false, kind.directory() + "/" + fileName(number), number, firstSequence, salt, before,
                key);
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static ByteBuffer header(short version, LogKind kind, int number, long firstSequence, byte[] salt,
            byte[] before) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putLong(MAGIC).putShort(version).put(kind.code()).put((byte) 0).putInt(number).putLong(firstSequence)
                .put(salt)
                .put(before);
        return header.putInt(crc(header.array(), 0, header.position())).flip();
    }

    /** Begins the file that is to take this one's place. */
    Rewriting rewriting(LogFiles files, LogKind kind, SecretKey key) throws IOException {
        byte[] salt = salt();
        return new Rewriting(files, fileName(number), header(REWRITTEN, kind, number, firstSequence, salt, before),
                new Seal(key, salt));
    }

    /**
     * Opens a segment that is there.
     *
     * @return the segment; null if its header is not whole, which for the last segment means that it was never finished
     */
    static @Nullable Segment open(LogFiles files, LogKind kind, int number, SecretKey key) throws IOException {
        LogFile file = files.open(fileName(number), false);
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        int read = file.read(header, 0);
        header.flip();
        boolean whole = read == HEADER && header.getInt(HEADER - 4) == crc(header.array(), 0, HEADER - 4)
                && header.getLong() == MAGIC && header.getShort() <= REWRITTEN && header.get() == kind.code();
        if (!whole) {
            file.close();
            boolean newer = read == HEADER && header.getInt(HEADER - 4) == crc(header.array(), 0, HEADER - 4)
                    && header.getLong(0) == MAGIC && header.getShort(8) > REWRITTEN;
            if (newer) {
                throw new KithException(Problem.STORE_TOO_NEW, "log " + header.getShort(8), "log " + REWRITTEN);
            }
            return null;
        }
        header.position(12);
        int ownNumber = header.getInt();
        long first = header.getLong();
        byte[] salt = new byte[16];
        byte[] before = new byte[32];
        header.get(salt).get(before);
        return new Segment(file, header.getShort(8) == REWRITTEN, kind.directory() + "/" + fileName(number), ownNumber,
                first, salt, before, key);
    }

    /** Whether its file took the place of the one that was appended to. Nothing is appended to it any more. */
    boolean isRewritten() {
        return rewritten;
    }

    /** The offset behind the last record. */
    long end() throws IOException {
        return rewritten ? places().end() : file.size();
    }

    private synchronized Places places() throws IOException {
        if (places == null) {
            places = Places.of(file);
        }
        return places;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    long firstSequence() {
        return firstSequence;
    }

    /** The chain hash up to the last record of the segment before. */
    byte[] before() {
        return before;
    }

    LogFile file() {
        return file;
    }

    /** Lays a frame out in memory. */
    ByteBuffer frame(long sequence, byte[] plain, int length) {
        int body = Seal.sealedLength(length);
        ByteBuffer out = ByteBuffer.allocate(FRAME + body);
        out.position(FRAME);
        writeSeal.seal(sequence, plain, length, out);
        out.putInt(0, FRAME_MAGIC).putInt(4, body).putLong(8, sequence).putInt(16, crc(out.array(), FRAME, body));
        out.putInt(20, crc(out.array(), 0, 20));
        return out.flip();
    }

    /** What stands at an offset. */
    Look look(long offset) throws IOException {
        return rewritten ? places().look(offset) : look(file, offset);
    }

    private static Look look(LogFile file, long offset) throws IOException {
        long size = file.size();
        if (offset == size) {
            return Look.END;
        }
        ByteBuffer head = ByteBuffer.allocate(FRAME);
        if (file.read(head, offset) < FRAME) {
            return Look.CUT;
        }
        if (head.getInt(0) != FRAME_MAGIC || head.getInt(20) != crc(head.array(), 0, 20)) {
            return Look.NO_FRAME;
        }
        int body = head.getInt(4);
        if (body < 0 || body > MAX_BODY || offset + FRAME + body > size) {
            return Look.CUT;
        }
        return new Look(Look.State.FRAME, head.getLong(8), body, head.getInt(16), offset + FRAME,
                offset + FRAME + body);
    }

    /** Reads a frame's body; null if its checksum is wrong. */
    byte @Nullable [] body(Look look) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(look.length());
        if (file.read(body, look.at()) < look.length() || crc(body.array(), 0, look.length()) != look.crc()) {
            return null;
        }
        return body.array();
    }

    /** Opens a frame's body. */
    Packed open(long offset, Look look, byte[] body) throws GeneralSecurityException {
        byte[] plain;
        synchronized (readSeal) {
            plain = readSeal.open(look.sequence(), body);
        }
        return rewritten ? Rewriting.unwrap(offset, look, plain) : new Packed(plain, null);
    }

    /** The offset of the next whole frame behind an offset, or -1. Only used where something is broken. */
    long findFrame(long from, long sequenceAbove) throws IOException {
        if (rewritten) {
            return places().next(from);
        }
        return findFrame(file, from, FRAME_MAGIC, at -> {
            Look look = look(at);
            return look.state() == Look.State.FRAME && look.sequence() > sequenceAbove && body(look) != null;
        });
    }

    /** The next place in a file where a frame seems to begin and does, or -1. */
    static long findFrame(LogFile file, long from, int magic, Check check) throws IOException {
        long size = file.size();
        int step = 1 << 20;
        for (long base = from; base < size; base += step) {
            ByteBuffer window = ByteBuffer.allocate((int) Math.min(step + 3, size - base));
            int n = file.read(window, base);
            for (int i = 0; i + 4 <= n; i++) {
                if (window.getInt(i) == magic && check.isFrame(base + i)) {
                    return base + i;
                }
            }
        }
        return -1;
    }

    /** Looks closer at a place. */
    interface Check {
        boolean isFrame(long offset) throws IOException;
    }

    static int crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * A record, still packed.
     *
     * @param plain as {@link Packing} has it
     * @param noted the chain hash up to and with what was appended, where something else stands in its place now; else null
     */
    record Packed(byte[] plain, byte @Nullable [] noted) {}

    /**
     * What was found at an offset: a frame, the end, a frame that is not whole, or something else.
     *
     * @param at where in the file its body begins
     * @param end the offset behind it
     */
    record Look(State state, long sequence, int length, int crc, long at, long end) {
        static final Look END = new Look(State.END, 0, 0, 0, 0, 0);
        static final Look CUT = new Look(State.CUT, 0, 0, 0, 0, 0);
        static final Look NO_FRAME = new Look(State.NO_FRAME, 0, 0, 0, 0, 0);

        enum State {
            FRAME,
            END,
            CUT,
            NO_FRAME
        }
    }
}
