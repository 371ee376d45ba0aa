package app.kith.store;

import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.FreeMail;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
        for (long address : transaction.touched.addresses) {
            Long contact = transaction.sql.number("SELECT contact_id FROM address WHERE id = ?", address);
            if (contact != null) {
                transaction.touched.contacts.add(contact);
            }
        }
        for (long contact : transaction.touched.contacts) {
            refresh(contact);
        }
    }

    private void refresh(long contact) throws SQLException {
        List<Value> values = new ArrayList<>();
        transaction.sql.each(row -> values.add(new Value(Property.valueOf(row.getString(1)), "", row.getString(2),
                row.getString(3))), """
                        SELECT property, raw, normal FROM card_value
                        WHERE contact_id = ? AND to_change IS NULL ORDER BY card_id, place""", contact);
        if (transaction.sql.number("SELECT MIN(id) FROM card WHERE contact_id = ?", contact) == null) {
            transaction.sql.update("DELETE FROM contact WHERE id = ?", contact);
            return;
        }
        Sum sum = new Sum();
        transaction.sql.each(row -> sum.add(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4),
                row.getObject(5, Long.class), row.getObject(6, Long.class), row.getObject(7, Long.class),
                row.getObject(8, Long.class)), """
                        SELECT name, domain, received, sent, last_in, last_out, last_at, last_message FROM address
                        WHERE contact_id = ? ORDER BY received + sent DESC, normal""", contact);
        String name = name(values, sum);
        String company = company(values);
        transaction.sql.update("MERGE INTO contact KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", contact, name,
                sortKey(name), company, search(name, company, values, sum), sum.received, sum.sent, sum.lastIn,
                sum.lastOut,
                sum.lastAt == null ? 0 : sum.lastAt, sum.lastMessage);
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
