package app.kith.store;

import static java.util.Objects.requireNonNull;

import app.kith.conversation.Turn;
import app.kith.conversation.Turn.Said;
import app.kith.conversation.Turn.Side;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in conversations: from who wrote to whom, what the words call for, and what the user has settled. */
final class TurnTable {
    /** What lies further back does not decide whose turn it is. */
    private static final int MOST_MAILS = 30;
    /**
     * Whom mails name, one row without an address for a mail that names nobody. Outer joins are read in the order in which they are
     * written; the order of plain ones is H2's choice, which is to go through all addresses for each mail where it knows many.
     */
    static final String NAMED = """
            SELECT w.id, p.address_id, p.role, a.own FROM %s w(id) LEFT JOIN message_person p
            ON p.item BETWEEN w.id * 1024 AND w.id * 1024 + 99 LEFT JOIN address a ON a.id = p.address_id""";

    private final Transaction transaction;

    TurnTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A visible mail of a person. */
    record Mail(long id, long at, int status, @Nullable Long with) {}

    /** What the table of conversations keeps of a turn. */
    record Row(Side side, long since, long until, @Nullable Long message, @Nullable Long address) {
        static final Row NOBODYS = new Row(Side.NONE, 0, 0, null, null);
    }

    /**
     * Works out the turns of conversations, and notes everybody whose turn was or is concerned.
     *
     * @param conversations mails by conversation, oldest first
     * @return those in which it is somebody's turn
     */
    Map<Long, Row> of(Map<Long, List<Mail>> conversations) throws SQLException {
        Map<Long, List<Mail>> recent = new HashMap<>();
        conversations.forEach((id, mails) -> recent.put(id,
                mails.subList(Math.max(0, mails.size() - MOST_MAILS), mails.size())));
        Map<Long, Named> named = named(recent);
        Map<Long, Row> rows = new HashMap<>();
        recent.forEach((id, mails) -> {
            Turn turn = Turn
                    .of(mails.stream().map(mail -> said(mail, named.getOrDefault(mail.id(), new Named()))).toList());
            if (turn.side() != Side.NONE) {
                Long address = mails.stream().filter(mail -> mail.id() == turn.message()).findFirst().orElseThrow()
                        .with();
                rows.put(id, new Row(turn.side(), turn.since(), turn.until(), turn.message(), address));
            }
        });
        settled(rows);
        touch(conversations.keySet(), rows);
        return rows;
    }

    private Map<Long, Named> named(Map<Long, List<Mail>> conversations) throws SQLException {
        Map<Long, Named> named = new HashMap<>();
        Rows wanted = new Rows(NAMED, "BIGINT");
        conversations.values().forEach(mails -> mails.forEach(mail -> wanted.add(mail.id())));
        wanted.each(transaction.sql, row -> {
            long address = row.getLong(2);
            if (address > 0) {
                named.computeIfAbsent(row.getLong(1), _ -> new Named()).add(address, row.getInt(3), row.getBoolean(4));
            }
        });
        return named;
    }

    private static Said said(Mail mail, Named named) {
        return new Said(mail.id(), mail.at(), MessageStatus.has(mail.status(), MessageStatus.OUTGOING),
                MessageStatus.has(mail.status(), MessageStatus.AUTOMATIC), MessageStatus.wording(mail.status()),
                named.author, named.isDirect(), named.others);
    }

    /** What the user has settled wants no answer; a later mail begins anew. */
    private void settled(Map<Long, Row> rows) throws SQLException {
        Set<Long> settled = new HashSet<>();
        Rows wanted = new Rows(
                "SELECT w.id FROM %s w(id) JOIN user_text t ON t.name = '" + UserTextTable.TURN + "' || w.id",
                "BIGINT");
        rows.values().forEach(row -> wanted.add(requireNonNull(row.message())));
        wanted.each(transaction.sql, row -> settled.add(row.getLong(1)));
        rows.values().removeIf(row -> settled.contains(requireNonNull(row.message())));
    }

    private void touch(Set<Long> conversations, Map<Long, Row> rows) throws SQLException {
        Rows former = new Rows("""
                SELECT c.turn_address FROM %s w(id) JOIN conversation c ON c.id = w.id
                WHERE c.turn_address IS NOT NULL""", "BIGINT");
        conversations.forEach(former::add);
        former.each(transaction.sql, row -> transaction.touched.addresses.add(row.getLong(1)));
        rows.values().forEach(row -> {
            Long address = row.address();
            if (address != null) {
                transaction.touched.addresses.add(address);
            }
        });
    }

    /** Whom a mail names. */
    private static final class Named {
        private long author;
        private boolean toOwn;
        private boolean ownCopied;
        private int recipients;
        private final Set<Long> others = new HashSet<>();

        void add(long address, int role, boolean own) {
            if (role == PeopleTable.FROM) {
                author = address;
                return;
            }
            recipients++;
            toOwn |= own && role == PeopleTable.TO;
            ownCopied |= own && role != PeopleTable.TO;
            if (!own) {
                others.add(address);
            }
        }

        /** A mail that names the user nowhere came through another address of theirs, or as one of many hidden copies. */
        boolean isDirect() {
            return toOwn || !ownCopied && recipients <= 1;
        }
    }
}
