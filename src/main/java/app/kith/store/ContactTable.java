package app.kith.store;

import static java.util.Objects.requireNonNull;

import app.kith.contact.Card;
import app.kith.contact.CardStack.Said;
import app.kith.contact.Property;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Value;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts: their cards and values, and a flat row of the best of them with what mail tells. */
final class ContactTable {
    /** Each address with who has it and who is to have it: of several contacts the oldest that does not deny it. */
    private static final String HOLDERS = """
            SELECT a.id, a.contact_id, MIN(v.contact_id) FROM %s w(normal) JOIN address a ON a.normal = w.normal
            LEFT JOIN card_value v ON v.found_by = 'EMAIL:' || w.normal AND v.to_change IS NULL
                AND NOT EXISTS (SELECT 1 FROM card_value d WHERE d.found_by = v.found_by
                    AND d.contact_id = v.contact_id AND d.mark = 'DENIED' AND d.to_change IS NULL)
            GROUP BY a.id, a.contact_id""";

    /** Values and contacts that are worked on together: enough to be quick, few enough to be held in memory. */
    private static final int VALUES_AT_ONCE = 20_000;
    private static final int CONTACTS_AT_ONCE = 2_000;

    private static final String[] VALUE = {"BIGINT", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "INT",
            "BIGINT", "VARCHAR", "VARCHAR", "BIGINT"};

    private final Transaction transaction;
    private final Rows withdrawn = new Rows("""
            MERGE INTO card_value v USING (SELECT * FROM %s w(card, at, contact)) w
            ON v.contact_id = w.contact AND v.card_id = w.card AND v.to_change IS NULL
            WHEN MATCHED THEN UPDATE SET to_change = w.at""", "BIGINT", "BIGINT", "BIGINT");
    private final Rows ended = new Rows("""
            MERGE INTO card c USING (SELECT * FROM %s w(id)) w ON c.id = w.id
            WHEN MATCHED THEN UPDATE SET withdrawn = TRUE""", "BIGINT");
    private final Rows cards = new Rows("""
            MERGE INTO card (id, contact_id, source_kind, source_place, withdrawn) KEY (id)
            SELECT w.*, FALSE FROM %s w""", "BIGINT", "BIGINT", "VARCHAR", "VARCHAR");
    private final Rows values = new Rows("""
            INSERT INTO card_value (card_id, contact_id, property, label, raw, normal, place, from_change, source_place,
                mark, since_change)
            SELECT w.card, w.contact, w.property, w.label, w.raw, w.normal, w.place, w.at, w.source_place, w.mark, w.at
            FROM %s w(card, contact, property, label, raw, normal, place, at, source_place, mark, was)""",
            VALUE);
    /** What a card goes on saying it has said since it first did. */
    private final Rows again = new Rows(
            """
                    INSERT INTO card_value (card_id, contact_id, property, label, raw, normal, place, from_change, source_place,
                        mark, since_change)
                    SELECT w.card, w.contact, w.property, w.label, w.raw, w.normal, w.place, w.at, w.source_place, w.mark,
                        COALESCE((SELECT MIN(o.since_change) FROM card_value o USE INDEX (card_value_contact)
                        WHERE o.contact_id = w.was AND o.card_id = w.card AND o.property = w.property AND o.label = w.label AND o.raw = w.raw
                            AND o.to_change = w.at), w.at)
                    FROM %s w(card, contact, property, label, raw, normal, place, at, source_place, mark, was)""",
            VALUE);
    /** Cards that were taken out of force, and with whom they lay. */
    private final Map<Long, Long> gone = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    /** When change sets were made of which that was asked. */
    private final Map<Long, Long> changedAt = new HashMap<>();
    private final Set<Long> pending = new HashSet<>();
    private final Set<String> emails = new LinkedHashSet<>();
    /** What cards say of contacts that are new, as long as it is in hand: reading it back is a quarter of a large import's time. */
    private final Map<Long, List<Said>> fresh = new LinkedHashMap<>();

    ContactTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Puts a card into force from a change set on. */
    void put(Card card, long change) {
        if (transaction.contactSeen(card.contact())) {
            fresh.put(card.contact(), new ArrayList<>());
        }
        transaction.cardSeen(card.id());
        pending.add(card.id());
        cards.add(card.id(), card.contact(), card.source().kind().name(), card.source().place());
        Long was = gone.get(card.id());
        Rows said = was == null ? values : again;
        int place = 0;
        for (Value value : card.values()) {
            said.add(card.id(), card.contact(), value.property().name(), value.label(), value.raw(), value.normal(),
                    place++, change, value.place(), value.mark().name(), was);
        }
        seen(card);
        List<Said> known = fresh.get(card.contact());
        if (known != null) {
            card.values().stream().map(value -> new Said(value,
                    new Origin(card.id(), card.source(), value.place(), Instant.EPOCH, change))).forEach(known::add);
        }
    }

