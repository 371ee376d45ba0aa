package app.kith.log;

import app.kith.log.LogFiles.LogFile;
import app.kith.log.Rewritten.Outcome;
import app.kith.log.Segment.Look;
import app.kith.log.Segment.Packed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A segment's file being written anew, beside the old one, whose place it takes when it is whole and forced. Its frames are
 *
 * <pre>
 * frame   4 "KFRP"  4 length of the body  8 sequence  8 offset that the record had  4 bytes that it took there
 *         4 CRC-32C of the body  4 CRC-32C of these 32 bytes  body
 * body    sealed: 1 kind  8 offset  4 bytes taken  32 chain hash of what was appended, if kind is 1  the record
 * </pre>
 *
 * A record that was changed can no longer be hashed to what the next one notes of it: its first hash stands with it, and the seal, which
 * only the holder of the key can make, vouches for it.
 */
final class Rewriting implements Closeable {
    static final int MAGIC = 0x4B465250;
    static final int FRAME = 36;
    private static final String ENDING = ".new";
    private static final int HEAD = 13;
    private static final int HASH = 32;
    private static final byte AS_IT_WAS = 0;
    private static final byte CHANGED = 1;

    private final LogFiles files;
    private final String name;
    private final LogFile file;
    private final Seal seal;
    private long size = Segment.HEADER;

    Rewriting(LogFiles files, String name, ByteBuffer header, Seal seal) throws IOException {
        this.files = files;
        this.name = name;
        this.seal = seal;
        if (files.names().contains(name + ENDING)) {
            files.delete(name + ENDING);
        }
        this.file = files.open(name + ENDING, true);
        file.write(header, 0);
    }

    /** Whether a file is one that was never finished. */
    static boolean isUnfinished(String name) {
        return name.endsWith(ENDING);
    }

    /**
     * Adds a record.
     *
     * @param offset the offset that it had
     * @param end the offset behind it
     * @param sequence its number
     * @param record what it holds now
     */
    void add(long offset, long end, long sequence, Packed record) throws IOException {
        byte[] noted = record.noted();
        ByteBuffer plain = ByteBuffer
                .allocate(HEAD + (noted == null ? 0 : HASH) + record.plain().length);
        int taken = Math.toIntExact(end - offset);
        plain.put(noted == null ? AS_IT_WAS : CHANGED).putLong(offset).putInt(taken);
        if (noted != null) {
            plain.put(noted);
        }
        plain.put(record.plain());
        int body = Seal.sealedLength(plain.limit());
        ByteBuffer out = ByteBuffer.allocate(FRAME + body);
        out.position(FRAME);
        seal.seal(sequence, plain.array(), plain.limit(), out);
        out.putInt(0, MAGIC).putInt(4, body).putLong(8, sequence).putLong(16, offset).putInt(24, taken)
                .putInt(28, Segment.crc(out.array(), FRAME, body));
        out.putInt(32, Segment.crc(out.array(), 0, 32));
        file.write(out.flip(), size);
        size += out.limit();
    }

    /** Copies all records; the copy is wanted where it is done. */
    Outcome copy(Segment old, RecordLog.Edit edit, BooleanSupplier cancelled) throws IOException {
        boolean changed = false;
        long offset = Segment.HEADER;
        for (Look look = old.look(offset); look.state() != Look.State.END; look = old.look(offset)) {
            if (cancelled.getAsBoolean()) {
                return Outcome.STOPPED;
            }
            byte[] body = look.state() == Look.State.FRAME ? old.body(look) : null;
            Packed record = body == null ? null : opened(old, offset, look, body);
            if (record == null) {
                return Outcome.DAMAGED;
            }
            RecordLog.Content instead = edit.instead(Packing.stream(record.plain()));
            if (instead != null) {
                record = changed(look.sequence(), record, instead);
                changed = true;
            }
            add(offset, look.end(), look.sequence(), record);
            offset = look.end();
        }
        return changed ? Outcome.DONE : Outcome.SAME;
    }

    private static @Nullable Packed opened(Segment old, long offset, Look look, byte[] body) {
        try {
            return old.open(offset, look, body);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static Packed changed(long sequence, Packed record, RecordLog.Content content) throws IOException {
        byte[] before = Packing.before(record.plain());
        byte[] noted = record.noted() == null ? Chain.hash(before, sequence, record.plain()) : record.noted();
        try (Packing packing = new Packing()) {
            content.to(packing);
            return new Packed(packing.done(before), noted);
        }
    }

    /** Takes a sealed body apart that has been opened. */
    static Packed unwrap(long offset, Look look, byte[] plain) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(plain);
        byte kind = plain.length < HEAD ? -1 : in.get();
        if (kind < AS_IT_WAS || kind > CHANGED || in.getLong() != offset || in.getInt() != look.end() - offset) {
            throw new GeneralSecurityException("the record belongs elsewhere");
        }
        byte @Nullable [] noted = null;
        if (kind == CHANGED) {
            noted = Arrays.copyOfRange(plain, HEAD, HEAD + HASH);
        }
        return new Packed(Arrays.copyOfRange(plain, HEAD + (noted == null ? 0 : HASH), plain.length), noted);
    }

    /** {@return how many bytes it has so far} */
    long size() {
        return size;
    }

    /** Forces what was written. */
    void force() throws IOException {
        file.force();
    }

    /** Puts the file into the place of the old one, for good. Both must be closed. */
    void moveIn() throws IOException {
        files.replace(name, name + ENDING);
        files.forceDirectory();
    }

    /** Takes the file away where it is not wanted. It must be closed. */
    void discard() throws IOException {
        files.delete(name + ENDING);
    }

    /** Takes the file away where it could not take the other's place, or it is told at the next open that it is not wanted. */
    void discardIfThere() {
        try {
            discard();
        } catch (IOException _) {
            // Every open takes away what was not finished.
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
