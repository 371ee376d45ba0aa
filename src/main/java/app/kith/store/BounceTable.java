package app.kith.store;

import app.kith.contact.EmailAddress;
import app.kith.mail.DeliveryFailure;
import java.sql.SQLException;
import java.util.List;

/** Whom mail did not reach, as notices of delivery tell it. */
final class BounceTable {
    private final Rows written = new Rows("INSERT INTO bounce SELECT * FROM %s", "BIGINT", "INT", "VARCHAR", "VARCHAR",
            "VARCHAR", "VARCHAR");

    /** Notes what a message tells. */
    void arrive(long message, List<DeliveryFailure> failures) {
        int item = 0;
        for (DeliveryFailure failure : failures) {
            EmailAddress email = EmailAddress.of(failure.address());
            if (email.isComplete()) {
                String status = failure.status() == null ? "" : failure.status();
                written.add(message, item++, email.normal(), status, failure.lasting().name(), failure.reason());
            }
        }
    }

    /** Notes what a message tells that was read once more. */
    void again(Transaction transaction, long message, List<DeliveryFailure> failures) throws SQLException {
        transaction.sql.update("DELETE FROM bounce WHERE message_id = ?", message);
        arrive(message, failures);
    }

    void flush(Transaction transaction) throws SQLException {
        written.update(transaction.sql);
    }
}
