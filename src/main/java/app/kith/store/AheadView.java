package app.kith.store;

import app.kith.contact.Entry;
import app.kith.store.DueView.With;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies ahead: meetings and birthdays. Blocks: not for the JavaFX thread. */
public final class AheadView {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public AheadView(Store store) {
        this.store = store;
    }

    /**
     * A meeting that the user entered.
     *
     * @param entry the meeting
     * @param with with whom
     */
    public record Own(Entry entry, With with) {}

    /**
     * A meeting that came by mail and was not called off.
     *
     * @param message the mail that says so last
     * @param item which of its meetings
     * @param conversation its conversation
     * @param with who wrote that mail, or to whom it went
     * @param at when it begins
     * @param until when it ends; null where that is not said
     * @param allDay whether it is days without a time
     * @param summary its title
     * @param location where; may be empty
     */
    public record Invited(long message, int item, long conversation, With with, Instant at, @Nullable Instant until,
            boolean allDay, String summary, String location) {}

    /**
     * A birthday.
     *
     * @param with whose
     * @param raw as it was written
     */
    public record Born(With with, String raw) {}

    /**
     * Meetings that the user entered.
     *
     * @param from those that begin then or later
     * @param to and before then
     * @return the meetings, the first first
     */
    public List<Own> meetings(Instant from, Instant to) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT e.*, k.name AS with_name, '' AS normal FROM entry e LEFT JOIN contact k ON k.id = e.contact_id
                WHERE e.kind = 'MEETING' AND e.at >= ? AND e.at < ? AND e.to_change IS NULL ORDER BY e.at, e.id""")
                .bind(0, from.toEpochMilli()).bind(1, to.toEpochMilli())
                .map((row, _) -> new Own(EntryTable.read(row), DueView.with(row))).list());
    }

    /**
     * Meetings that came by mail. Of several mails about one the latest that is not an answer holds.
     *
     * @param from those that begin then or later
     * @param to and before then
     * @return the meetings, the first first
     */
    public List<Invited> invitations(Instant from, Instant to) {
        return store.readers().withHandle(handle -> handle
                .createQuery(
                        """
                                SELECT i.*, m.conversation_id, a.contact_id, a.normal,
                                    COALESCE(NULLIF(k.name, ''), NULLIF(a.name, ''), a.shown, '') AS with_name
                                FROM invitation i JOIN message m ON m.id = i.message_id
                                LEFT JOIN address a ON a.id = m.counterpart_id LEFT JOIN contact k ON k.id = a.contact_id
                                WHERE i.start_at >= ? AND i.start_at < ? AND BITAND(m.status, 2) <> 0
                                    AND i.method NOT IN ('CANCEL', 'REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                    AND NOT EXISTS (SELECT 1 FROM invitation l JOIN message n ON n.id = l.message_id
                                        WHERE l.uid_key = i.uid_key AND l.method NOT IN ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER')
                                        AND (n.sent_at > m.sent_at OR n.sent_at = m.sent_at AND n.id > m.id))
                                ORDER BY i.start_at, i.message_id, i.item""")
                .bind(0, from.toEpochMilli()).bind(1, to.toEpochMilli())
                .map((row, _) -> new Invited(row.getLong("message_id"), row.getInt("item"),
                        row.getLong("conversation_id"), DueView.with(row),
                        Instant.ofEpochMilli(row.getLong("start_at")),
                        Customers.instant(row, "end_at"), row.getBoolean("all_day"), row.getString("summary"),
                        row.getString("location")))
                .list());
    }

    /** {@return the birthdays of all customers as they were written; of one customer perhaps several} */
    public List<Born> birthdays() {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT v.contact_id, v.raw, k.name AS with_name, '' AS normal FROM card_value v
                JOIN contact k ON k.id = v.contact_id
                WHERE v.found_by BETWEEN 'BIRTHDAY:' AND 'BIRTHDAY;' AND v.to_change IS NULL AND v.mark <> 'DENIED'
                    AND NOT EXISTS (SELECT 1 FROM card_value d WHERE d.found_by = v.found_by
                        AND d.contact_id = v.contact_id AND d.to_change IS NULL AND d.mark = 'DENIED')
                ORDER BY v.contact_id, v.id""").map((row, _) -> new Born(DueView.with(row), row.getString("raw")))
                .list());
    }
}
