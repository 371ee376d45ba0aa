package app.kith.store;

import app.kith.contact.Entry;
import app.kith.contact.Source;
import app.kith.conversation.ReplyTimes;
import app.kith.conversation.ReplyTimes.Sent;
import app.kith.conversation.Turn.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is due: answers, promises, tasks, contacts. Blocks: not for the JavaFX thread. */
public final class DueView {
    private static final String WITH = """
            COALESCE(NULLIF(k.name, ''), NULLIF(a.name, ''), a.shown, '') AS with_name, a.contact_id, a.normal
            """;

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public DueView(Store store) {
        this.store = store;
    }

    /**
     * With whom something is due.
     *
     * @param contact number of the customer; 0 where it is none yet
     * @param name name or address
     * @param email address; empty where there is none
     */
    public record With(long contact, String name, String email) {}

    /**
     * An answer that is owed.
     *
     * @param conversation number of the conversation
     * @param message number of the mail that wants the answer
     * @param with with whom
     * @param subject subject of the conversation
     * @param preview first words of that mail
     * @param since since when it is owed
     */
    public record Owed(long conversation, long message, With with, String subject, String preview, Instant since) {}

    /**
     * A promise in a mail.
     *
     * @param message number of the mail
     * @param item which of its promises, from 0
     * @param conversation number of its conversation
     * @param with with whom
     * @param mine whether the user promised, and not the other side
     * @param day by which day
     * @param at the minute, where one is said; else null
     * @param sentence the sentence
     * @param subject subject of the mail
     * @param sentAt when the mail was sent
     */
    public record Promised(long message, int item, long conversation, With with, boolean mine, LocalDate day,
            @Nullable Instant at, String sentence, String subject, Instant sentAt) {}

    /**
     * An open task.
     *
     * @param entry the task
     * @param with with whom
     * @param theirs whether it is the other side that owes it, as a promise in a mail of theirs says
     * @param conversation the conversation of the mail that it hangs on; 0 where there is none
     */
    public record Open(Entry entry, With with, boolean theirs, long conversation) {}

    /**
     * A customer to keep in touch with.
     *
     * @param with who
     * @param last the last real contact; null if there never was one
     * @param days every how many days there is to be one
     */
    public record Kept(With with, @Nullable Instant last, int days) {}

