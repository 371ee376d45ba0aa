package app.kith.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations: the sums over their visible messages. */
final class ConversationTable {
    private final Transaction transaction;

    ConversationTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Sums up anew every conversation that was touched. */
    void refresh() throws SQLException {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        Rows wanted = new Rows("""
                SELECT m.conversation_id, m.id, m.sent_at, m.status, m.subject, m.counterpart_id, m.attachments
                FROM %s w(id) JOIN message m ON m.conversation_id = w.id""", "BIGINT");
        for (long id : transaction.touched.conversations) {
            sums.put(id, new Sum());
            wanted.add(id);
        }
        wanted.each(transaction.sql, row -> requireNonNull(sums.get(row.getLong(1))).add(row.getLong(2), row.getLong(3),
                row.getInt(4), row.getString(5), row.getObject(6, Long.class), row.getInt(7)));
        for (var entry : sums.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
    }

    private void write(long id, Sum sum) throws SQLException {
        if (sum.messages == 0) {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = '', first_at = 0, last_at = 0, last_message = NULL, counterpart_id = NULL,
                                messages = 0, unread = 0, attachments = 0 WHERE id = ?""",
                    id);
        } else {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = ?, first_at = ?, last_at = ?, last_message = ?, counterpart_id = ?,
                                messages = ?, unread = ?, attachments = ? WHERE id = ?""",
                    sum.subject, sum.firstAt, sum.lastAt,
                    sum.lastMessage, sum.lastIn == Long.MIN_VALUE ? sum.counterpart : sum.writer, sum.messages,
                    sum.unread,
                    sum.attachments, id);
        }
    }

    /** The sums of one conversation. Its counterpart is who wrote last, or whom the user wrote to if nobody did. */
    private static final class Sum {
        private int messages;
        private int unread;
        private int attachments;
        private String subject = "";
        private long firstAt = Long.MAX_VALUE;
        private long firstMessage;
        private long lastAt = Long.MIN_VALUE;
        private long lastMessage;
        private long lastIn = Long.MIN_VALUE;
        private @Nullable Long counterpart;
        private @Nullable Long writer;

        void add(long id, long at, int status, String words, @Nullable Long with, int files) {
            if (!MessageStatus.has(status, MessageStatus.VISIBLE)) {
                return;
            }
            messages++;
            attachments += files;
            unread += MessageStatus.has(status, MessageStatus.UNREAD) ? 1 : 0;
            if (at < firstAt || at == firstAt && id < firstMessage) {
                firstAt = at;
                firstMessage = id;
                subject = words;
            }
            if (at > lastAt || at == lastAt && id > lastMessage) {
                lastAt = at;
                lastMessage = id;
                counterpart = with;
            }
            if (!MessageStatus.has(status, MessageStatus.OUTGOING) && at >= lastIn) {
                lastIn = at;
                writer = with;
            }
        }
    }
}
