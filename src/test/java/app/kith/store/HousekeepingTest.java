package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in which rows that stay and rows that change are written together holds little more than what is in it. */
class HousekeepingTest {
    private static final char[] PASSWORD = "0123456789abcdef".repeat(4).toCharArray();
    private static final int COMMITS = 24;
    private static final int STAYING = 500;
    private static final int CHANGING = 9_000;

    @TempDir
    private Path home;

    @Test
    void theFileGrowsWithItsContentAndNotWithWhatIsWritten() throws Exception {
        Random random = new Random(7);
        try (Database database = new Database(home, PASSWORD)) {
            Connection writer = database.writer();
            writer.setAutoCommit(false);
            try (var make = writer.createStatement()) {
                make.execute("CREATE TABLE staying (id INT PRIMARY KEY, content VARBINARY)");
                make.execute("CREATE TABLE changing (id INT PRIMARY KEY, content VARBINARY)");
            }
            Housekeeping housekeeping = new Housekeeping(writer, database::written, 0);
            for (int i = 0; i < COMMITS; i++) {
                put(writer, "MERGE INTO staying VALUES (?, ?)", i * STAYING, STAYING, 1000, random);
                put(writer, "MERGE INTO changing VALUES (?, ?)", 0, CHANGING, 300, random);
                writer.commit();
                housekeeping.look();
            }
            long size = Files.size(home.resolve(Database.FILE));
            assertThat(database.written()).as("so much was written").isGreaterThan(200L << 20);
            assertThat(size).as("so large is the file").isLessThan(120L << 20);
        }
        try (Database database = new Database(home, PASSWORD)) {
            assertThat(count(database.writer(), "staying", 1000)).isEqualTo(COMMITS * STAYING);
            assertThat(count(database.writer(), "changing", 300)).isEqualTo(CHANGING);
        }
    }

    private static void put(Connection writer, String sql, int first, int count, int length, Random random)
            throws SQLException {
        try (PreparedStatement put = writer.prepareStatement(sql)) {
            byte[] content = new byte[length];
            for (int id = first; id < first + count; id++) {
                random.nextBytes(content);
                put.setInt(1, id);
                put.setBytes(2, content.clone());
                put.executeUpdate();
            }
        }
    }

    private static int count(Connection writer, String table, int length) throws SQLException {
        try (PreparedStatement count = writer
                .prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE OCTET_LENGTH(content) = " + length);
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
