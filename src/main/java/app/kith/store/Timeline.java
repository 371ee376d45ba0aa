package app.kith.store;

import app.kith.contact.Entry;
import app.kith.store.ChangesView.Heading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a contact, by time: mails by conversation, meetings, calls, records, changes. Blocks. */
public final class Timeline {
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
     */
    public record Talk(long id, Instant at, String subject, String preview, int messages, int unread, int attachments,
            boolean outgoing, boolean pinned) implements Item {}

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
     */
    public record Meeting(long message, long conversation, Instant at, @Nullable Instant until, boolean allDay,
            String summary, String location, String organizer, boolean cancelled) implements Item {}

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
    }

    /**
     * A contact's timeline.
     *
     * @param contact number of the contact
     * @return everything, the latest first
     */
    public List<Item> of(long contact) {
        ChangesView changes = new ChangesView(store);
        List<Item> items = new ArrayList<>(talks(contact));
        items.addAll(meetings(contact));
        changes.entries(contact).forEach(entry -> items.add(new Logged(entry)));
        changes.list(contact, 0, 500).stream().filter(heading -> !heading.reason().startsWith("entry-"))
                .forEach(heading -> items.add(new Changed(heading)));
        items.sort(Comparator.comparing(Item::at).reversed());
        return items;
    }

    private List<Talk> talks(long contact) {
        return store.readers().withHandle(handle -> handle
                .createQuery(
                        """
                                SELECT c.*, m.preview, m.status, EXISTS (SELECT 1 FROM message q JOIN user_text t ON t.name = 'pin/' || q.id
                                    WHERE q.conversation_id = c.id) AS pinned FROM conversation c LEFT JOIN message m ON m.id = c.last_message
                                WHERE c.joined_to IS NULL AND c.messages > 0 AND c.id IN (
                                    SELECT m2.conversation_id FROM address a JOIN message_person p ON p.address_id = a.id
                                    JOIN message m2 ON m2.id = p.item / 1024 WHERE a.contact_id = ?)""")
                .bind(0, contact)
                .map((row, _) -> new Talk(row.getLong("id"), Instant.ofEpochMilli(row.getLong("last_at")),
                        row.getString("subject"), text(row, "preview"), row.getInt("messages"), row.getInt("unread"),
                        row.getInt("attachments"), MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING),
                        row.getBoolean("pinned")))
                .list());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Of several mails about one meeting the latest that is not an answer holds. */
    private List<Meeting> meetings(long contact) {
        return store.readers()
                .withHandle(handle -> handle.createQuery(
                        """
                                SELECT i.*, m.conversation_id FROM invitation i JOIN message m ON m.id = i.message_id
                                WHERE i.uid_key IN (SELECT i2.uid_key FROM address a JOIN message_person p ON p.address_id = a.id
                                        JOIN invitation i2 ON i2.message_id = p.item / 1024 WHERE a.contact_id = ?)
                                    AND i.method NOT IN ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                    AND NOT EXISTS (SELECT 1 FROM invitation l JOIN message n ON n.id = l.message_id
                                        WHERE l.uid_key = i.uid_key AND l.method NOT IN ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                        AND (n.sent_at > m.sent_at OR n.sent_at = m.sent_at AND n.id > m.id))""")
                        .bind(0, contact)
                        .map((row, _) -> new Meeting(row.getLong("message_id"), row.getLong("conversation_id"),
                                Instant.ofEpochMilli(row.getLong("start_at")), Customers.instant(row, "end_at"),
                                row.getBoolean("all_day"), row.getString("summary"), row.getString("location"),
                                row.getString("organizer"), row.getString("method").equals("CANCEL")))
                        .list());
    }
}
