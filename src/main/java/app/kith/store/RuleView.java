package app.kith.store;

import app.kith.contact.OwnField;
import app.kith.rule.FieldName;
import app.kith.rule.Since;
import app.kith.store.MailFacts.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** What happened that rules may be set off by. Blocks: not for the JavaFX thread. */
public final class RuleView {
    private static final String MAIL = """
            SELECT m.id, m.conversation_id, m.sent_at, m.status, m.subject, m.preview, m.sender_name, m.attachments,
                a.shown, a.name, a.contact_id, k.name AS contact_name
            FROM message m LEFT JOIN address a ON a.id = m.counterpart_id LEFT JOIN contact k ON k.id = a.contact_id
            """;

    /** Acts that are none: taking back, merging, another name of a stage, and what rules did. */
    private static final String ACT = " s.actor <> 'MERGE' AND s.reason NOT LIKE 'undone %'"
            + " AND s.reason NOT LIKE 'rule-%' AND s.reason NOT LIKE '"
            + StageTimeline.RENAMED + "%' AND NOT (s.actor = 'RULE' AND s.reason LIKE 'rule %')";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public RuleView(Store store) {
        this.store = store;
    }

    /**
     * How far everything has come.
     *
     * @param clock what time it is
     * @return the last numbers
     */
    public Since now(Clock clock) {
        return new Since(store.nextNumbers().message() - 1, store.ledgerPosition().sequence(), clock.instant());
    }

    /**
     * Mails in the order of their numbers.
     *
     * @param after only those with a larger number
     * @param upTo only those with no larger number
     * @param since only those sent then or later
     * @param most how many at most
     * @return the mails; those in the trash, in junk or among drafts are not among them
     */
    public List<MailFacts> mails(long after, long upTo, Instant since, int most) {
        return mails(MAIL + "WHERE m.id > ? AND m.id <= ? AND m.sent_at >= ? AND BITAND(m.status, 2) <> 0"
                + " ORDER BY m.id LIMIT " + most, after, upTo, since.toEpochMilli());
    }

    /**
     * Some mails.
     *
     * @param ids their numbers
     * @return those that are there, wherever they lie, by number
     */
    public Map<Long, MailFacts> mails(Collection<Long> ids) {
        Map<Long, MailFacts> found = new HashMap<>();
        if (!ids.isEmpty()) {
            mails(MAIL + "WHERE m.id = ANY(CAST(? AS BIGINT ARRAY))", (Object) ids.toArray())
                    .forEach(mail -> found.put(mail.id(), mail));
        }
        return found;
    }

    private List<MailFacts> mails(String sql, Object... bound) {
        Map<Long, List<Place>> places = new HashMap<>();
        return store.readers().withHandle(handle -> {
            Query query = handle.createQuery(sql);
            for (int i = 0; i < bound.length; i++) {
                Object value = bound[i];
                query.bind(i, (Argument) (place, statement, _) -> statement.setObject(place, value));
            }
            List<MailFacts> bare = query.map((row, _) -> mail(row)).list();
            Object[] ids = bare.stream().map(MailFacts::id).toArray();
            handle.createQuery("""
                    SELECT p.message_id, a.email, f.path, f.separator, f.role
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN placement p ON p.message_id = w.id
                    JOIN folder f ON f.id = p.place / 4294967296 JOIN account a ON a.id = f.account_id""")
                    .bind(0, (Argument) (place, statement, _) -> statement.setObject(place, ids))
                    .map((row, _) -> places.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new Place(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                    .list();
            return bare.stream().map(mail -> with(mail, places.getOrDefault(mail.id(), List.of()))).toList();
        });
    }

    private static MailFacts mail(ResultSet row) throws SQLException {
        String who = first(row.getString("contact_name"), row.getString("name"), row.getString("shown"),
                row.getString("sender_name"));
        return new MailFacts(row.getLong("id"), row.getLong("conversation_id"),
                Instant.ofEpochMilli(row.getLong("sent_at")), row.getInt("status"), row.getString("subject"),
                row.getString("preview"), who, first(row.getString("shown")), row.getLong("contact_id"),
                row.getInt("attachments"), List.of());
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static MailFacts with(MailFacts mail, List<Place> places) {
        return new MailFacts(mail.id(), mail.conversation(), mail.sentAt(), mail.status(), mail.subject(),
                mail.preview(), mail.who(), mail.email(), mail.contact(), mail.attachments(), places);
    }

    /**
     * Something that happened to a customer.
     *
     * @param contact number of the customer
     * @param change number of the change set that did it; 0 where it was none
     * @param at when
     * @param text what was said, or is kept; may be empty
     */
    public record Happened(long contact, long change, Instant at, String text) {}

    /**
     * Customers who were entered.
     *
     * @param after only by change sets with a larger number
     * @param upTo only by change sets with no larger number
     * @param since only then or later
     * @return the customers who are still there, in the order in which they were entered
     */
    public List<Happened> entered(long after, long upTo, Instant since) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT f.contact_id, f.sequence, s.at FROM (
                    SELECT c.contact_id, MIN(c.sequence) AS sequence FROM change_contact c WHERE c.contact_id IN (
                        SELECT n.contact_id FROM change_contact n WHERE n.sequence > ? AND n.sequence <= ?)
                    GROUP BY c.contact_id) f
                JOIN change_set s ON s.sequence = f.sequence JOIN contact k ON k.id = f.contact_id
                WHERE f.sequence > ? AND f.sequence <= ? AND s.at >= ? AND""" + ACT
                + " ORDER BY f.sequence, f.contact_id")
                .bind(0, after).bind(1, upTo).bind(2, after).bind(3, upTo).bind(4, since.toEpochMilli())
                .map((row, _) -> new Happened(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), ""))
                .list());
    }

    /**
     * Values that customers got which they did not have before, and have still.
     *
     * @param field of which field
     * @param normal the normal form of the value; empty for any
     * @param after only by change sets with a larger number
     * @param upTo only by change sets with no larger number
     * @param since only then or later
     * @return what happened, in order; of one customer in one change set once
     */
    public List<Happened> changed(FieldName field, String normal, long after, long upTo, Instant since) {
        Set<List<Long>> seen = new HashSet<>();
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT v.contact_id, v.from_change, s.at, v.raw, v.label FROM (
                                            SELECT DISTINCT contact_id, sequence FROM change_contact WHERE sequence > :after AND sequence <= :to) c
                                        JOIN change_set s ON s.sequence = c.sequence
                                        JOIN card_value v ON v.contact_id = c.contact_id AND v.from_change = c.sequence
                                            AND v.property = :property AND v.since_change = v.from_change AND v.to_change IS NULL
                                            AND v.mark <> 'DENIED' AND (:normal = '' OR v.normal = :normal)
                                        WHERE s.at >= :since AND"""
                                        + ACT
                                        + """
                                                 AND NOT EXISTS (SELECT 1 FROM card_value o WHERE o.contact_id = v.contact_id AND o.property = v.property
                                                    AND o.label = v.label AND o.normal = v.normal AND o.mark <> 'DENIED' AND o.from_change < v.from_change
                                                    AND (o.to_change IS NULL OR o.to_change >= v.from_change))
                                                ORDER BY v.from_change, v.contact_id, v.id""")
                        .bind("after", after).bind("to", upTo).bind("since", since.toEpochMilli())
                        .bind("property", field.property().name()).bind("normal", normal)
                        .map((row, _) -> new Labelled(new Happened(row.getLong(1), row.getLong(2),
                                Instant.ofEpochMilli(row.getLong(3)), row.getString(4)), row.getString(5)))
                        .list())
                .stream().filter(one -> isOf(field, one.label)).map(Labelled::happened)
                .filter(one -> seen.add(List.of(one.contact(), one.change()))).toList();
    }

