package app.kith.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The H2 file: one connection for the writer, a pool for readers.
 *
 * <p>It is encrypted, writes no trace file (that would be mail in clear), may load no classes, and is closed by us in order and
 * not by a hook of its own.
 */
final class Database implements AutoCloseable {
    static final String FILE = "kith.mv.db";
    private static final String USER = "KITH";
    private static final int READERS = 8;
    /** KB of pages in memory. H2's own choice, a sixteenth of the heap, reads and decrypts the same index pages again and again. */
    private static final int CACHE = 64 << 10;

    private final JdbcConnectionPool pool;
    private final Connection writer;

    Database(Path home, char[] filePassword) throws SQLException {
        System.setProperty("h2.allowedClasses", "");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + home.resolve("kith").toAbsolutePath().toString().replace(";", "\\;")
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE="
                + CACHE);
        source.setUser(USER);
        source.setPasswordChars(passwords(filePassword));
        this.writer = source.getConnection();
        source.setPasswordChars(passwords(filePassword));
        this.pool = JdbcConnectionPool.create(source);
        this.pool.setMaxConnections(READERS);
    }

    /** H2 wants the file's password and the user's in one, a blank between them. The file's alone protects. */
    private static char[] passwords(char[] file) {
        char[] both = Arrays.copyOf(file, file.length + 2);
        both[file.length] = ' ';
        both[file.length + 1] = 'x';
        return both;
    }

    Connection writer() {
        return writer;
    }

    Jdbi readers() {
        return Jdbi.create(pool);
    }

    @Override
    public void close() throws SQLException {
        try {
            pool.dispose();
        } finally {
            writer.close();
        }
    }

}
