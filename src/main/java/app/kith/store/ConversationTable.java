package app.kith.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations: the sums over their visible messages. */
final class ConversationTable {
    private final Transaction transaction;

    ConversationTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Sums up anew every conversation that was touched, and works out whose turn it is in each. */
    void refresh() throws SQLException {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        Rows wanted = new Rows("""
                SELECT m.conversation_id, m.id, m.sent_at, m.status, m.subject, m.counterpart_id, m.attachments
                FROM %s w(id) JOIN message m ON m.conversation_id = w.id""", "BIGINT");
        for (long id : transaction.touched.conversations) {
            sums.put(id, new Sum());
            wanted.add(id);
        }
        wanted.each(transaction.sql, row -> requireNonNull(sums.get(row.getLong(1))).add(new One(row.getLong(2),
                row.getLong(3), row.getInt(4), row.getString(5), row.getObject(6, Long.class), row.getInt(7))));
        Map<Long, List<TurnTable.Mail>> mails = new LinkedHashMap<>();
        sums.forEach((id, sum) -> mails.put(id, sum.mails()));
        Map<Long, TurnTable.Row> turns = new TurnTable(transaction).of(mails);
        for (var entry : sums.entrySet()) {
            write(entry.getKey(), entry.getValue(), turns.getOrDefault(entry.getKey(), TurnTable.Row.NOBODYS));
        }
    }

    private void write(long id, Sum sum, TurnTable.Row turn) throws SQLException {
        if (sum.messages == 0) {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = '', first_at = 0, last_at = 0, last_message = NULL, counterpart_id = NULL,
                                messages = 0, unread = 0, attachments = 0, turn = 'NONE', turn_since = 0, turn_until = 0, turn_message = NULL,
                                turn_address = NULL WHERE id = ?""",
                    id);
        } else {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = ?, first_at = ?, last_at = ?, last_message = ?, counterpart_id = ?,
                                messages = ?, unread = ?, attachments = ?, turn = ?, turn_since = ?, turn_until = ?, turn_message = ?, turn_address = ?
                            WHERE id = ?""",
                    sum.subject, sum.firstAt, sum.lastAt,
                    sum.lastMessage, sum.lastIn == Long.MIN_VALUE ? sum.counterpart : sum.writer, sum.messages,
                    sum.unread,
                    sum.attachments, turn.side().name(), turn.since(), turn.until(), turn.message(),
                    turn.address(), id);
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
        private final List<TurnTable.Mail> all = new ArrayList<>();

        void add(One mail) {
            if (!MessageStatus.has(mail.status, MessageStatus.VISIBLE)) {
                return;
            }
            all.add(new TurnTable.Mail(mail.id, mail.at, mail.status, mail.with));
            messages++;
            attachments += mail.files;
            unread += MessageStatus.has(mail.status, MessageStatus.UNREAD) ? 1 : 0;
            if (mail.at < firstAt || mail.at == firstAt && mail.id < firstMessage) {
                firstAt = mail.at;
                firstMessage = mail.id;
                subject = mail.subject;
            }
            if (mail.at > lastAt || mail.at == lastAt && mail.id > lastMessage) {
                lastAt = mail.at;
                lastMessage = mail.id;
                counterpart = mail.with;
            }
            if (!MessageStatus.has(mail.status, MessageStatus.OUTGOING) && mail.at >= lastIn) {
                lastIn = mail.at;
                writer = mail.with;
            }
        }

        /** What people wrote, oldest first. */
        List<TurnTable.Mail> mails() {
            return all.stream().filter(mail -> !MessageStatus.has(mail.status(), MessageStatus.AUTOMATIC))
                    .sorted(Comparator.comparingLong(TurnTable.Mail::at).thenComparingLong(TurnTable.Mail::id))
                    .toList();
        }
    }

    private record One(long id, long at, int status, String subject, @Nullable Long with, int files) {}
}
