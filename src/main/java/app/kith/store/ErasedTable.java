package app.kith.store;

import app.kith.change.MailEvent.Erased;
import java.sql.SQLException;
import java.util.List;

/** Messages whose bytes are not kept any more, or need not be. */
final class ErasedTable {
    /** Why such a message is left on the server when it comes again. */
    static final String REASON = "erased";

    private static final List<String> ABOUT_MESSAGES = List.of("former_place", "invitation", "promise", "bounce",
            "moved",
            "file", "message_reading", "to_reread", "header_only", "message_signature", "thread_clue", "server_name");

    private final Transaction transaction;
    private boolean looked;
    private boolean any;

    ErasedTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Notes one of which nothing is kept. */
    void erased(long id, Erased event) throws SQLException {
        boolean away = !event.digests().isEmpty();
        if (event.isArrival()) {
            transaction.sql.update("MERGE INTO erased_message KEY (id) VALUES (?, ?, 0, 0)", id, away);
            any = true;
            looked = true;
        }
        for (byte[] digest : event.digests()) {
            transaction.sql.update("MERGE INTO erased_digest KEY (digest) VALUES (?)", digest);
        }
    }

    /** Whether a message is one of which nothing is kept. */
    boolean has(long id) throws SQLException {
        if (!looked) {
            any = transaction.sql.number("SELECT id FROM erased_message LIMIT 1") != null;
            looked = true;
        }
        return any && transaction.sql.number("SELECT 1 FROM erased_message WHERE id = ?", id) != null;
    }

    /** Whether such a message is not to be fetched again. */
    boolean staysAway(long id) throws SQLException {
        return transaction.sql.number("SELECT 1 FROM erased_message WHERE id = ? AND away", id) != null;
    }

    /** Forgets messages that lie nowhere and that nothing else speaks of. */
    void forget(List<DeadMail.Dead> dead) throws SQLException {
        for (DeadMail.Dead one : dead) {
            for (String table : ABOUT_MESSAGES) {
                transaction.sql.update("DELETE FROM " + table + " WHERE message_id = ?", one.message());
            }
            transaction.sql.update("DELETE FROM conversation WHERE id = ?", one.message());
            transaction.sql.update("DELETE FROM message WHERE id = ?", one.message());
            transaction.sql.update("MERGE INTO erased_message KEY (id) VALUES (?, FALSE, ?, ?)", one.message(),
                    one.segment(), one.size());
            transaction.touched.conversations.add(one.message());
        }
    }

    /** Notes that nothing dead stands in a file of the log any more. */
    void dropped(int segment) throws SQLException {
        transaction.sql.update("UPDATE erased_message SET size = 0 WHERE segment = ?", segment);
    }
}
