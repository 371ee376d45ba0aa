package app.kith.store;

import app.kith.change.LogPosition;
import app.kith.contact.CardStack;
import app.kith.contact.Entry;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What the search index is made of, and what its hits show. Blocks: not for the JavaFX thread. */
public final class SearchView {
    private static final String MESSAGE = """
            SELECT m.id, m.status, m.sent_at, m.subject, m.preview, m.sender_name, m.attachments, m.segment, m.log_offset,
                m.log_index, COALESCE(r.applied, '') AS applied
            FROM message m LEFT JOIN message_reading r ON r.message_id = m.id""";
    private static final String ENTRY = "SELECT * FROM entry e WHERE e.to_change IS NULL AND ";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public SearchView(Store store) {
        this.store = store;
    }

    /**
     * How far the store has come.
     *
     * @param ledger how far the ledger has been applied
     * @param mail how far the mail log has been applied
     * @param change number of the last transaction
     */
    public record Point(LogPosition ledger, LogPosition mail, long change) {}

    /** {@return how far the store has come} */
    public Point point() {
        return store.point();
    }

    /**
     * Which of some messages are not kept any more.
     *
     * @param messages their numbers, some hundreds at most
     * @return the numbers of those
     */
    public List<Long> forgotten(List<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : store.readers().withHandle(handle -> handle
                        .createQuery("SELECT id FROM erased_message WHERE id IN (<messages>)")
                        .bindList("messages", messages).mapTo(Long.class).list());
    }

    /**
     * A message, as far as it tells whether the index has it as it is.
     *
     * @param id its number
     * @param status bits of {@link MessageStatus}
     * @param sentAt when it was sent, milliseconds since 1970
     * @param version a number that is another one when what it says is read otherwise
     */
    public record MessageVersion(long id, int status, long sentAt, long version) {}

    /**
     * Messages in the order of their numbers.
     *
     * @param after only those with a larger number
     * @param most how many at most
     * @return the messages
     */
    public List<MessageVersion> messages(long after, int most) {
        return store.readers().withHandle(handle -> handle
                .createQuery(MESSAGE + " WHERE m.id > ? ORDER BY m.id LIMIT " + most).bind(0, after)
                .map((row, _) -> version(row)).list());
    }

    /**
     * The messages of conversations.
     *
     * @param conversations numbers of conversations
     * @return their messages
     */
    public List<MessageVersion> messagesOf(Collection<Long> conversations) {
        return store.readers().withHandle(handle -> of(handle.createQuery(
                MESSAGE + " WHERE m.conversation_id = ANY(CAST(? AS BIGINT ARRAY)) ORDER BY m.id"),
                conversations.toArray()).map((row, _) -> version(row)).list());
    }

    private static MessageVersion version(ResultSet row) throws SQLException {
        long version = 1;
        for (String text : new String[]{row.getString("subject"), row.getString("preview"),
                row.getString("sender_name"), row.getString("applied")}) {
            version = hash(version, text);
        }
        for (String number : new String[]{"attachments", "segment", "log_offset", "log_index"}) {
            version = version * 1_000_003 + row.getLong(number);
        }
        return new MessageVersion(row.getLong("id"), row.getInt("status"), row.getLong("sent_at"), version);
    }

    private static long hash(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash * 31 + text.length();
    }

    /** {@return how many messages there are} */
    public long messageCount() {
        return count("message");
    }

    /** {@return how many contacts there are} */
    public long contactCount() {
        return count("contact");
    }

    /** {@return how many entries are in force} */
    public long entryCount() {
        return count("entry WHERE to_change IS NULL");
    }

