package app.kith.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations: the sums over their visible messages. */
final class ConversationTable {
    private final Transaction transaction;

    ConversationTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Sums up anew every conversation that was touched. */
    void refresh() throws SQLException {
        for (long id : Set.copyOf(transaction.touched.conversations)) {
            refresh(id);
        }
    }

    private void refresh(long id) throws SQLException {
        Sum sum = new Sum();
        transaction.sql.each(row -> sum.add(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4),
                row.getObject(5, Long.class), row.getInt(6)),
                """
                        SELECT id, sent_at, status, subject, counterpart_id, attachments FROM message WHERE conversation_id = ?""",
                id);
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
