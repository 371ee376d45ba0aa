package app.kith.store;

import app.kith.change.SenderRule;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What held once and does not hold any more, and what the user wants of senders, all of it: for exports of everything. Blocks. */
public final class PastView {
    private static final int WINDOW = 2_000;

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public PastView(Store store) {
        this.store = store;
    }

    /**
     * A value that a card said once.
     *
     * @param contact number of the contact that the card was of
     * @param card number of the card
     * @param source the card's source
     * @param value the value
     * @param from number of the change set with which it began
     * @param until number of the change set with which it ended
     */
    public record PastValue(long contact, long card, Source source, Value value, long from, long until) {}

    /**
     * An activity or record as it was once.
     *
     * @param entry the entry
     * @param from number of the change set with which it began
     * @param until number of the change set with which it ended
     */
    public record PastEntry(Entry entry, long from, long until) {}

    /**
     * A contact that became part of another.
     *
     * @param contact its number
     * @param into the number of the other
     */
    public record Merged(long contact, long into) {}

    /**
     * Goes through all values that hold no more, the oldest first.
     *
     * @param each told each
     */
    public void values(Consumer<PastValue> each) {
        long behind = -1;
        while (behind != 0) {
            behind = values(behind, each);
        }
    }

    private long values(long behind, Consumer<PastValue> each) {
        long[] last = {0};
        int count = store.readers().withHandle(handle -> handle.createQuery("""
                SELECT v.id, v.contact_id, v.card_id, c.source_kind, c.source_place AS source_name, v.property, v.label,
                    v.raw, v.normal, v.source_place, v.mark, v.from_change, v.to_change
                FROM card_value v JOIN card c ON c.id = v.card_id WHERE v.id > ? AND v.to_change IS NOT NULL
                ORDER BY v.id LIMIT\s""" + WINDOW).bind(0, behind).map((row, _) -> {
            last[0] = row.getLong("id");
            each.accept(new PastValue(row.getLong("contact_id"), row.getLong("card_id"),
                    new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_name")),
                    new Value(Property.valueOf(row.getString("property")), row.getString("label"),
                            row.getString("raw"), row.getString("normal"), row.getString("source_place"),
                            Value.Mark.valueOf(row.getString("mark"))),
                    row.getLong("from_change"), row.getLong("to_change")));
            return true;
        }).list().size());
        return count < WINDOW ? 0 : last[0];
    }

    /** {@return all activities and records as they were before they were changed or taken away, the oldest first} */
    public List<PastEntry> entries() {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT * FROM entry WHERE to_change IS NOT NULL ORDER BY to_change, id, from_change")
                .map((row, _) -> new PastEntry(EntryTable.read(row), row.getLong("from_change"),
                        row.getLong("to_change")))
                .list());
    }

    /** {@return which contacts became part of which} */
    public List<Merged> merged() {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT contact_id, into_id FROM merged_contact ORDER BY contact_id")
                .map((row, _) -> new Merged(row.getLong(1), row.getLong(2))).list());
    }

    /** {@return what the user wants for all mail of a sender, by the sender's address} */
    public Map<String, SenderRule> senders() {
        Map<String, SenderRule> senders = new TreeMap<>();
        store.readers().useHandle(handle -> handle
                .createQuery("SELECT normal, pictures, charset FROM sender_rule ORDER BY normal")
                .map((row, _) -> senders.put(row.getString(1), new SenderRule(row.getBoolean(2), row.getString(3))))
                .list());
        return senders;
    }
}
