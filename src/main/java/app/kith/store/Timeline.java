package app.kith.store;

import app.kith.contact.Entry;
import app.kith.store.ChangesView.Heading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a contact, by time: mails by conversation, meetings, calls, records, changes. Blocks. */
public final class Timeline {
    private static final Comparator<Item> LATEST_FIRST = Comparator.comparing(Item::at).reversed();

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Timeline(Store store) {
        this.store = store;
    }

    /** One thing on a timeline. */
    public sealed interface Item {
        /** {@return when it stands on the timeline} */
        Instant at();

        /** {@return numbers of those it happened with, among whom the timeline is of; empty where that is not told apart} */
        List<Long> with();
    }

    /**
     * A conversation, at its last mail.
     *
     * @param id its number
     * @param at when the last mail was exchanged
     * @param subject its subject
     * @param preview first words of the last mail
     * @param messages how many mails
     * @param unread how many of them are unread
     * @param attachments how many attachments
     * @param outgoing whether the user wrote the last mail
     * @param pinned whether a mail of it is pinned to a customer's file
     * @param with whose it is, among whom the timeline is of
     */
    public record Talk(long id, Instant at, String subject, String preview, int messages, int unread, int attachments,
            boolean outgoing, boolean pinned, List<Long> with) implements Item {

        /** Keeps its own copy. */
        public Talk {
            with = List.copyOf(with);
        }
    }

    /**
     * A meeting that came by mail.
     *
     * @param message the mail that says so last
     * @param conversation its conversation
     * @param at when it begins
     * @param until when it ends; null where that is not said
     * @param allDay whether it is days without a time
     * @param summary its title
     * @param location where; may be empty
     * @param organizer address of who invites; may be empty
     * @param cancelled whether it was called off
     * @param with whom its mails name, among whom the timeline is of
     */
    public record Meeting(long message, long conversation, Instant at, @Nullable Instant until, boolean allDay,
            String summary, String location, String organizer, boolean cancelled, List<Long> with) implements Item {

        /** Keeps its own copy. */
        public Meeting {
            with = List.copyOf(with);
        }
    }

    /**
     * An activity or a business record.
     *
     * @param entry the entry
     */
    public record Logged(Entry entry) implements Item {
        @Override
        public Instant at() {
            return entry.at();
        }

        @Override
        public List<Long> with() {
            return List.of(entry.contact());
        }
    }

    /**
     * A change to what is known of the contact.
     *
     * @param heading what was done
     */
    public record Changed(Heading heading) implements Item {
        @Override
        public Instant at() {
            return heading.at();
        }

        @Override
        public List<Long> with() {
            return List.of();
        }
    }

    /**
     * A contact's timeline.
     *
     * @param contact number of the contact
     * @return everything, the latest first
     */
    public List<Item> of(long contact) {
        ChangesView changes = new ChangesView(store);
        List<Item> items = new ArrayList<>(talks(List.of(contact)));
        items.addAll(meetings(List.of(contact)));
        changes.entries(contact).forEach(entry -> items.add(new Logged(entry)));
        changes.list(contact, 0, 500).stream().filter(heading -> !heading.reason().startsWith("entry-"))
                .forEach(heading -> items.add(new Changed(heading)));
        items.sort(LATEST_FIRST);
        return items;
    }

    /**
     * The timeline of several contacts together. What was changed of each of them is left out: it is on their own timelines.
     *
     * @param contacts their numbers
     * @return what happened with any of them, each thing once, the latest first
     */
    public List<Item> of(List<Long> contacts) {
        List<Item> items = new ArrayList<>(talks(contacts));
        items.addAll(meetings(contacts));
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT e.* FROM UNNEST(CAST(? AS BIGINT ARRAY)) o(id) JOIN entry e ON e.contact_id = o.id
                WHERE e.to_change IS NULL""").bind(0, Companies.array(contacts.toArray()))
                .map((row, _) -> new Logged(EntryTable.read(row))).forEach(items::add));
        items.sort(LATEST_FIRST);
        return items;
    }

    private List<Talk> talks(List<Long> contacts) {
        return store.readers().withHandle(handle -> handle
                .createQuery(
                        """
                                SELECT c.*, m.preview, m.status, w.contacts, EXISTS (SELECT 1 FROM message q JOIN user_text t ON t.name = 'pin/' || q.id
                                    WHERE q.conversation_id = c.id) AS pinned FROM (
                                    SELECT m2.conversation_id AS id, ARRAY_AGG(DISTINCT a.contact_id) AS contacts
                                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) o(id) JOIN address a ON a.contact_id = o.id
                                    JOIN message_person p ON p.address_id = a.id JOIN message m2 ON m2.id = p.item / 1024
                                    GROUP BY m2.conversation_id) w
                                JOIN conversation c ON c.id = w.id LEFT JOIN message m ON m.id = c.last_message
                                WHERE c.joined_to IS NULL AND c.messages > 0""")
                .bind(0, Companies.array(contacts.toArray()))
                .map((row, _) -> new Talk(row.getLong("id"), Instant.ofEpochMilli(row.getLong("last_at")),
                        row.getString("subject"), text(row, "preview"), row.getInt("messages"), row.getInt("unread"),
                        row.getInt("attachments"), MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING),
                        row.getBoolean("pinned"), with(row)))
                .list());
    }

    private static List<Long> with(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("contacts").getArray()).map(Long.class::cast).sorted().toList();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Of several mails about one meeting the latest that is not an answer holds. */
    private List<Meeting> meetings(List<Long> contacts) {
        return store.readers()
                .withHandle(handle -> handle.createQuery(
                        """
                                SELECT i.*, m.conversation_id, w.contacts FROM (
                                    SELECT i2.uid_key, ARRAY_AGG(DISTINCT a.contact_id) AS contacts
                                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) o(id) JOIN address a ON a.contact_id = o.id
                                    JOIN message_person p ON p.address_id = a.id
                                    JOIN invitation i2 ON i2.message_id = p.item / 1024 GROUP BY i2.uid_key) w
                                JOIN invitation i ON i.uid_key = w.uid_key JOIN message m ON m.id = i.message_id
                                WHERE i.method NOT IN ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                    AND NOT EXISTS (SELECT 1 FROM invitation l JOIN message n ON n.id = l.message_id
                                        WHERE l.uid_key = i.uid_key AND l.method NOT IN ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                        AND (n.sent_at > m.sent_at OR n.sent_at = m.sent_at AND n.id > m.id))""")
                        .bind(0, Companies.array(contacts.toArray()))
                        .map((row, _) -> new Meeting(row.getLong("message_id"), row.getLong("conversation_id"),
                                Instant.ofEpochMilli(row.getLong("start_at")), Customers.instant(row, "end_at"),
                                row.getBoolean("all_day"), row.getString("summary"), row.getString("location"),
                                row.getString("organizer"), row.getString("method").equals("CANCEL"),
                                with(row)))
                        .list());
    }
}
