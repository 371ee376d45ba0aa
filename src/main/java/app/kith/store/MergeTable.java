package app.kith.store;

import app.kith.change.Change.MergeChange;
import app.kith.change.Change.VerdictChange;
import java.sql.SQLException;

/** Which contacts were merged into others, and which are not the same. */
final class MergeTable {
    private final Transaction transaction;

    MergeTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(MergeChange change, long number) throws SQLException {
        if (change.after() == 0) {
            transaction.sql.update("DELETE FROM merged_contact WHERE contact_id = ?", change.contact());
            if (change.before() != 0) {
                transaction.touched.contacts.add(change.before());
            }
        } else {
            transaction.sql.update("MERGE INTO merged_contact KEY (contact_id) VALUES (?, ?, ?)", change.contact(),
                    change.after(), number);
            transaction.touched.contacts.add(change.after());
        }
        transaction.touched.contacts.add(change.contact());
    }

    void put(VerdictChange change, long number) throws SQLException {
        if (change.after()) {
            transaction.sql.update("MERGE INTO not_the_same KEY (a, b) VALUES (?, ?, ?)", change.one(), change.other(),
                    number);
        } else {
            transaction.sql.update("DELETE FROM not_the_same WHERE a = ? AND b = ?", change.one(), change.other());
        }
        transaction.touched.contacts.add(change.one());
        transaction.touched.contacts.add(change.other());
    }
}
