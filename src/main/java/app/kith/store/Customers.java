package app.kith.store;

import app.kith.contact.CardStack;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Source;
import app.kith.contact.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers as lists and pages need them. Blocks while it reads: not for the JavaFX thread. */
public final class Customers {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Customers(Store store) {
        this.store = store;
    }

    /** In which order customers are listed. */
    public enum Order {
        /** Last in touch first. */
        LAST_CONTACT("c.last_at = 0", "c.last_at", true),
        /** By name. */
        NAME("", "c.sort_key", false),
        /** Most mail first. */
        MOST_MAIL("", "c.received + c.sent", true),
        /** By company. */
        COMPANY("c.company = ''", "LOWER(c.company)", false),
        /** By position. */
        TITLE("c.title = ''", "LOWER(c.title)", false),
        /** By stage, in the order of the user's list of them; those that are not in it come behind. */
        STAGE("c.stage = ''", "LOWER(c.stage)", false),
        /** The longest at the stage first. */
        STAGE_SINCE("c.stage_since IS NULL", "c.stage_since", false),
        /** By tags. */
        TAGS("c.tags = ''", "LOWER(c.tags)", false),
        /** By the best address. */
        EMAIL("", reach("EMAIL"), false),
        /** By the best number. */
        PHONE("", reach("PHONE"), false),
        /** The last mail of a person, call or meeting first. */
        LAST_REAL("c.last_real IS NULL", "c.last_real", true),
        /** The latest answer that is owed first. */
        OWES("c.owes_since IS NULL", "c.owes_since", true),
        /** The latest answer that is waited for first. */
        WAITS("c.waits_since IS NULL", "c.waits_since", true),
        /** The next step that is due first. */
        NEXT_DUE("c.next_due IS NULL", "c.next_due", false),
        /** The most frequent contact that is wanted first. */
        KEEP("c.keep_days = 0", "c.keep_days", false);

        private final String unknown;
        private final String by;
        private final boolean falling;

        Order(String unknown, String by, boolean falling) {
            this.unknown = unknown;
            this.by = by;
            this.falling = falling;
        }

        private static String reach(String property) {
            return "(SELECT MIN(v.normal) FROM card_value v WHERE v.contact_id = c.id AND v.property = '" + property
                    + "' AND v.to_change IS NULL AND v.mark <> 'DENIED')";
        }

        /** {@return whether it begins with the latest or largest} */
        public boolean isFalling() {
            return falling;
        }

        /** The whole order; those of whom nothing is known come last either way. */
        String sql(boolean turned) {
            return (unknown.isEmpty() ? "" : unknown + ", ") + by + (falling != turned ? " DESC" : "")
                    + " NULLS LAST, c.id";
        }
    }

    /** Which customers are listed. */
    public enum Filter {
        /** The user owes an answer. */
        YOUR_TURN("c.owes_until >= :now"),
        /** The user waits for an answer. */
        WAITING("c.waits_until >= :now"),
        /** A task is due today or before, or there was no contact for longer than is wanted. */
        DUE("(c.next_due < :tomorrow OR c.keep_days > 0 "
                + "AND COALESCE(c.last_real, 0) + c.keep_days * CAST(86400000 AS BIGINT) <= :now)"),
        /** There was a contact, but none for longer than {@link Customers#DORMANT}. */
        DORMANT("c.last_real < :dormant");

        private final String sql;

        Filter(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** After how long without a contact a customer is dormant. */
    public static final Duration DORMANT = Duration.ofDays(90);

    /**
     * The numbers of customers, in order, for a list that loads its rows as they come into view.
     *
     * @param text words that name, company or an address must hold, all of them; empty for everybody
     * @param order in which order
     * @param limit at most so many; 0 for all
     * @return their numbers
     */
    public long[] ids(String text, Order order, int limit) {
        CustomerQuery wanted = text.isBlank()
                ? CustomerQuery.ALL
                : new CustomerQuery(List.of(new CustomerQuery.Clause(false, List.of(new CustomerQuery.Words(text)))));
        return new CustomerList(store, Set::of).ids(wanted, new CustomerList.Sort(order, "", false), limit,
                ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));
    }

