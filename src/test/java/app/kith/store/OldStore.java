package app.kith.store;

import app.kith.support.TestDesk;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes the store of a closed data folder back to the form in which an earlier program kept it. */
public final class OldStore {
    private OldStore() {}

    /** Takes away what the second step of the schema made once, and parts every conversation, as a rule that knew less would have. */
    public static void beforeClues(Path home) throws SQLException {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Database database = new Database(home, vault.password("store"));
                Statement statement = database.writer().createStatement()) {
            statement.execute("DROP TABLE thread_clue");
            statement.execute(
                    "DROP TABLE IF EXISTS user_text, operation, outgoing, outgoing_recipient, sender_rule, message_reading, to_reread");
            statement.execute("DELETE FROM schema_step");
            statement.execute("INSERT INTO schema_step VALUES (1, 'V001__base.sql')");
            statement.execute("UPDATE message SET conversation_id = id");
        }
    }

    /** Takes away what schema step V021 made. */
    public static void beforeRules(Path home) throws SQLException {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Database database = new Database(home, vault.password("store"));
                Statement statement = database.writer().createStatement()) {
            statement.execute("DROP INDEX change_contact_sequence");
            statement.execute("DELETE FROM schema_step WHERE name >= 'V021'");
        }
    }

    /** Takes away what schema step V028 made. */
    public static void beforeStages(Path home) throws SQLException {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Database database = new Database(home, vault.password("store"));
                Statement statement = database.writer().createStatement()) {
            statement.execute("ALTER TABLE contact DROP COLUMN stage_since");
            statement.execute("DELETE FROM schema_step WHERE name >= 'V028'");
        }
    }

    /** Tells whether the store of a closed data folder has an index. */
    public static boolean hasIndex(Path home, String name) throws SQLException {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Database database = new Database(home, vault.password("store"));
                Statement statement = database.writer().createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INDEXES WHERE INDEX_NAME = '" + name + "'")) {
            return found.next() && found.getInt(1) > 0;
        }
    }
}
