package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of any earlier form comes to the newest, and one that broke off on its way too. */
class MigrationsTest {
    private static final char[] PASSWORD = "0123456789abcdef".repeat(4).toCharArray();

    @TempDir
    private Path home;

    private static Set<String> schema(Statement statement) throws SQLException {
        Set<String> all = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT table_name, column_name, data_type, is_nullable, column_default, ordinal_position
                FROM INFORMATION_SCHEMA.COLUMNS WHERE table_schema = 'PUBLIC'""")) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= 6; i++) {
                    row.append(rows.getString(i)).append(' ');
                }
                all.add(row.toString());
            }
        }
        try (ResultSet rows = statement.executeQuery("""
                SELECT table_name, column_name, ordinal_position, is_unique FROM INFORMATION_SCHEMA.INDEX_COLUMNS
                WHERE table_schema = 'PUBLIC'""")) {
            while (rows.next()) {
                all.add("index " + rows.getString(1) + ' ' + rows.getString(2) + ' ' + rows.getString(3));
            }
        }
        return all;
    }

    @Test
    void everyEarlierFormComesToTheNewest() throws SQLException {
        try (Database database = new Database(home, PASSWORD);
                Statement statement = database.writer().createStatement()) {
            Migrations.run(database.writer());
            Set<String> newest = schema(statement);
            assertThat(newest).hasSizeGreaterThan(200);

            for (int number = 1; number <= Migrations.newest(); number++) {
                statement.execute("DELETE FROM schema_step");
                statement.execute("INSERT INTO schema_step VALUES (" + number + ", 'as it was called')");
                Migrations.run(database.writer());
                assertThat(schema(statement)).as("from step %d", number).isEqualTo(newest);
            }
        }
    }

    @Test
    void whatIsOlderThanTheBaseIsDroppedToBeBuiltFromTheLogs() throws SQLException {
        try (Database database = new Database(home, PASSWORD);
                Statement statement = database.writer().createStatement()) {
            statement.execute("CREATE TABLE schema_step (number INT PRIMARY KEY, name VARCHAR NOT NULL)");
            statement.execute("INSERT INTO schema_step VALUES (3, 'V003__sender_rule.sql')");
            statement.execute("CREATE TABLE state (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO state VALUES (1)");

            Migrations.run(database.writer());

            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM state WHERE ledger_sequence >= 0")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() throws SQLException {
        try (Database database = new Database(home, PASSWORD);
                Statement statement = database.writer().createStatement()) {
            Migrations.run(database.writer());
            statement.execute("INSERT INTO schema_step VALUES (" + (Migrations.newest() + 1) + ", 'of tomorrow')");

            assertThatThrownBy(() -> Migrations.run(database.writer())).isInstanceOf(KithException.class)
                    .extracting(thrown -> ((KithException) thrown).problem()).isEqualTo(Problem.STORE_TOO_NEW);
        }
    }
}