    /**
     * Customers who share values.
     *
     * @param values values in their normal forms
     * @return numbers of the customers of whom one of them is said, those of whom most are first
     */
    public List<Long> sharing(List<Value> values) {
        Map<Long, Integer> found = new LinkedHashMap<>();
        for (Value value : values) {
            store.readers().useHandle(handle -> handle.createQuery("""
                    SELECT DISTINCT contact_id FROM card_value WHERE found_by = ? || ':' || ? AND normal <> ''
                    AND to_change IS NULL AND mark <> 'DENIED' LIMIT 20""").bind(0, value.property().name())
                    .bind(1, value.normal()).mapTo(Long.class).forEach(id -> found.merge(id, 1, Integer::sum)));
        }
        // The name of many is known from mail alone and stands on no card.
        values.stream().filter(value -> value.property() == Property.NAME).forEach(name -> store.readers()
                .useHandle(handle -> handle.createQuery("SELECT id FROM contact WHERE sort_key = ? LIMIT 20")
                        .bind(0, ContactRow.sortKey(name.raw())).mapTo(Long.class)
                        .forEach(id -> found.putIfAbsent(id, 1))));
        return found.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }

    /**
     * Tells whether one mail names two customers: one wrote to the other, or it went to both. Nobody does that with himself as a rule.
     *
     * @param one number of a customer
     * @param other number of another
     * @return whether there is such a mail
     */
    public boolean areInOneMail(long one, long other) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT 1 FROM address a JOIN message_person p ON p.address_id = a.id
                JOIN message_person q ON q.item BETWEEN p.item / 1024 * 1024 AND p.item / 1024 * 1024 + 1023
                JOIN address b ON b.id = q.address_id AND b.contact_id = ? WHERE a.contact_id = ? LIMIT 1""")
                .bind(0, other).bind(1, one).mapTo(int.class).findFirst().isPresent());
    }

    /**
     * Tells which customers are named in any mail.
     *
     * @param ids numbers of customers, any number of them
     * @return those of them that are
     */
    public Set<Long> namedInMail(List<Long> ids) {
        Set<Long> named = new HashSet<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + 1000));
            store.readers().useHandle(handle -> named.addAll(handle
                    .createQuery("SELECT DISTINCT contact_id FROM address WHERE contact_id IN (<ids>)")
                    .bindList("ids", some).mapTo(long.class).list()));
        }
        return named;
    }

    /** {@return how many customers there are} */
    public long count() {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM contact").mapTo(long.class).one());
    }

    /**
     * Rows for a list.
     *
     * @param ids numbers of customers
     * @return a row for each that is still there, in no particular order
     */
    public List<CustomerRow> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT c.*, m.subject, m.preview, m.status, COALESCE(e.title, '') AS next_title,
                    COALESCE(e.content, '') AS next_text
                FROM contact c LEFT JOIN message m ON m.id = c.last_message
                LEFT JOIN entry e ON e.id = c.next_task AND e.to_change IS NULL WHERE c.id IN (<ids>)""")
                .bindList("ids", ids).map((row, _) -> row(row)).list());
    }

    /**
     * Rows of any number of customers.
     *
     * @param ids their numbers
     * @return a row for each that is still there, in no particular order
     */
    public List<CustomerRow> all(List<Long> ids) {
        List<CustomerRow> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            all.addAll(rows(ids.subList(from, Math.min(ids.size(), from + 1000))));
        }
        return all;
    }

    private static CustomerRow row(ResultSet row) throws SQLException {
        long lastAt = row.getLong("last_at");
        String subject = row.getString("subject");
        String preview = row.getString("preview");
        int status = row.getInt("status");
        boolean any = subject != null;
        return new CustomerRow(row.getLong("id"), row.getString("name"), row.getString("company"),
                any ? Instant.ofEpochMilli(lastAt) : null, MessageStatus.has(status, MessageStatus.OUTGOING),
                MessageStatus.has(status, MessageStatus.UNREAD), any ? subject : "", any ? preview : "",
                row.getInt("received"), row.getInt("sent"), row.getBoolean("company_card"), row.getString("title"),
                row.getString("stage"), instant(row, "stage_since"), tags(row.getString("tags")), standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String title = row.getString("next_title");
        return new Standing(row.getInt("owes"), instant(row, "owes_since"), instant(row, "owes_until"),
                row.getInt("waits"), instant(row, "waits_since"), instant(row, "waits_until"),
                instant(row, "last_real"), row.getInt("keep_days"),
                row.getLong("next_task"), title.isEmpty() ? row.getString("next_text") : title,
                instant(row, "next_due"));
    }

    /**
     * The addresses of customers.
     *
     * @param ids numbers of customers
     * @return addresses by customer, as their cards have them
     */
    public Map<Long, List<String>> emails(List<Long> ids) {
        Map<Long, List<String>> emails = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            List<Long> window = ids.subList(from, Math.min(ids.size(), from + 1000));
            store.readers().useHandle(handle -> handle.createQuery("""
                    SELECT v.contact_id, MIN(v.raw) FROM card_value v WHERE v.property = 'EMAIL' AND v.to_change IS NULL
                    AND v.contact_id IN (<ids>) AND NOT EXISTS (SELECT 1 FROM card_value d
                        WHERE d.contact_id = v.contact_id AND d.property = 'EMAIL' AND d.normal = v.normal
                        AND d.mark = 'DENIED' AND d.to_change IS NULL)
                    GROUP BY v.contact_id, v.normal ORDER BY MIN(v.card_id), MIN(v.place), v.normal""")
                    .bindList("ids", window).map((row, _) -> emails
                            .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getString(2)))
                    .list());
        }
        return emails;
    }

    /**
     * Everything known of one customer.
     *
     * @param id the number
     * @return the customer; empty where there is none
     */
    public Optional<Customer> find(long id) {
        return rows(List.of(id)).stream().findFirst()
                .map(row -> new Customer(row, values(id, Long.MAX_VALUE), addresses(id)));
    }

    /** The source's own place stands in the value; the name of the source beside it. */
    static CardStack.Said said(ResultSet row) throws SQLException {
        Value value = new Value(Property.valueOf(row.getString("property")), row.getString("label"),
                row.getString("raw"), row.getString("normal"), row.getString("source_place"),
                Value.Mark.valueOf(row.getString("mark")));
        Source source = new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_name"));
        return new CardStack.Said(value, new Origin(row.getLong("card_id"), source, value.place(),
                Instant.ofEpochMilli(row.getLong("at")), row.getLong("since_change")));
    }

    /**
     * What was known of a customer behind a change set. What mail tells is not in it: only what cards said.
     *
     * @param id the number
     * @param change number of the change set
     * @return the values; empty where nothing was known
     */
    public List<ShownValue> asOf(long id, long change) {
        return values(id, change);
    }

    private List<ShownValue> values(long id, long change) {
        return new CardStack(store.readers().withHandle(handle -> handle.createQuery("""
                SELECT v.*, c.source_kind, c.source_place AS source_name, s.at FROM card_value v
                JOIN card c ON c.id = v.card_id JOIN change_set s ON s.sequence = v.since_change
                WHERE v.contact_id = :id AND v.from_change <= :change AND (v.to_change IS NULL OR v.to_change > :change)
                ORDER BY v.card_id, v.place""").bind("id", id).bind("change", change).map((row, _) -> said(row))
                .list())).shown();
    }

    /**
     * What was known of a customer at a time. What mail tells is not in it: only what cards said.
     *
     * @param id the number
     * @param at the time
     * @return the values of that time; empty where nothing was known
     */
    public List<ShownValue> asOf(long id, Instant at) {
        long change = store.readers()
                .withHandle(handle -> handle
                        .createQuery("SELECT COALESCE(MAX(sequence), 0) FROM change_set WHERE at <= ?")
                        .bind(0, at.toEpochMilli()).mapTo(long.class).one());
        return values(id, change);
    }

    private List<AddressRow> addresses(long id) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT shown, name, received, sent, last_in, last_out FROM address WHERE contact_id = ?
                ORDER BY received + sent DESC, normal""").bind(0, id).map((row, _) -> new AddressRow(row.getString(1),
                row.getString(2), row.getInt(3), row.getInt(4), instant(row, 5), instant(row, 6))).list());
    }

    private static List<String> tags(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /**
     * A customer in a list.
     *
     * @param id number
     * @param name best name
     * @param company company, or the domain that stands for it; empty where neither is known
     * @param lastContact when the last visible mail was exchanged; null where there is none
     * @param lastOutgoing whether the user wrote it
     * @param lastUnread whether it has not been read
     * @param lastSubject its subject
     * @param lastPreview its first words
     * @param received mails from the customer
     * @param sent mails to the customer
     * @param isCompany whether it is a company and not a person
     * @param title position; may be empty
     * @param stage where the customer stands in the user's sales; may be empty
     * @param stageSince since when the customer has stood there; null where at no stage
     * @param tags tags
     * @param standing what is due with the customer
     */
    public record CustomerRow(long id, String name, String company, @Nullable Instant lastContact, boolean lastOutgoing,
            boolean lastUnread, String lastSubject, String lastPreview, int received, int sent, boolean isCompany,
            String title, String stage, @Nullable Instant stageSince, List<String> tags, Standing standing) {}

    /**
     * What is due with a customer.
     *
     * @param owes in how many conversations the user owes an answer
     * @param owesSince since when the latest of them; null where none is owed
     * @param owesUntil until when that is worth asking about; null where none is owed
     * @param waits in how many conversations the user waits for an answer
     * @param waitsSince since when the latest of them; null where none is awaited
     * @param waitsUntil until when that is worth asking about; null where none is awaited
     * @param lastReal last mail of a person either way, call or meeting; null where there was none
     * @param keepDays every how many days there is to be a contact; 0 for whenever
     * @param nextTask number of the open task that is due first; 0 where there is none
     * @param nextTitle what that task is about; empty where there is none
     * @param nextDue when it is due; null for no day
     */
    public record Standing(int owes, @Nullable Instant owesSince, @Nullable Instant owesUntil, int waits,
            @Nullable Instant waitsSince, @Nullable Instant waitsUntil, @Nullable Instant lastReal, int keepDays,
            long nextTask, String nextTitle, @Nullable Instant nextDue) {

        /**
         * Tells whether the user owes an answer.
         *
         * @param now what time it is
         * @return whether one is owed that is still worth asking about
         */
        public boolean isYourTurn(Instant now) {
            return owesUntil != null && !owesUntil.isBefore(now);
        }

        /**
         * Tells whether the user waits for an answer.
         *
         * @param now what time it is
         * @return whether one is awaited that is still worth asking about
         */
        public boolean isWaiting(Instant now) {
            return waitsUntil != null && !waitsUntil.isBefore(now);
        }
    }

    /**
     * A customer with everything known.
     *
     * @param row what lists show
     * @param values values in force, with where each came from
     * @param addresses correspondence by address
     */
    public record Customer(CustomerRow row, List<ShownValue> values, List<AddressRow> addresses) {}

    /**
     * Correspondence with one address.
     *
     * @param email the address
     * @param name best name seen with it; may be empty
     * @param received mails from it
     * @param sent mails to it
     * @param lastIn when it last wrote; null if never
     * @param lastOut when it was last written to; null if never
     */
    public record AddressRow(String email, String name, int received, int sent, @Nullable Instant lastIn,
            @Nullable Instant lastOut) {}
}
