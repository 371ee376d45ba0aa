package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.store.RandomHistory.Step;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store from before the mail list could be sifted comes to what one has that lived with it. */
class MailListMigrationTest {
    private static final char[] PASSWORD = "00ff".repeat(16).toCharArray();

    @TempDir
    private Path home;

    @Test
    void whatTheListNeedsIsFilledFromWhatIsThere() throws SQLException {
        String lived;
        try (Store store = Store.open(home, PASSWORD)) {
            for (Step step : new RandomHistory(41, 150).steps()) {
                step.applyTo(store);
            }
            lived = new StoreCheck(store).digest();
            long lying = store.readers().withHandle(handle -> handle
                    .createQuery("SELECT COUNT(*) FROM conversation_folder").mapTo(long.class).one());
            assertThat(lying).isPositive();
        }
        try (Database database = new Database(home, PASSWORD);
                Statement statement = database.writer().createStatement()) {
            statement.execute("DROP TABLE conversation_folder, conversation_count");
            statement.execute("DROP INDEX conversation_flagged");
            statement.execute("DROP INDEX conversation_unread");
            statement.execute("ALTER TABLE conversation DROP COLUMN flagged");
            statement.execute("DELETE FROM schema_step WHERE number >= (SELECT number FROM schema_step WHERE name = "
                    + "'V027__mail_list.sql')");
        }
        try (Store store = Store.open(home, PASSWORD)) {
            assertThat(new StoreCheck(store).digest()).isEqualTo(lived);
            assertThat(new StoreCheck(store).orphansFound()).isEmpty();
            assertThat(new StoreCheck(store).indexes()).isEmpty();
        }
    }
}