    private record Labelled(Happened happened, String label) {}

    private static boolean isOf(FieldName field, String label) {
        return field.label().isEmpty() || OwnField.key(label).equals(OwnField.key(field.label()));
    }

    /**
     * Customers whose last contact, by a person's mail, a call or a meeting, was in a stretch of time.
     *
     * @param from from when on
     * @param to before when
     * @return the customers with the time of that contact, the longest ago first
     */
    public List<Happened> lastContacts(Instant from, Instant to) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT id, last_real FROM contact WHERE last_real >= ? AND last_real < ? ORDER BY last_real, id""")
                .bind(0, from.toEpochMilli()).bind(1, to.toEpochMilli())
                .map((row, _) -> new Happened(row.getLong(1), 0, Instant.ofEpochMilli(row.getLong(2)), "")).list());
    }

    /**
     * What customers have in a field that holds days.
     *
     * @param field which
     * @return customers with what is said, as it was written
     */
    public List<Happened> days(FieldName field) {
        return store.readers().withHandle(handle -> handle.createQuery(
                """
                        SELECT v.contact_id, v.raw, v.label FROM card_value v JOIN contact k ON k.id = v.contact_id
                        WHERE v.property = ? AND v.to_change IS NULL AND v.mark <> 'DENIED'
                        AND NOT EXISTS (SELECT 1 FROM card_value d WHERE d.contact_id = v.contact_id AND d.property = v.property
                            AND d.normal = v.normal AND d.to_change IS NULL AND d.mark = 'DENIED') ORDER BY v.contact_id, v.id""")
                .bind(0, field.property().name())
                .map((row, _) -> new Labelled(new Happened(row.getLong(1), 0, Instant.EPOCH, row.getString(2)),
                        row.getString(3)))
                .list()).stream().filter(one -> isOf(field, one.label)).map(Labelled::happened).toList();
    }

    /**
     * What a rule did, unasked or once it was accepted, that was not taken back.
     *
     * @param rule its number
     * @return numbers of change sets, the latest first
     */
    public List<Long> standing(long rule) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT s.sequence FROM change_set s
                WHERE (s.actor = 'RULE' AND LEFT(s.reason, LENGTH(:did)) = :did
                    OR LEFT(s.reason, LENGTH(:accepted)) = :accepted)
                AND NOT EXISTS (SELECT 1 FROM change_set u WHERE u.reason = 'undone ' || s.sequence
                    AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.reason = 'undone ' || u.sequence))
                ORDER BY s.sequence DESC""").bind("did", "rule " + rule + " ")
                .bind("accepted", "rule-accepted " + rule + " ").mapTo(Long.class).list());
    }
}
