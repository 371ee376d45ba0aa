package app.kith.store;

import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.SenderRule;
import java.sql.SQLException;

/**
 * How messages are to be read, by the user's word. Messages always arrive as they are recognised; what is to be read otherwise is
 * noted here, and its rows are made anew afterwards, live and at replay alike.
 */
final class ReadingTable {
    private final Transaction transaction;

    ReadingTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(SenderChange change) throws SQLException {
        SenderRule rule = change.after();
        if (rule.equals(SenderRule.NONE)) {
            transaction.sql.update("DELETE FROM sender_rule WHERE normal = ?", change.address());
        } else {
            transaction.sql.update("MERGE INTO sender_rule KEY (normal) VALUES (?, ?, ?)", change.address(),
                    rule.pictures(), rule.charset());
        }
        if (!rule.charset().equals(change.before().charset())) {
            transaction.sql.update(
                    """
                            MERGE INTO to_reread KEY (message_id) SELECT m.id FROM message m JOIN address a ON a.id = m.sender_id
                            WHERE a.normal = ?""",
                    change.address());
        }
    }

    void put(ReadingChange change) throws SQLException {
        transaction.sql.update("""
                MERGE INTO message_reading KEY (message_id)
                SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR),
                    COALESCE((SELECT applied FROM message_reading WHERE message_id = ?), '')""",
                change.message(), change.after(), change.message());
        forgetUsual(change.message());
        transaction.sql.update("MERGE INTO to_reread KEY (message_id) SELECT id FROM message WHERE id = ?",
                change.message());
    }

    private void forgetUsual(long message) throws SQLException {
        transaction.sql.update("DELETE FROM message_reading WHERE message_id = ? AND chosen = '' AND applied = ''",
                message);
    }

    /** Notes which of the messages that arrived are to be read otherwise. */
    void arrived(long first, int count) throws SQLException {
        transaction.sql.update("""
                MERGE INTO to_reread KEY (message_id) SELECT m.id FROM message m
                JOIN message_reading r ON r.message_id = m.id WHERE m.id >= ? AND m.id < ?""", first, first + count);
        transaction.sql.update(
                """
                        MERGE INTO to_reread KEY (message_id) SELECT m.id FROM sender_rule s JOIN address a ON a.normal = s.normal
                        JOIN message m ON m.sender_id = a.id AND m.id >= ? AND m.id < ? WHERE s.charset <> ''""",
                first,
                first + count);
    }

    /** Notes that the whole of a message came, as it is recognised: what was chosen for it is to be done again. */
    void completed(long message) throws SQLException {
        transaction.sql.update("UPDATE message_reading SET applied = '' WHERE message_id = ?", message);
        arrived(message, 1);
    }

    /** Notes that a message was read again. */
    void done(long message, String charset) throws SQLException {
        transaction.sql.update("""
                MERGE INTO message_reading KEY (message_id)
                SELECT CAST(? AS BIGINT), COALESCE((SELECT chosen FROM message_reading WHERE message_id = ?), ''),
                    CAST(? AS VARCHAR)""", message, message, charset);
        forgetUsual(message);
        transaction.sql.update("DELETE FROM to_reread WHERE message_id = ?", message);
    }
}
