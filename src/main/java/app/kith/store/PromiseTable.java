package app.kith.store;

import app.kith.promise.Promise;
import java.sql.SQLException;
import java.util.List;

/** What mails promise, as their text has it. Who owes it follows from who wrote the mail. */
final class PromiseTable {
    private final Rows written = new Rows("INSERT INTO promise SELECT * FROM %s", "BIGINT", "INT", "BIGINT", "BIGINT",
            "VARCHAR");

    /** Notes what a message promises. */
    void arrive(long message, List<Promise> promises) {
        for (int item = 0; item < promises.size(); item++) {
            Promise one = promises.get(item);
            written.add(message, item, one.day().toEpochDay(), one.at() == null ? null : one.at().toEpochMilli(),
                    one.sentence());
        }
    }

    /** Notes what a message promises that was read before in another way. */
    void again(Transaction transaction, long message, List<Promise> promises) throws SQLException {
        transaction.sql.update("DELETE FROM promise WHERE message_id = ?", message);
        arrive(message, promises);
    }

    void flush(Transaction transaction) throws SQLException {
        written.update(transaction.sql);
    }
}
