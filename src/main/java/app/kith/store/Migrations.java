package app.kith.store;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings the schema to its newest form: the base, then one numbered step after another. A step that needs what older rows do not hold
 * empties all tables, the positions in the logs among them; then the store is built again from the logs. A store that is older than
 * the base is dropped whole, and built again likewise.
 */
final class Migrations {
    /** Number of the step that the base is; what was before is only known by its number. */
    private static final int BASE = 17;
    private static final List<String> STEPS = List.of("V020__base.sql", "V021__changes_by_number.sql",
            "V022__erased.sql", "V023__entry_files.sql", "V024__known_only.sql",
            "V025__refused_recipients.sql", "V026__ahead.sql", "V027__mail_list.sql", "V028__stage_since.sql",
            "V029__entry_list.sql");

    private Migrations() {}

    static int newest() {
        return BASE + STEPS.size() - 1;
    }

    /**
     * Brings the schema up to date.
     *
     * @return the number of the last step that was done before; 0 where the store is new
     * @throws KithException STORE_TOO_NEW if it was made by a newer program
     */
    static int run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int done = done(statement);
            if (done > newest()) {
                throw new KithException(Problem.STORE_TOO_NEW, done, newest());
            }
            if (done < BASE) {
                statement.execute("DROP ALL OBJECTS");
                done(statement);
            }
            for (int number = Math.max(BASE, done + 1); number <= newest(); number++) {
                step(statement, number, STEPS.get(number - BASE));
            }
            return done;
        }
    }

    /** The number of the last step that was done; 0 where none was. */
    private static int done(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS schema_step (number INT PRIMARY KEY, name VARCHAR NOT NULL)");
        try (ResultSet found = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM schema_step")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    /** Where it breaks off it is done again from its beginning: what it makes may be there already. */
    private static void step(Statement statement, int number, String name) throws SQLException {
        statement.execute(read(name));
        try (PreparedStatement note = statement.getConnection()
                .prepareStatement("INSERT INTO schema_step (number, name) VALUES (?, ?)")) {
            note.setInt(1, number);
            note.setString(2, name);
            note.executeUpdate();
        }
    }

    private static String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