    private long count(String from) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + from).mapTo(long.class).one());
    }

    /**
     * A contact with all that it can be found by.
     *
     * @param id its number
     * @param company whether it is a company
     * @param name best name
     * @param firm company, or the domain that stands for it; may be empty
     * @param title position; may be empty
     * @param mails mails from and to it
     * @param lastAt last contact, milliseconds since 1970; 0 for never
     * @param values what its cards say, the best of each property first
     * @param addresses normal forms of the addresses that its mail came from, each with the name seen with it
     */
    public record ContactText(long id, boolean company, String name, String firm, String title, int mails, long lastAt,
            List<Value> values, Map<String, String> addresses) {

        /** {@return a number that is another one when what it can be found by changes} */
        public long version() {
            long version = hash(company ? 3 : 5, name);
            version = hash(version, firm);
            version = hash(version, title);
            for (Value value : values) {
                version = hash(version, value.property().name());
                version = hash(version, value.label());
                version = hash(version, value.raw());
            }
            for (Map.Entry<String, String> address : addresses.entrySet()) {
                version = hash(hash(version, address.getKey()), address.getValue());
            }
            return version;
        }
    }

    /**
     * Contacts in the order of their numbers.
     *
     * @param after only those with a larger number
     * @param most how many at most
     * @return the contacts
     */
    public List<ContactText> contacts(long after, int most) {
        return contacts(store.readers()
                .withHandle(
                        handle -> handle.createQuery("SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT " + most)
                                .bind(0, after).mapTo(Long.class).list()));
    }

    /**
     * Some contacts.
     *
     * @param ids numbers of contacts
     * @return those that are there, in the order of their numbers
     */
    public List<ContactText> contacts(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Object[] wanted = ids.toArray();
        Map<Long, List<CardStack.Said>> said = new HashMap<>();
        Map<Long, Map<String, String>> addresses = new HashMap<>();
        Set<String> hidden = hidden();
        return store.readers().withHandle(handle -> {
            of(handle.createQuery("""
                    SELECT v.*, c.source_kind, c.source_place AS source_name, 0 AS at
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id)
                    JOIN card_value v ON v.contact_id = w.id AND v.to_change IS NULL JOIN card c ON c.id = v.card_id
                    ORDER BY v.contact_id, v.card_id, v.place"""), wanted).map((row, _) -> said
                    .computeIfAbsent(row.getLong("contact_id"), _ -> new ArrayList<>()).add(Customers.said(row)))
                    .list();
            of(handle.createQuery("""
                    SELECT a.contact_id, a.normal, a.name FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id)
                    JOIN address a ON a.contact_id = w.id ORDER BY a.contact_id, a.normal"""), wanted)
                    .map((row, _) -> addresses.computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getString(3)))
                    .list();
            return of(handle.createQuery(
                    """
                            SELECT c.* FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN contact c ON c.id = w.id ORDER BY c.id"""),
                    wanted)
                    .map((row, _) -> contact(row, said, addresses, hidden)).list();
        });
    }

    /** Fields of the user's own that are sensitive are not found, as identity card numbers are not. */
    private Set<String> hidden() {
        Set<String> hidden = new HashSet<>();
        new UserTextView(store).all(OwnField.KEY).forEach((name, text) -> {
            OwnField field = OwnField.parse(name, text);
            if (field.sensitive()) {
                hidden.add(field.key());
            }
        });
        return hidden;
    }

    private static Query of(Query query, Object[] ids) {
        return query.bind(0, (Argument) (place, statement, _) -> statement.setObject(place, ids));
    }

    private static ContactText contact(ResultSet row, Map<Long, List<CardStack.Said>> said,
            Map<Long, Map<String, String>> addresses, Set<String> hidden) throws SQLException {
        long id = row.getLong("id");
        List<Value> shown = new CardStack(said.getOrDefault(id, List.of())).shown().stream()
                .map(value -> value.value())
                .filter(value -> value.property() != Property.OWN || !hidden.contains(OwnField.key(value.label())))
                .toList();
        return new ContactText(id, row.getBoolean("company_card"), row.getString("name"), row.getString("company"),
                row.getString("title"), row.getInt("received") + row.getInt("sent"), row.getLong("last_at"), shown,
                addresses.getOrDefault(id, Map.of()));
    }

    /**
     * Entries in force in the order of their numbers.
     *
     * @param after only those with a larger number
     * @param most how many at most
     * @return the entries
     */
    public List<Entry> entries(long after, int most) {
        return store.readers().withHandle(handle -> handle
                .createQuery(ENTRY + "e.id > ? ORDER BY e.id LIMIT " + most).bind(0, after)
                .map((row, _) -> EntryTable.read(row)).list());
    }

    /**
     * The entries in force of contacts.
     *
     * @param contacts numbers of contacts
     * @return their entries
     */
    public List<Entry> entriesOf(Collection<Long> contacts) {
        return store.readers().withHandle(handle -> of(handle
                .createQuery(ENTRY + "e.contact_id = ANY(CAST(? AS BIGINT ARRAY)) ORDER BY e.id"), contacts.toArray())
                .map((row, _) -> EntryTable.read(row)).list());
    }

    /**
     * What a hit shows of a message.
     *
     * @param id its number
     * @param conversation number of its conversation
     * @param contact number of the customer whom it was exchanged with; 0 where it is none
     * @param subject subject
     * @param preview first words
     * @param sender name or address of its author
     * @param sentAt when it was sent
     */
    public record MessageLine(long id, long conversation, long contact, String subject, String preview, String sender,
            Instant sentAt) {}

    /**
     * What hits show of messages.
     *
     * @param ids numbers of messages
     * @return the lines by number; those that are not there are missing
     */
    public Map<Long, MessageLine> lines(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, MessageLine> lines = new HashMap<>();
        store.readers().useHandle(handle -> of(handle.createQuery("""
                SELECT m.id, m.conversation_id, a.contact_id, m.subject, m.preview, m.sender_name, m.sent_at
                FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN message m ON m.id = w.id
                LEFT JOIN address a ON a.id = m.counterpart_id"""), ids.toArray())
                .map((row, _) -> lines.put(row.getLong(1), new MessageLine(row.getLong(1), row.getLong(2),
                        row.getLong(3), row.getString(4), row.getString(5), row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)))))
                .list());
        return lines;
    }

    /**
     * What a hit shows of a contact.
     *
     * @param id its number
     * @param company whether it is a company
     * @param name best name
     * @param firm company, or the domain that stands for it; may be empty
     * @param title position; may be empty
     * @param lastAt last contact; null where there was none
     */
    public record ContactLine(long id, boolean company, String name, String firm, String title,
            @Nullable Instant lastAt) {}

    /**
     * What hits show of contacts.
     *
     * @param ids numbers of contacts
     * @return the lines by number; those that are not there are missing
     */
    public Map<Long, ContactLine> contactLines(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, ContactLine> lines = new HashMap<>();
        store.readers().useHandle(handle -> of(handle.createQuery("""
                SELECT c.id, c.company_card, c.name, c.company, c.title, c.last_at
                FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN contact c ON c.id = w.id"""), ids.toArray())
                .map((row, _) -> lines.put(row.getLong(1), new ContactLine(row.getLong(1), row.getBoolean(2),
                        row.getString(3), row.getString(4), row.getString(5),
                        row.getLong(6) == 0 ? null : Instant.ofEpochMilli(row.getLong(6)))))
                .list());
        return lines;
    }

    /**
     * Entries in force.
     *
     * @param ids numbers of entries
     * @return those that are there, by number
     */
    public Map<Long, Entry> entries(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Entry> entries = new HashMap<>();
        store.readers().useHandle(handle -> of(handle.createQuery(ENTRY + "e.id = ANY(CAST(? AS BIGINT ARRAY))"),
                ids.toArray()).map((row, _) -> EntryTable.read(row)).list()
                .forEach(entry -> entries.put(entry.id(), entry)));
        return entries;
    }

    /**
     * The messages that lie in folders.
     *
     * @param role which folders, the name of a {@link app.kith.change.FolderRole}; null for those of a name
     * @param name the last part of the folder's path, or all of it, in any case; used where the role is null
     * @return numbers of messages in ascending order; null where there is no such folder
     */
    public long @Nullable [] inFolder(@Nullable String role, String name) {
        String where = role == null
                ? "LOWER(path) = LOWER(?) OR RIGHT(LOWER(path), LENGTH(?) + 1) = separator || LOWER(?)"
                : "role = ?";
        return store.readers().withHandle(handle -> {
            Query folders = handle.createQuery("SELECT id FROM folder WHERE " + where);
            List<Long> ids = (role == null ? folders.bind(0, name).bind(1, name).bind(2, name) : folders.bind(0, role))
                    .mapTo(Long.class).list();
            if (ids.isEmpty()) {
                return null;
            }
            List<Long> messages = new ArrayList<>();
            for (long id : ids) {
                messages.addAll(handle.createQuery("SELECT message_id FROM placement WHERE place >= ? AND place < ?")
                        .bind(0, id << 32).bind(1, id + 1 << 32).mapTo(Long.class).list());
            }
            return messages.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        });
    }
}
