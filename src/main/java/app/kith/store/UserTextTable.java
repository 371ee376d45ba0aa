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
        String decided = ProposalTable.decided(change.key());
        Long address = decided.isEmpty()
                ? null
                : transaction.sql.number("SELECT id FROM address WHERE normal = ?", decided);
        if (address != null) {
            transaction.touched.proposed.add(address);
        }
        if (change.after().isEmpty()) {
            transaction.sql.update("DELETE FROM user_text WHERE name = ?", change.key());
        } else {
            transaction.sql.update("MERGE INTO user_text KEY (name) VALUES (?, ?)", change.key(), change.after());
        }
    }
}
