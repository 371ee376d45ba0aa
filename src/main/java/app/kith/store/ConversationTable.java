package app.kith.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Tally tally = tally();
        wanted.each(transaction.sql, row -> requireNonNull(sums.get(row.getLong(1))).add(new One(row.getLong(2),
                row.getLong(3), row.getInt(4), row.getString(5), row.getObject(6, Long.class), row.getInt(7))));
        Map<Long, List<TurnTable.Mail>> mails = new LinkedHashMap<>();
        sums.forEach((id, sum) -> mails.put(id, sum.mails()));
        Map<Long, TurnTable.Row> turns = new TurnTable(transaction).of(mails);
        for (var entry : sums.entrySet()) {
            write(entry.getKey(), entry.getValue(), turns.getOrDefault(entry.getKey(), TurnTable.Row.NOBODYS));
            Sum sum = entry.getValue();
            tally.add(1, sum.messages, sum.unread, sum.flagged, sum.attachments);
        }
        if (tally.isAny()) {
            transaction.sql.update("""
                    UPDATE conversation_count SET conversations = conversations + ?, unread = unread + ?,
                        flagged = flagged + ?, attachments = attachments + ?""", tally.conversations, tally.unread,
                    tally.flagged, tally.attachments);
        }
        Set<Long> lying = new LinkedHashSet<>(transaction.touched.conversations);
        lying.addAll(transaction.touched.moved);
        new ConversationFolderTable(transaction).refresh(lying);
    }

    /** What the touched conversations counted for, taken off. */
    private Tally tally() throws SQLException {
        Tally tally = new Tally();
        Rows before = new Rows(
                """
                        SELECT c.messages, c.unread, c.flagged, c.attachments FROM %s w(id) JOIN conversation c ON c.id = w.id""",
                "BIGINT");
        transaction.touched.conversations.forEach(before::add);
        before.each(transaction.sql,
                row -> tally.add(-1, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
        return tally;
    }

    private void write(long id, Sum sum, TurnTable.Row turn) throws SQLException {
        if (sum.messages == 0) {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = '', first_at = 0, last_at = 0, last_message = NULL, counterpart_id = NULL,
                                messages = 0, unread = 0, flagged = 0, attachments = 0, turn = 'NONE', turn_since = 0, turn_until = 0, turn_message = NULL,
                                turn_address = NULL WHERE id = ?""",
                    id);
        } else {
            transaction.sql.update(
                    """
                            UPDATE conversation SET subject = ?, first_at = ?, last_at = ?, last_message = ?, counterpart_id = ?,
                                messages = ?, unread = ?, flagged = ?, attachments = ?, turn = ?, turn_since = ?, turn_until = ?, turn_message = ?, turn_address = ?
                            WHERE id = ?""",
                    sum.subject, sum.firstAt, sum.lastAt,
                    sum.lastMessage, sum.lastIn == Long.MIN_VALUE ? sum.counterpart : sum.writer, sum.messages,
                    sum.unread, sum.flagged,
                    sum.attachments, turn.side().name(), turn.since(), turn.until(), turn.message(),
                    turn.address(), id);
        }
    }

    /** By how much the numbers of all conversations are different now. */
    private static final class Tally {
        private int conversations;
        private int unread;
        private int flagged;
        private int attachments;

        void add(int sign, int messages, int unreads, int flags, int files) {
            conversations += messages > 0 ? sign : 0;
            unread += unreads > 0 ? sign : 0;
            flagged += flags > 0 ? sign : 0;
            attachments += files > 0 ? sign : 0;
        }

        boolean isAny() {
            return conversations != 0 || unread != 0 || flagged != 0 || attachments != 0;
        }
    }

    /** The sums of one conversation. Its counterpart is who wrote last, or whom the user wrote to if nobody did. */
    private static final class Sum {
        private int messages;
        private int unread;
        private int flagged;
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
            flagged += MessageStatus.has(mail.status, MessageStatus.FLAGGED) ? 1 : 0;
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
