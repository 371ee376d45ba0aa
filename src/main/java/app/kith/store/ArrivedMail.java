package app.kith.store;

import java.time.Instant;
import java.util.List;

/** Mail that has come from customers. Blocks: not for the JavaFX thread. */
public final class ArrivedMail {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ArrivedMail(Store store) {
        this.store = store;
    }

    /**
     * A mail that has come.
     *
     * @param message its number
     * @param name the customer who wrote it
     */
    public record Arrived(long message, String name) {}

    /** {@return number of the newest message; 0 where there is none} */
    public long last() {
        return store.readers().withHandle(
                handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM message").mapTo(long.class).one());
    }

    /**
     * What customers wrote and nobody has read: no newsletters, nothing in junk or trash.
     *
     * @param after only messages with a greater number
     * @param sent only those sent at this time or later
     * @return the mails, in the order in which they came
     */
    public List<Arrived> after(long after, Instant sent) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT m.id, k.name FROM message m JOIN address a ON a.id = m.sender_id
                JOIN contact k ON k.id = a.contact_id
                WHERE m.id > ? AND m.sent_at >= ? AND BITAND(m.status, 75) = 10 ORDER BY m.id""")
                .bind(0, after).bind(1, sent.toEpochMilli())
                .map((row, _) -> new Arrived(row.getLong(1), row.getString(2))).list());
    }
}
