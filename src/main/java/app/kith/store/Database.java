package app.kith.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The H2 file: one connection for the writer, a pool for readers.
 *
 * <p>It is encrypted (by {@link EncryptedChannel}; H2's own cipher is slow), writes no trace file and no temporary file (that would be
 * mail in clear), may load no classes, and is closed by us in order and not by a hook of its own.
 */
final class Database implements AutoCloseable {
    static final String FILE = "kith.mv.db";
    private static final String USER = "KITH";
    private static final int READERS = 8;
    /** KB of pages in memory. H2's own choice, a sixteenth of the heap, reads and decrypts the same index pages again and again. */
    private static final int CACHE = 64 << 10;

    private final EncryptedPath files;
    private final JdbcConnectionPool pool;
    private final Connection writer;

    Database(Path home, char[] password) throws SQLException {
        System.setProperty("h2.allowedClasses", "");
        char[] kept = password.clone();
        this.files = EncryptedPath.register(() -> new XtsCipher(kept));
        JdbcDataSource source = new JdbcDataSource();
        // Results too large for the memory that H2 grants them would go to a file in the clear.
        source.setURL("jdbc:h2:" + files.getScheme() + ":"
                + home.resolve("kith").toAbsolutePath().toString().replace(";", "\\;")
                + ";WRITE_DELAY=0;MAX_MEMORY_ROWS=" + Integer.MAX_VALUE
                // What is to be made smaller is made smaller after commits: see Housekeeping.
                + ";MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE="
                + CACHE);
        source.setUser(USER);
        try {
            this.writer = source.getConnection();
        } catch (SQLException | RuntimeException e) {
            FilePath.unregister(files);
            throw e;
        }
        this.pool = JdbcConnectionPool.create(source);
        this.pool.setMaxConnections(READERS);
    }

    Connection writer() {
        return writer;
    }

    /** {@return what keeps the file small; used by the writer} */
    Housekeeping housekeeping() throws SQLException {
        return new Housekeeping(writer, files::written);
    }

    /** {@return how many bytes have been written to the file} */
    long written() {
        return files.written();
    }

    Jdbi readers() {
        Jdbi readers = Jdbi.create(pool);
        PlainSql plain = new PlainSql();
        readers.getConfig(SqlStatements.class).setSqlParser(plain).setTemplateEngine(plain);
        return readers;
    }

    @Override
    public void close() throws SQLException {
        try {
            pool.dispose();
        } finally {
            try {
                writer.close();
            } finally {
                FilePath.unregister(files);
            }
        }
    }
}
