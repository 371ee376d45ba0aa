package app.kith.store;

import app.kith.contact.EmailAddress;
import app.kith.mail.NewAddress;
import java.sql.SQLException;
import java.util.List;

/** New addresses that authors of mails tell for themselves. Whose they are follows from who wrote the mail. */
final class MovedTable {
    private final Rows written = new Rows("INSERT INTO moved SELECT * FROM %s", "BIGINT", "INT", "VARCHAR", "VARCHAR",
            "VARCHAR");

    /** Notes what a message tells. */
    void arrive(long message, List<NewAddress> addresses) {
        int item = 0;
        for (NewAddress one : addresses) {
            EmailAddress email = EmailAddress.of(one.address());
            if (email.isComplete() && !email.isMachine()) {
                written.add(message, item++, email.normal(), email.shown(), one.sentence());
            }
        }
    }

    /** Notes what a message tells that was read once more. */
    void again(Transaction transaction, long message, List<NewAddress> addresses) throws SQLException {
        transaction.sql.update("DELETE FROM moved WHERE message_id = ?", message);
        arrive(message, addresses);
    }

    void flush(Transaction transaction) throws SQLException {
        written.update(transaction.sql);
    }
}