    /** Writes what is pending where it has become much. Not between the two halves of a card's change. */
    void flushMuch() throws SQLException {
        if (values.size() + again.size() > VALUES_AT_ONCE) {
            flush();
        }
    }

    /** Takes a card out of force from a change set on. */
    void withdraw(Card card, long change) throws SQLException {
        if (pending.contains(card.id())) {
            flush();
        }
        withdrawn.add(card.id(), change, card.contact());
        ended.add(card.id());
        gone.put(card.id(), card.contact());
        fresh.remove(card.contact());
        seen(card);
    }

    private void seen(Card card) {
        card.values().stream().filter(value -> value.property() == Property.EMAIL)
                .forEach(value -> emails.add(value.normal()));
        transaction.touched.contacts.add(card.contact());
    }

    /** Writes the cards that were put and withdrawn, and ties the correspondents whom they name to the contacts that have them now. */
    void flush() throws SQLException {
        withdrawn.update(transaction.sql);
        ended.update(transaction.sql);
        cards.update(transaction.sql);
        values.update(transaction.sql);
        again.update(transaction.sql);
        pending.clear();
        Rows wanted = new Rows(HOLDERS, "VARCHAR");
        emails.forEach(wanted::add);
        emails.clear();
        Map<Long, @Nullable Long> turned = new HashMap<>();
        wanted.each(transaction.sql, row -> {
            Long before = row.getObject(2, Long.class);
            Long after = row.getObject(3, Long.class);
            if (!Objects.equals(before, after)) {
                turned.put(row.getLong(1), after);
                transaction.touched.proposed.add(row.getLong(1));
                Stream.of(before, after).filter(Objects::nonNull).forEach(transaction.touched.contacts::add);
            } else if (after != null) {
                transaction.touched.contacts.add(after);
            }
        });
        Rows changed = new Rows("MERGE INTO address (id, contact_id) KEY (id) SELECT * FROM %s", "BIGINT", "BIGINT");
        turned.forEach(changed::add);
        changed.update(transaction.sql);
        Map<Long, ContactRow> rows = new HashMap<>();
        fresh.forEach((contact, said) -> {
            ContactRow row = new ContactRow();
            said.stream().sorted(Comparator.comparingLong(one -> one.origin().card())).forEach(row::says);
            rows.put(contact, row);
        });
        write(fresh.keySet(), rows);
        transaction.touched.settled(fresh.keySet());
        fresh.clear();
    }

    /** Works out anew the row of every contact that was touched, itself or through its addresses. */
    void refresh() throws SQLException {
        Rows holders = new Rows("""
                SELECT a.contact_id FROM %s w(id) JOIN address a ON a.id = w.id WHERE a.contact_id IS NOT NULL""",
                "BIGINT");
        transaction.touched.addresses.forEach(holders::add);
        holders.each(transaction.sql, row -> transaction.touched.contacts.add(row.getLong(1)));
        List<Long> stale = List.copyOf(transaction.touched.contacts);
        for (int from = 0; from < stale.size(); from += CONTACTS_AT_ONCE) {
            List<Long> some = stale.subList(from, Math.min(from + CONTACTS_AT_ONCE, stale.size()));
            write(some, rows(some));
        }
    }

