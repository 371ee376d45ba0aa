package app.kith.store;

import app.kith.support.TestDesk;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every text that the store of a closed data folder holds, table by table. */
public final class StoreText {
    private StoreText() {}

    public static String of(Path home) throws SQLException {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        StringBuilder text = new StringBuilder();
        try (Database database = new Database(home, vault.password("store"));
                Statement statement = database.writer().createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (rows.next()) {
                        text.append(table);
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            text.append('|').append(rows.getString(i));
                        }
                        text.append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
