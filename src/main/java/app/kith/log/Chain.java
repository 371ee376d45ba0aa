package app.kith.log;

import app.kith.change.LogPosition;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the chain from record to record. */
final class Chain {
    private final List<Damage> found;
    private RecordLog.@Nullable Entry last;
    private boolean gap;

    Chain(List<Damage> found) {
        this.found = found;
    }

    /**
     * The chain hash up to and with a record: SHA-256 over the hash before, the record's number and what it holds.
     *
     * @param before the chain hash of the record before
     * @param sequence the record's number
     * @param plain the record as {@link Packing} has it
     * @return 32 bytes
     */
    static byte[] hash(byte[] before, long sequence, byte[] plain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(8).putLong(0, sequence));
            digest.update(plain, 32, plain.length - 32);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void broken() {
        gap = true;
    }

    void check(RecordLog.Entry record, String file) {
        long expected = last == null ? 1 : last.behind().sequence() + 1;
        byte[] hash = last == null ? LogPosition.START.hash() : last.hash();
        if (!gap && record.behind().sequence() != expected) {
            found.add(new Damage(file, record.offset(), expected, "a record is missing"));
        } else if (!gap && !MessageDigest.isEqual(record.before(), hash)) {
            found.add(new Damage(file, record.offset(), record.behind().sequence(),
                    "the record does not follow from the one before it"));
        }
        gap = false;
        last = record;
    }
}