    /** Writes the rows of contacts with what mail tells of them; those that have none are gone. */
    private void write(Collection<Long> contacts, Map<Long, ContactRow> rows) throws SQLException {
        each(rows.keySet(), row -> requireNonNull(rows.get(row.getLong(1))).wrote(row), """
                SELECT a.contact_id, a.name, a.domain, a.received, a.sent, a.last_in, a.last_out, a.last_at,
                    a.last_message, a.last_real FROM %s w(id) JOIN address a ON a.contact_id = w.id
                ORDER BY a.received + a.sent DESC, a.normal""");
        each(rows.keySet(), row -> requireNonNull(rows.get(row.getLong(1))).due().turn(row), """
                SELECT a.contact_id, c.turn, COUNT(*), MAX(c.turn_since), MAX(c.turn_until) FROM %s w(id)
                JOIN address a ON a.contact_id = w.id JOIN conversation c ON c.turn_address = a.id
                WHERE c.turn <> 'NONE' GROUP BY a.contact_id, c.turn""");
        each(rows.keySet(), row -> requireNonNull(rows.get(row.getLong(1))).due().entry(row), """
                SELECT e.contact_id, e.id, e.kind, e.at, e.until_at FROM %s w(id) JOIN entry e ON e.contact_id = w.id
                WHERE e.to_change IS NULL AND (e.kind IN ('CALL', 'MEETING') OR e.kind = 'TASK' AND e.state <> 'done')
                ORDER BY e.id""");
        new Intervals(transaction).read(rows.keySet()).forEach((contact, days) -> requireNonNull(rows.get(contact))
                .due().every(days));
        Rows made = new Rows("MERGE INTO contact KEY (id) SELECT * FROM %s", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR",
                "VARCHAR", "INT", "INT", "BIGINT", "BIGINT", "BIGINT", "BIGINT", "BOOLEAN", "VARCHAR", "VARCHAR",
                "VARCHAR", "INT", "BIGINT", "BIGINT", "INT", "BIGINT", "BIGINT", "BIGINT", "INT", "BIGINT",
                "BIGINT", "VARCHAR", "VARCHAR", "BIGINT");
        Rows owns = new Rows("INSERT INTO contact_own SELECT * FROM %s", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR",
                "DOUBLE PRECISION");
        Rows former = new Rows("DELETE FROM contact_own WHERE contact_id IN (SELECT w.id FROM %s w(id))", "BIGINT");
        contacts.forEach(former::add);
        former.update(transaction.sql);
        Map<Long, Long> since = stagesSince(rows);
        for (long contact : contacts) {
            ContactRow row = rows.get(contact);
            if (row == null) {
                transaction.sql.update("DELETE FROM contact WHERE id = ?", contact);
            } else {
                row.addTo(made, owns, contact, since.get(contact),
                        name -> stems.computeIfAbsent(name, one -> ContactRow.companyKey(one)));
            }
        }
        made.update(transaction.sql);
        owns.update(transaction.sql);
    }

    /** Since when contacts have stood at their stages. What is new and in hand has stood there since it was said, once. */
    private Map<Long, Long> stagesSince(Map<Long, ContactRow> rows) throws SQLException {
        Map<Long, Long> since = new HashMap<>();
        Set<Long> asked = new HashSet<>();
        for (Map.Entry<Long, ContactRow> one : rows.entrySet()) {
            Set<Long> changes = one.getValue().stageChanges();
            if (fresh.containsKey(one.getKey()) && changes.size() == 1) {
                since.put(one.getKey(), changedAt(changes.iterator().next()));
            } else if (!changes.isEmpty()) {
                asked.add(one.getKey());
            }
        }
        StageTimeline.of(asked, StageSteps.asking(transaction.sql)).forEach((contact, steps) -> {
            Long at = StageSteps.since(steps);
            if (at != null) {
                since.put(contact, at);
            }
        });
        return since;
    }

    private long changedAt(long change) throws SQLException {
        Long known = changedAt.get(change);
        if (known == null) {
            known = requireNonNull(transaction.sql.number("SELECT at FROM change_set WHERE sequence = ?", change));
            changedAt.put(change, known);
        }
        return known;
    }

    /** What cards tell of contacts; those without a card are not in it. */
    private Map<Long, ContactRow> rows(Collection<Long> contacts) throws SQLException {
        Map<Long, ContactRow> rows = new HashMap<>();
        each(contacts, row -> rows.put(row.getLong(1), new ContactRow()), """
                SELECT DISTINCT c.contact_id FROM %s w(id) JOIN card c ON c.contact_id = w.id AND NOT c.withdrawn""");
        each(rows.keySet(), row -> requireNonNull(rows.get(row.getLong("contact_id"))).says(Customers.said(row)), """
                SELECT v.*, c.source_kind, c.source_place AS source_name, 0 AS at FROM %s w(id)
                JOIN card_value v ON v.contact_id = w.id AND v.to_change IS NULL JOIN card c ON c.id = v.card_id
                ORDER BY v.card_id, v.place""");
        return rows;
    }

    private void each(Collection<Long> contacts, Writer.Visitor visitor, String query) throws SQLException {
        Rows wanted = new Rows(query, "BIGINT");
        contacts.forEach(wanted::add);
        wanted.each(transaction.sql, visitor);
    }
}