    /**
     * Conversations in which it is a side's turn, as long as that is worth asking about.
     *
     * @param side whose turn
     * @param now what time it is
     * @param until only turns that began at or before this time
     * @return the turns, the longest first
     */
    public List<Owed> turns(Side side, Instant now, Instant until) {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT c.*, m.preview, " + WITH + """
                FROM conversation c JOIN message m ON m.id = c.turn_message
                LEFT JOIN address a ON a.id = c.turn_address LEFT JOIN contact k ON k.id = a.contact_id
                WHERE c.turn = ? AND c.turn_until >= ? AND c.turn_since <= ? ORDER BY c.turn_since, c.id""")
                .bind(0, side.name()).bind(1, now.toEpochMilli()).bind(2, until.toEpochMilli())
                .map((row, _) -> new Owed(row.getLong("id"), row.getLong("turn_message"), with(row),
                        row.getString("subject"), row.getString("preview"),
                        Instant.ofEpochMilli(row.getLong("turn_since"))))
                .list());
    }

    /**
     * Promises that nobody has decided about, and after which their author has not written in the conversation.
     *
     * @param from due at this day or later
     * @param sent in mails sent at this time or later
     * @return the promises, the first due first
     */
    public List<Promised> promises(LocalDate from, Instant sent) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT p.*, m.conversation_id, m.status, m.subject, m.sent_at,\s""" + WITH + """
                FROM promise p JOIN message m ON m.id = p.message_id
                LEFT JOIN address a ON a.id = m.counterpart_id LEFT JOIN contact k ON k.id = a.contact_id
                WHERE p.due_day >= ? AND m.sent_at >= ? AND BITAND(m.status, 2) <> 0 AND BITAND(m.status, 64) = 0
                    AND (a.own IS NULL OR NOT a.own)
                    AND NOT EXISTS (SELECT 1 FROM user_text t
                        WHERE t.name = 'decision/promise/' || p.message_id || '/' || p.item)
                    AND NOT EXISTS (SELECT 1 FROM message n WHERE n.conversation_id = m.conversation_id
                        AND BITAND(n.status, 67) = BITAND(m.status, 67) AND n.sent_at > m.sent_at)
                ORDER BY p.due_day, p.message_id, p.item""")
                .bind(0, from.toEpochDay()).bind(1, sent.toEpochMilli()).map((row, _) -> promised(row)).list());
    }

    /**
     * One promise, decided or not.
     *
     * @param message number of the mail
     * @param item which of its promises
     * @return the promise; null where there is none
     */
    public @Nullable Promised promise(long message, int item) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT p.*, m.conversation_id, m.status, m.subject, m.sent_at,\s""" + WITH + """
                FROM promise p JOIN message m ON m.id = p.message_id
                LEFT JOIN address a ON a.id = m.counterpart_id LEFT JOIN contact k ON k.id = a.contact_id
                WHERE p.message_id = ? AND p.item = ?""").bind(0, message).bind(1, item)
                .map((row, _) -> promised(row)).findFirst().orElse(null));
    }

    private static Promised promised(ResultSet row) throws SQLException {
        return new Promised(row.getLong("message_id"), row.getInt("item"), row.getLong("conversation_id"), with(row),
                MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING),
                LocalDate.ofEpochDay(row.getLong("due_day")), Customers.instant(row, "due_at"),
                row.getString("sentence"), row.getString("subject"), Instant.ofEpochMilli(row.getLong("sent_at")));
    }

    /**
     * What a mail is about, for a task that hangs on it.
     *
     * @param conversation number of its conversation
     * @param with with whom
     * @param subject its subject
     * @param sentAt when it was sent
     */
    public record About(long conversation, With with, String subject, Instant sentAt) {}

    /**
     * What a mail is about.
     *
     * @param message number of the mail
     * @return what; null where there is no such mail
     */
    public @Nullable About about(long message) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT m.conversation_id, m.subject, m.sent_at,\s""" + WITH + """
                FROM message m LEFT JOIN address a ON a.id = m.counterpart_id
                LEFT JOIN contact k ON k.id = a.contact_id WHERE m.id = ?""").bind(0, message)
                .map((row, _) -> new About(row.getLong("conversation_id"), with(row), row.getString("subject"),
                        Instant.ofEpochMilli(row.getLong("sent_at"))))
                .findFirst().orElse(null));
    }

    /** {@return all open tasks, the first due first, those without a day last} */
    public List<Open> tasks() {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT e.*, k.name AS with_name, '' AS normal, m.status, m.conversation_id FROM entry e
                LEFT JOIN contact k ON k.id = e.contact_id
                LEFT JOIN message m ON m.id = CASE
                    WHEN e.source_kind = 'MAIL' AND REGEXP_LIKE(e.source_place, '^[0-9]{1,18}$')
                        THEN CAST(e.source_place AS BIGINT)
                    WHEN e.source_kind = 'HAND' AND REGEXP_LIKE(e.source_place, '^message [0-9]{1,18}$')
                        THEN CAST(SUBSTRING(e.source_place, 9) AS BIGINT) END
                WHERE e.kind = 'TASK' AND e.to_change IS NULL AND e.state <> 'done'
                ORDER BY CASE WHEN e.until_at IS NULL THEN 1 ELSE 0 END, e.until_at, e.id""")
                .map((row, _) -> {
                    int status = row.getInt("status");
                    boolean theirs = !row.wasNull() && !MessageStatus.has(status, MessageStatus.OUTGOING);
                    Entry task = EntryTable.read(row);
                    return new Open(task, with(row), theirs && task.source().kind() == Source.Kind.MAIL,
                            row.getLong("conversation_id"));
                }).list());
    }

    /**
     * Customers who have not been in touch for longer than is wanted.
     *
     * @param now what time it is
     * @return the customers, those most overdue first
     */
    public List<Kept> overdue(Instant now) {
        return kept(now.toEpochMilli());
    }

    /** {@return all customers who are to be kept in touch with, those whose day comes first first} */
    public List<Kept> kept() {
        return kept(Long.MAX_VALUE);
    }

    private List<Kept> kept(long now) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT k.id AS contact_id, k.name AS with_name, '' AS normal, k.last_real, k.keep_days FROM contact k
                WHERE k.keep_days > 0 AND COALESCE(k.last_real, 0) + k.keep_days * CAST(86400000 AS BIGINT) <= ?
                ORDER BY COALESCE(k.last_real, 0) + k.keep_days * CAST(86400000 AS BIGINT), k.id""").bind(0, now)
                .map((row, _) -> new Kept(with(row), Customers.instant(row, "last_real"), row.getInt("keep_days")))
                .list());
    }

    static With with(ResultSet row) throws SQLException {
        String name = row.getString("with_name");
        String email = row.getString("normal");
        return new With(row.getLong("contact_id"), name == null ? "" : name, email == null ? "" : email);
    }

    /**
     * How correspondence with a customer goes.
     *
     * @param times how long answers took in the last year
     * @param mails how many mails of people were exchanged in the last 90 days
     */
    public record Rhythm(ReplyTimes times, int mails) {}

    /**
     * How correspondence with a customer goes.
     *
     * @param contact number of the customer
     * @param now what time it is
     * @return reply times and number of mails
     */
    public Rhythm rhythm(long contact, Instant now) {
        Map<Long, List<Sent>> conversations = new LinkedHashMap<>();
        int[] recent = {0};
        long quarter = now.minus(Duration.ofDays(90)).toEpochMilli();
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT DISTINCT m.id, m.conversation_id, m.sent_at, m.status FROM address a
                JOIN message_person p ON p.address_id = a.id JOIN message m ON m.id = p.item / 1024
                WHERE a.contact_id = ? AND m.sent_at BETWEEN ? AND ? AND BITAND(m.status, 2) <> 0
                    AND BITAND(m.status, 64) = 0 AND (BITAND(m.status, 1) = 0) = (p.role = 0)
                ORDER BY m.sent_at, m.id""").bind(0, contact)
                .bind(1, now.minus(Duration.ofDays(365)).toEpochMilli()).bind(2, now.toEpochMilli()).map((row, _) -> {
                    long at = row.getLong("sent_at");
                    recent[0] += at >= quarter ? 1 : 0;
                    return conversations.computeIfAbsent(row.getLong("conversation_id"), _ -> new ArrayList<>())
                            .add(new Sent(at, MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING)));
                }).list());
        return new Rhythm(ReplyTimes.of(conversations.values()), recent[0]);
    }
}
