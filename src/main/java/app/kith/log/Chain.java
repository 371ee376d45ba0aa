package app.kith.log;

import app.kith.change.LogPosition;
import java.security.MessageDigest;
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
