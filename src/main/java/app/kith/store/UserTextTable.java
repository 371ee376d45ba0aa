package app.kith.store;

import app.kith.change.Change.TextChange;
import java.sql.SQLException;

/** Texts of the user's own. */
final class UserTextTable {
    private final Transaction transaction;

    UserTextTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(TextChange change) throws SQLException {
        if (change.after().isEmpty()) {
            transaction.sql.update("DELETE FROM user_text WHERE name = ?", change.key());
        } else {
            transaction.sql.update("MERGE INTO user_text KEY (name) VALUES (?, ?)", change.key(), change.after());
        }
    }
}
