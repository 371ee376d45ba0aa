package app.kith.store;

import app.kith.contact.EmailAddress;
import app.kith.contact.PersonName;
import app.kith.contact.Property;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Correspondents: every address that mail names, with the names it was given, and how often, in which direction and when last
 * the user was in touch. Counts are of visible messages: who wrote one that came in, and who was to get one that went out.
 */
final class PeopleTable {
    static final int FROM = 0;
    static final int TO = 1;
    static final int CC = 2;
    static final int BCC = 3;
    private static final int ITEM_BITS = 10;
    private static final int MOST_PEOPLE = 1 << ITEM_BITS;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST = 320;

    private final Transaction transaction;
    private final Map<String, Address> known = new HashMap<>();
    private final Map<Long, Map<String, Integer>> names = new LinkedHashMap<>();
    private final Map<Long, Contacts> contacts = new LinkedHashMap<>();

    PeopleTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Notes who a message names; returns them in order. */
    List<Person> insert(long message, Mail mail) throws SQLException {
        List<Person> people = new ArrayList<>();
        add(people, FROM, mail.from());
        add(people, TO, mail.to());
        add(people, CC, mail.cc());
        add(people, BCC, mail.bcc());
        for (int i = 0; i < people.size(); i++) {
            transaction.sql.update("INSERT INTO message_person VALUES (?, ?, ?)", message << ITEM_BITS | i,
                    people.get(i).address(), people.get(i).role());
        }
        return people;
    }

    private void add(List<Person> people, int role, List<Mailbox> mailboxes) throws SQLException {
        for (Mailbox mailbox : mailboxes) {
            EmailAddress email = EmailAddress.of(mailbox.address());
            if (!email.isComplete() || people.size() >= MOST_PEOPLE) {
                continue;
            }
            Address address = find(email);
            Person person = new Person(address.id(), role, address.own());
            if (people.contains(person)) {
                continue;
            }
            people.add(person);
            String name = PersonName.clean(mailbox.name(), email);
            if (!name.isEmpty()) {
                names.computeIfAbsent(address.id(), _ -> new HashMap<>()).merge(cut(name), 1, Integer::sum);
            }
        }
    }

    /** Takes the names back that a message gave in one reading, and notes those that it gives in another. */
    void rename(Mail before, Mail after) throws SQLException {
        tally(before, -1);
        tally(after, 1);
    }

