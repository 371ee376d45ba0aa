package app.kith.store;

import app.kith.change.FolderKey;
import app.kith.change.MessageFlags;
import app.kith.store.Operations.Lying;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which conversations lie in which folder, as they will when nothing waits any more, with the sums over their mail in it. */
final class ConversationFolderTable {
    private static final int AT_ONCE = 5000;

    private final Transaction transaction;
    private final OperationTable operations;
    private final Map<FolderKey, Long> folders = new HashMap<>();

    ConversationFolderTable(Transaction transaction) {
        this.transaction = transaction;
        this.operations = new OperationTable(transaction);
    }

    /** Fills the table of a store in which it is new, some conversations at a time; then their numbers are counted once. */
    static void fill(Writer sql, State state) throws SQLException {
        if (sql.number("SELECT id FROM conversation_count") != null) {
            return;
        }
        long behind = Long.MIN_VALUE;
        while (true) {
            List<Long> some = new ArrayList<>();
            sql.each(row -> some.add(row.getLong(1)), "SELECT id FROM conversation WHERE id > ? ORDER BY id LIMIT ?",
                    behind, AT_ONCE);
            if (some.isEmpty()) {
                break;
            }
            new ConversationFolderTable(new Transaction(sql, state)).refresh(some);
            sql.commit();
            behind = some.getLast();
        }
        sql.update("""
                INSERT INTO conversation_count SELECT 1, COUNT(*) FILTER (WHERE messages > 0),
                    COUNT(*) FILTER (WHERE unread > 0), COUNT(*) FILTER (WHERE flagged > 0),
                    COUNT(*) FILTER (WHERE attachments > 0) FROM conversation""");
        sql.commit();
    }

    /** Looks again where conversations lie; only what is different is written. */
    void refresh(Collection<Long> conversations) throws SQLException {
        Map<Place, Sum> now = sums(conversations);
        Map<Place, Sum> before = new HashMap<>();
        Rows known = new Rows("""
                SELECT x.conversation_id, x.folder_id, x.last_at, x.last_message, x.messages, x.unread, x.flagged,
                    x.attachments FROM %s w(id) LEFT JOIN conversation_folder x ON x.conversation_id = w.id""",
                "BIGINT");
        conversations.forEach(known::add);
        known.each(transaction.sql, row -> {
            if (row.getLong(1) != 0) {
                before.put(new Place(row.getLong(1), row.getLong(2)), new Sum(row.getLong(3), row.getLong(4),
                        row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8)));
            }
        });
        Rows gone = new Rows("""
                DELETE FROM conversation_folder WHERE (conversation_id, folder_id) IN (SELECT * FROM %s)""", "BIGINT",
                "BIGINT");
        before.keySet().stream().filter(place -> !now.containsKey(place))
                .forEach(place -> gone.add(place.conversation(), place.folder()));
        gone.update(transaction.sql);
        Rows put = new Rows("MERGE INTO conversation_folder KEY (conversation_id, folder_id) SELECT * FROM %s",
                "BIGINT", "BIGINT", "BIGINT", "BIGINT", "INT", "INT", "INT", "INT");
        now.forEach((place, sum) -> {
            if (!sum.equals(before.get(place))) {
                put.add(place.conversation(), place.folder(), sum.lastAt(), sum.lastMessage(), sum.messages(),
                        sum.unread(), sum.flagged(), sum.attachments());
            }
        });
        put.update(transaction.sql);
    }

    private Map<Place, Sum> sums(Collection<Long> conversations) throws SQLException {
        Map<Long, Mail> mails = new LinkedHashMap<>();
        Rows wanted = new Rows(
                """
                        SELECT m.conversation_id, m.id, m.sent_at, m.status, m.attachments, p.place, p.flags
                        FROM %s w(id) LEFT JOIN message m ON m.conversation_id = w.id LEFT JOIN placement p ON p.message_id = m.id""",
                "BIGINT");
        conversations.forEach(wanted::add);
        wanted.each(transaction.sql, row -> {
            if (row.getLong(2) != 0) {
                mails.computeIfAbsent(row.getLong(2), _ -> mail(row)).lay(row.getObject(6, Long.class), row.getInt(7));
            }
        });
        for (long waiting : waiting(conversations)) {
            Mail mail = mails.get(waiting);
            if (mail != null) {
                mail.lay(folders(operations.overlay(waiting).places()));
            }
        }
        Map<Place, Sum> sums = new HashMap<>();
        mails.values().forEach(mail -> mail.folders()
                .forEach(folder -> sums.merge(new Place(mail.conversation, folder), mail.alone(), Sum::plus)));
        return sums;
    }

    private static Mail mail(ResultSet row) {
        try {
            return new Mail(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getInt(5));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails of conversations with which a server has still to be told to do something. */
    private Set<Long> waiting(Collection<Long> conversations) throws SQLException {
        Set<Long> waiting = new HashSet<>();
        if (operations.anyWaiting()) {
            Rows wanted = new Rows("""
                    SELECT o.message_id FROM %s w(id) LEFT JOIN message m ON m.conversation_id = w.id
                    LEFT JOIN operation o ON o.message_id = m.id WHERE o.state = 'WAITING'""", "BIGINT");
            conversations.forEach(wanted::add);
            wanted.each(transaction.sql, row -> waiting.add(row.getLong(1)));
        }
        return waiting;
    }

    /** A folder that is yet to be made on the server has no number. */
    private Set<Long> folders(List<Lying> places) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        for (Lying place : places) {
            Long known = folders.get(place.folder());
            if (known == null) {
                known = transaction.sql.number("SELECT id FROM folder WHERE account_id = ? AND path = ?",
                        place.folder().account(), place.folder().path());
            }
            if (known != null) {
                folders.put(place.folder(), known);
                numbers.add(known);
            }
        }
        return numbers;
    }

    private record Place(long conversation, long folder) {}

    private record Sum(long lastAt, long lastMessage, int messages, int unread, int flagged, int attachments) {
        Sum plus(Sum other) {
            boolean later = other.lastAt > lastAt || other.lastAt == lastAt && other.lastMessage > lastMessage;
            return new Sum(later ? other.lastAt : lastAt, later ? other.lastMessage : lastMessage,
                    messages + other.messages, unread + other.unread, flagged + other.flagged,
                    attachments + other.attachments);
        }
    }

    /** A mail with the folders in which it lies. Where it is marked for removal it lies only if it lies nowhere else. */
    private static final class Mail {
        private final long conversation;
        private final long id;
        private final long at;
        private final int status;
        private final int attachments;
        private Set<Long> staying = new HashSet<>();
        private Set<Long> leaving = new HashSet<>();

        Mail(long conversation, long id, long at, int status, int attachments) {
            this.conversation = conversation;
            this.id = id;
            this.at = at;
            this.status = status;
            this.attachments = attachments;
        }

        void lay(@Nullable Long place, int flags) {
            if (place != null) {
                ((flags & MessageFlags.DELETED) == 0 ? staying : leaving).add(PlacementTable.folderOf(place));
            }
        }

        void lay(Set<Long> folders) {
            staying = folders;
            leaving = Set.of();
        }

        Set<Long> folders() {
            return staying.isEmpty() ? leaving : staying;
        }

        Sum alone() {
            return new Sum(at, id, 1, MessageStatus.has(status, MessageStatus.UNREAD) ? 1 : 0,
                    MessageStatus.has(status, MessageStatus.FLAGGED) ? 1 : 0, attachments);
        }
    }
}
