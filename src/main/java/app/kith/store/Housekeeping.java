package app.kith.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Keeps the H2 file from growing with what is written rather than with what is in it. Each commit writes the pages that it changed
 * anew, together in one part of the file; the place of an older part is free again only when nothing in it is used any more, and a
 * part seldom dies whole: rows that came one behind the other stay where they are, while the indexes beside them are written again
 * and again. H2 moves what is left of such parts on a thread that it does not have where each commit is written at once, as here;
 * so the writer does it after its commits. Used under the store's write lock.
 */
final class Housekeeping {
    /** Bytes written between two looks. */
    private static final long STEP = 32L << 20;
    /** Bytes of a file that is left as it is. */
    private static final long SMALL = 32L << 20;
    /** So much of what is written has to be in use, in percent; with more the same pages would be moved too often. */
    private static final int IN_USE = 60;
    /** Bytes that are moved at once, about. */
    private static final int MOVED = 16 << 20;
    /**
     * Milliseconds after which an unused part may be written over, where H2 waits for 45 seconds: at the rate of a first pull most of
     * the file would be such parts (after 20,000 messages 131 MB with ten seconds, 71 with two; 13 are in use). They are of use after a
     * power cut only, and what that tears is built again from the logs.
     */
    private static final int KEPT = 2_000;

    private final MVStore store;
    private final FileStore<?> file;
    private final LongSupplier written;
    private long looked;

    /**
     * Begins to look after a file.
     *
     * @param writer a connection to it
     * @param written tells how many bytes were written so far
     */
    Housekeeping(Connection writer, LongSupplier written) throws SQLException {
        this(writer, written, KEPT);
    }

    Housekeeping(Connection writer, LongSupplier written, int kept) throws SQLException {
        SessionLocal session = (SessionLocal) writer.unwrap(JdbcConnection.class).getSession();
        this.store = session.getDatabase().getStore().getMvStore();
        this.file = store.getFileStore();
        this.written = written;
        store.setRetentionTime(kept);
    }

    /** Looks after the file where enough has been written since the last time. Called between transactions. */
    void look() {
        long now = written.getAsLong();
        if (now - looked >= STEP && file.size() >= SMALL) {
            looked = now;
            store.compact(IN_USE, MOVED);
        }
    }
}