    private void tally(Mail mail, int step) throws SQLException {
        Set<String> seen = new HashSet<>();
        int role = FROM;
        for (List<Mailbox> mailboxes : List.of(mail.from(), mail.to(), mail.cc(), mail.bcc())) {
            for (Mailbox mailbox : mailboxes) {
                EmailAddress email = EmailAddress.of(mailbox.address());
                boolean counts = email.isComplete() && seen.size() < MOST_PEOPLE && seen.add(role + email.normal());
                String name = counts ? PersonName.clean(mailbox.name(), email) : "";
                Long address = name.isEmpty()
                        ? null
                        : transaction.sql.number("SELECT id FROM address WHERE normal = ?", email.normal());
                if (address != null) {
                    names.computeIfAbsent(address, _ -> new HashMap<>()).merge(cut(name), step, Integer::sum);
                }
            }
            role++;
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Address find(EmailAddress email) throws SQLException {
        Address found = known.get(email.normal());
        if (found == null) {
            Address[] loaded = new Address[1];
            transaction.sql.each(row -> loaded[0] = new Address(row.getLong(1), row.getBoolean(2)),
                    "SELECT id, own FROM address WHERE normal = ?", email.normal());
            found = loaded[0] == null ? insert(email) : loaded[0];
            known.put(email.normal(), found);
        }
        return found;
    }

    private Address insert(EmailAddress email) throws SQLException {
        Long account = transaction.sql.number("SELECT MIN(id) FROM account WHERE normal = ?", email.normal());
        Long contact = transaction.sql.number("""
                SELECT MIN(contact_id) FROM card_value WHERE property = ? AND normal = ? AND to_change IS NULL""",
                Property.EMAIL.name(), email.normal());
        Address address = new Address(transaction.takeAddress(), account != null);
        transaction.sql.update("INSERT INTO address VALUES (?, ?, ?, ?, '', ?, ?, 0, 0, 0, NULL, NULL, NULL, NULL)",
                address.id(),
                email.normal(), email.shown(), email.domain(), address.own(), contact);
        return address;
    }

    /** Adds a message that became visible to the counts of those it concerns. */
    void count(Counted message, List<Person> people) {
        boolean outgoing = MessageStatus.has(message.status(), MessageStatus.OUTGOING);
        Set<Long> counted = new HashSet<>();
        for (Person person : people) {
            boolean concerns = outgoing == (person.role() != FROM);
            if (concerns && !person.own() && counted.add(person.address())) {
                contacts.computeIfAbsent(person.address(), _ -> new Contacts()).add(message, outgoing);
            }
        }
    }

    /** Writes the names and counts gathered. */
    void flush() throws SQLException {
        for (var entry : names.entrySet()) {
            flushNames(entry.getKey(), entry.getValue());
        }
        names.clear();
        for (var entry : contacts.entrySet()) {
            entry.getValue().write(transaction.sql, entry.getKey());
            transaction.touched.addresses.add(entry.getKey());
        }
        contacts.clear();
    }

    private void flushNames(long address, Map<String, Integer> seen) throws SQLException {
        Map<String, Integer> tally = new HashMap<>();
        transaction.sql.each(row -> tally.put(row.getString(1), row.getInt(2)),
                "SELECT name, seen FROM address_name WHERE address_id = ?", address);
        String before = PersonName.best(tally);
        for (var name : seen.entrySet()) {
            boolean there = tally.containsKey(name.getKey());
            if (!there && tally.size() >= MOST_NAMES) {
                continue; // Lists that put a different name before one address would fill the table.
            }
            int sum = tally.merge(name.getKey(), name.getValue(), Integer::sum);
            if (sum <= 0) {
                tally.remove(name.getKey());
                transaction.sql.update("DELETE FROM address_name WHERE address_id = ? AND name = ?", address,
                        name.getKey());
                continue;
            }
            transaction.sql.update("MERGE INTO address_name KEY (address_id, name) VALUES (?, ?, ?)", address,
                    name.getKey(), sum);
        }
        String best = PersonName.best(tally);
        if (!best.equals(before)) {
            transaction.sql.update("UPDATE address SET name = ? WHERE id = ?", best, address);
            transaction.touched.addresses.add(address);
        }
    }

    /** Notes everybody whom a message concerns, to be counted anew. */
    void touch(long message) throws SQLException {
        transaction.sql.each(row -> transaction.touched.recounted.add(row.getLong(1)),
                "SELECT address_id FROM message_person WHERE item BETWEEN ? AND ?", message << ITEM_BITS,
                (message << ITEM_BITS) + MOST_PEOPLE - 1);
    }

    /** Counts all anew that were noted for it. */
    void recount() throws SQLException {
        for (long address : transaction.touched.recounted) {
            recount(address);
            transaction.touched.addresses.add(address);
        }
    }

    /** Counts an address anew from its messages. Gives exactly what {@link #count} would have gathered. */
    private void recount(long address) throws SQLException {
        boolean own = transaction.sql.number("SELECT 1 FROM address WHERE id = ? AND own", address) != null;
        Contacts anew = new Contacts();
        if (!own) {
            transaction.sql.each(row -> {
                int status = row.getInt(3);
                boolean outgoing = MessageStatus.has(status, MessageStatus.OUTGOING);
                if (MessageStatus.has(status, MessageStatus.VISIBLE) && outgoing == (row.getInt(4) != FROM)) {
                    anew.add(new Counted(row.getLong(1), row.getLong(2), status), outgoing);
                }
            }, """
                    SELECT m.id, m.sent_at, m.status, MIN(p.role) FROM message_person p JOIN message m ON m.id = p.item / 1024
                    WHERE p.address_id = ? GROUP BY m.id, m.sent_at, m.status, (p.role = 0)""",
                    address);
        }
        anew.replace(transaction.sql, address);
    }

    /** A message as far as it is counted. */
    record Counted(long id, long sentAt, int status) {}

    /** Somebody whom a message names. */
    record Person(long address, int role, boolean own) {}

    private record Address(long id, boolean own) {}

    /** Counts of one address. */
    private static final class Contacts {
        private int received;
        private int automatic;
        private int sent;
        private @Nullable Long lastIn;
        private @Nullable Long lastOut;
        private long lastAt = Long.MIN_VALUE;
        private long lastMessage;

        void add(Counted message, boolean outgoing) {
            if (outgoing) {
                sent++;
                lastOut = later(lastOut, message.sentAt());
            } else {
                received++;
                automatic += MessageStatus.has(message.status(), MessageStatus.AUTOMATIC) ? 1 : 0;
                lastIn = later(lastIn, message.sentAt());
            }
            if (message.sentAt() > lastAt || message.sentAt() == lastAt && message.id() > lastMessage) {
                lastAt = message.sentAt();
                lastMessage = message.id();
            }
        }

        private static Long later(@Nullable Long one, long other) {
            return one == null ? other : Math.max(one, other);
        }

        void write(Writer sql, long address) throws SQLException {
            sql.update("""
                    UPDATE address SET received = received + ?, automatic = automatic + ?, sent = sent + ?,
                        last_in = COALESCE(GREATEST(last_in, ?), last_in, ?),
                        last_out = COALESCE(GREATEST(last_out, ?), last_out, ?) WHERE id = ?""",
                    received, automatic, sent, lastIn, lastIn, lastOut, lastOut, address);
            sql.update("""
                    UPDATE address SET last_at = ?, last_message = ?
                    WHERE id = ? AND (last_at IS NULL OR last_at < ? OR last_at = ? AND last_message < ?)""", lastAt,
                    lastMessage, address, lastAt, lastAt, lastMessage);
        }

        void replace(Writer sql, long address) throws SQLException {
            boolean any = lastAt != Long.MIN_VALUE;
            sql.update("""
                    UPDATE address SET received = ?, automatic = ?, sent = ?, last_in = ?, last_out = ?, last_at = ?,
                        last_message = ? WHERE id = ?""", received, automatic, sent, lastIn, lastOut,
                    any ? lastAt : null,
                    any ? lastMessage : null, address);
        }
    }
}
