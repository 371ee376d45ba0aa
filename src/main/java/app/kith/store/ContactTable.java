package app.kith.store;

import static java.util.Objects.requireNonNull;

import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.FreeMail;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contacts: their cards and values, and a flat row of the best of them with what mail tells. */
final class ContactTable {
    private final Transaction transaction;

    ContactTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Puts a card into force from a change set on. */
    void put(Card card, long change) throws SQLException {
        transaction.contactSeen(card.contact());
        transaction.cardSeen(card.id());
        transaction.sql.update("MERGE INTO card KEY (id) VALUES (?, ?, ?, ?)", card.id(), card.contact(),
                card.source().kind().name(), card.source().place());
        int place = 0;
        for (Value value : card.values()) {
            transaction.sql.update("""
                    INSERT INTO card_value (card_id, contact_id, property, label, raw, normal, place, from_change)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", card.id(), card.contact(), value.property().name(),
                    value.label(),
                    value.raw(), value.normal(), place++, change);
        }
        link(card);
        transaction.touched.contacts.add(card.contact());
    }

    /** Takes a card out of force from a change set on. */
    void withdraw(Card card, long change) throws SQLException {
        transaction.sql.update("UPDATE card_value SET to_change = ? WHERE card_id = ? AND to_change IS NULL", change,
                card.id());
        transaction.sql.update("DELETE FROM card WHERE id = ?", card.id());
        link(card);
        transaction.touched.contacts.add(card.contact());
    }

    /** Ties the correspondents whom the card's addresses name to the contact that has them now. */
    private void link(Card card) throws SQLException {
        for (Value value : card.values()) {
            if (value.property() == Property.EMAIL) {
                touchHolder(value.normal());
                transaction.sql.update("""
                        UPDATE address SET contact_id = (SELECT MIN(contact_id) FROM card_value
                            WHERE property = 'EMAIL' AND normal = ? AND to_change IS NULL) WHERE normal = ?""",
                        value.normal(), value.normal());
                touchHolder(value.normal());
            }
        }
    }

    private void touchHolder(String normal) throws SQLException {
        Long contact = transaction.sql.number("SELECT contact_id FROM address WHERE normal = ?", normal);
        if (contact != null) {
            transaction.touched.contacts.add(contact);
        }
    }

    /** Works out anew the row of every contact that was touched, itself or through its addresses. */
    void refresh() throws SQLException {
        Rows holders = new Rows("""
                SELECT a.contact_id FROM %s w(id) JOIN address a ON a.id = w.id WHERE a.contact_id IS NOT NULL""",
                "BIGINT");
        transaction.touched.addresses.forEach(holders::add);
        holders.each(transaction.sql, row -> transaction.touched.contacts.add(row.getLong(1)));
        Map<Long, Sum> sums = sums(transaction.touched.contacts);
        Rows made = new Rows("MERGE INTO contact KEY (id) SELECT * FROM %s", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR",
                "VARCHAR", "INT", "INT", "BIGINT", "BIGINT", "BIGINT", "BIGINT");
        for (long contact : transaction.touched.contacts) {
            Sum sum = sums.get(contact);
            if (sum == null) {
                transaction.sql.update("DELETE FROM contact WHERE id = ?", contact);
            } else {
                write(contact, sum, made);
            }
        }
        made.update(transaction.sql);
    }

    /** What cards and mail tell of contacts; those without a card are not in it. */
    private Map<Long, Sum> sums(Set<Long> contacts) throws SQLException {
        Map<Long, Sum> sums = new HashMap<>();
        each(contacts, row -> sums.put(row.getLong(1), new Sum()), """
                SELECT DISTINCT c.contact_id FROM %s w(id) JOIN card c ON c.contact_id = w.id""");
        each(sums.keySet(), row -> requireNonNull(sums.get(row.getLong(1))).values
                .add(new Value(Property.valueOf(row.getString(2)), "", row.getString(3), row.getString(4), "", null)),
                """
                        SELECT v.contact_id, v.property, v.raw, v.normal FROM %s w(id) JOIN card_value v
                        ON v.contact_id = w.id AND v.to_change IS NULL ORDER BY v.card_id, v.place""");
        each(sums.keySet(), row -> requireNonNull(sums.get(row.getLong(1))).add(row.getString(2), row.getString(3),
                row.getInt(4), row.getInt(5), row.getObject(6, Long.class), row.getObject(7, Long.class),
                row.getObject(8, Long.class), row.getObject(9, Long.class)), """
                        SELECT a.contact_id, a.name, a.domain, a.received, a.sent, a.last_in, a.last_out, a.last_at,
                            a.last_message FROM %s w(id) JOIN address a ON a.contact_id = w.id
                        ORDER BY a.received + a.sent DESC, a.normal""");
        return sums;
    }

    private void each(Set<Long> contacts, Writer.Visitor visitor, String query) throws SQLException {
        Rows wanted = new Rows(query, "BIGINT");
        contacts.forEach(wanted::add);
        wanted.each(transaction.sql, visitor);
    }

    private static void write(long contact, Sum sum, Rows made) {
        String name = name(sum.values, sum);
        String company = company(sum.values);
        made.add(contact, name, sortKey(name), company, search(name, company, sum.values, sum), sum.received, sum.sent,
                sum.lastIn, sum.lastOut, sum.lastAt == null ? 0L : sum.lastAt, sum.lastMessage);
    }

    /** The hand's and the file's names come before those of mail headers, which are taken fresh from all that was seen. */
    private static String name(List<Value> values, Sum sum) {
        String given = values.stream().filter(value -> value.property() == Property.NAME).map(Value::raw).findFirst()
                .orElse("");
        if (!given.isEmpty()) {
            return given;
        }
        if (!sum.name.isEmpty()) {
            return sum.name;
        }
        return values.stream().filter(value -> value.property() == Property.EMAIL).map(Value::raw).findFirst()
                .orElse("");
    }

    private static String company(List<Value> values) {
        String given = values.stream().filter(value -> value.property() == Property.COMPANY).map(Value::raw).findFirst()
                .orElse("");
        if (!given.isEmpty()) {
            return given;
        }
        return values.stream().filter(value -> value.property() == Property.EMAIL)
                .map(value -> EmailAddress.of(value.raw()).domain())
                .filter(domain -> !domain.isEmpty() && !FreeMail.is(domain))
                .findFirst().orElse("");
    }

    static String sortKey(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 200 ? lower.substring(0, 200) : lower;
    }

    private static String search(String name, String company, List<Value> values, Sum sum) {
        Set<String> words = new LinkedHashSet<>();
        words.add(name.toLowerCase(Locale.ROOT));
        words.add(company.toLowerCase(Locale.ROOT));
        sum.names.forEach(other -> words.add(other.toLowerCase(Locale.ROOT)));
        values.forEach(value -> words.add(value.normal()));
        return String.join("\n", words);
    }

    private static final class Sum {
        private final List<Value> values = new ArrayList<>();
        private final Set<String> names = new LinkedHashSet<>();
        private String name = "";
        private int received;
        private int sent;
        private @Nullable Long lastIn;
        private @Nullable Long lastOut;
        private @Nullable Long lastAt;
        private @Nullable Long lastMessage;

        void add(String addressName, String domain, int in, int out, @Nullable Long lastReceived,
                @Nullable Long lastSent,
                @Nullable Long at, @Nullable Long message) {
            names.add(addressName);
            names.add(domain);
            name = name.isEmpty() ? addressName : name;
            received += in;
            sent += out;
            lastIn = later(lastIn, lastReceived);
            lastOut = later(lastOut, lastSent);
            if (at != null && (lastAt == null || at > lastAt)) {
                lastAt = at;
                lastMessage = message;
            }
        }

        private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
            return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
        }
    }
}
