package app.kith.store;

import static java.util.Objects.requireNonNull;

import app.kith.contact.EmailAddress;
import app.kith.contact.PersonName;
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
import java.util.stream.Stream;
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
    private final Rows named = new Rows("INSERT INTO message_person SELECT * FROM %s", "BIGINT", "BIGINT", "INT");

    PeopleTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Looks up all whom messages name, and takes those in who are new, in a handful of statements. */
    void know(List<Mail> mails) throws SQLException {
        Map<String, EmailAddress> wanted = new LinkedHashMap<>();
        for (Mail mail : mails) {
            Stream.of(mail.from(), mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).limit(MOST_PEOPLE)
                    .map(mailbox -> EmailAddress.of(mailbox.address())).filter(EmailAddress::isComplete)
                    .forEach(email -> wanted.putIfAbsent(email.normal(), email));
        }
        know(wanted);
    }

    private void know(Map<String, EmailAddress> wanted) throws SQLException {
        wanted.keySet().removeAll(known.keySet());
        select("SELECT a.normal, a.id, a.own FROM %s w(normal) JOIN address a ON a.normal = w.normal", wanted.keySet(),
                row -> known.put(row.getString(1), new Address(row.getLong(2), row.getBoolean(3))));
        wanted.keySet().removeAll(known.keySet());
        Set<String> own = new HashSet<>();
        select("SELECT a.normal FROM %s w(normal) JOIN account a ON a.normal = w.normal", wanted.keySet(),
                row -> own.add(row.getString(1)));
        Map<String, Long> holders = new HashMap<>();
        select("""
                SELECT v.normal, MIN(v.contact_id) FROM %s w(normal) JOIN card_value v
                ON v.found_by = 'EMAIL:' || w.normal AND v.to_change IS NULL
                    AND NOT EXISTS (SELECT 1 FROM card_value d WHERE d.found_by = v.found_by
                        AND d.contact_id = v.contact_id AND d.mark = 'DENIED' AND d.to_change IS NULL)
                GROUP BY v.normal""",
                wanted.keySet(), row -> holders.put(row.getString(1), row.getLong(2)));
        Rows fresh = new Rows(
                """
                        INSERT INTO address SELECT w.id, w.normal, w.shown, w.domain, '', w.own, w.contact, 0, 0, 0, NULL, NULL, NULL, NULL, NULL
                        FROM %s w(id, normal, shown, domain, own, contact)""",
                "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "BOOLEAN",
                "BIGINT");
        for (EmailAddress email : wanted.values()) {
            Address address = new Address(transaction.takeAddress(), own.contains(email.normal()));
            fresh.add(address.id(), email.normal(), email.shown(), email.domain(), address.own(),
                    holders.get(email.normal()));
            known.put(email.normal(), address);
            transaction.touched.proposed.add(address.id());
        }
        fresh.update(transaction.sql);
    }

    private void select(String query, Set<String> normals, Writer.Visitor visitor) throws SQLException {
        Rows wanted = new Rows(query, "VARCHAR");
        normals.forEach(wanted::add);
        wanted.each(transaction.sql, visitor);
    }

    /** Notes who a message names; returns them in order. They are written by {@link #write}. */
    List<Person> insert(long message, Mail mail) throws SQLException {
        List<Person> people = new ArrayList<>();
        add(people, FROM, mail.from());
        add(people, TO, mail.to());
        add(people, CC, mail.cc());
        add(people, BCC, mail.bcc());
        for (int i = 0; i < people.size(); i++) {
            named.add(message << ITEM_BITS | i, people.get(i).address(), people.get(i).role());
        }
        return people;
    }

    /** Writes who was named. */
    void write() throws SQLException {
        named.update(transaction.sql);
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
        if (!known.containsKey(email.normal())) {
            know(new LinkedHashMap<>(Map.of(email.normal(), email)));
        }
        return requireNonNull(known.get(email.normal()));
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
        Map<Long, Map<String, Integer>> tallies = new HashMap<>();
        Rows wanted = new Rows(
                "SELECT n.address_id, n.name, n.seen FROM %s w(id) JOIN address_name n ON n.address_id = w.id",
                "BIGINT");
        names.keySet().forEach(wanted::add);
        wanted.each(transaction.sql, row -> tallies.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                .put(row.getString(2), row.getInt(3)));
        Rows seen = new Rows("MERGE INTO address_name KEY (address_id, name) SELECT * FROM %s", "BIGINT", "VARCHAR",
                "INT");
        for (var entry : names.entrySet()) {
            flushNames(entry.getKey(), entry.getValue(),
                    tallies.computeIfAbsent(entry.getKey(), _ -> new HashMap<>()), seen);
        }
        seen.update(transaction.sql);
        names.clear();
        for (var entry : contacts.entrySet()) {
            entry.getValue().write(transaction.sql, entry.getKey());
            transaction.touched.addresses.add(entry.getKey());
        }
        contacts.clear();
    }

    private void flushNames(long address, Map<String, Integer> seen, Map<String, Integer> tally, Rows merged)
            throws SQLException {
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
            merged.add(address, name.getKey(), sum);
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
        private @Nullable Long lastReal;
        private long lastAt = Long.MIN_VALUE;
        private long lastMessage;

        void add(Counted message, boolean outgoing) {
            if (!MessageStatus.has(message.status(), MessageStatus.AUTOMATIC)) {
                lastReal = later(lastReal, message.sentAt());
            }
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
            sql.update(
                    """
                            UPDATE address SET received = received + ?, automatic = automatic + ?, sent = sent + ?,
                                last_in = COALESCE(GREATEST(last_in, ?), last_in, ?),
                                last_out = COALESCE(GREATEST(last_out, ?), last_out, ?),
                                last_real = COALESCE(GREATEST(last_real, ?), last_real, ?),
                                last_message = CASE WHEN last_at > ? OR last_at = ? AND last_message > ? THEN last_message ELSE ? END,
                                last_at = CASE WHEN last_at > ? THEN last_at ELSE ? END WHERE id = ?""",
                    received, automatic, sent, lastIn, lastIn, lastOut, lastOut, lastReal, lastReal, lastAt, lastAt,
                    lastMessage,
                    lastMessage, lastAt, lastAt, address);
        }

        void replace(Writer sql, long address) throws SQLException {
            boolean any = lastAt != Long.MIN_VALUE;
            sql.update("""
                    UPDATE address SET received = ?, automatic = ?, sent = ?, last_in = ?, last_out = ?, last_real = ?,
                        last_at = ?, last_message = ? WHERE id = ?""", received, automatic, sent, lastIn, lastOut,
                    lastReal,
                    any ? lastAt : null,
                    any ? lastMessage : null, address);
        }
    }
}
