package app.kith.store;

import app.kith.contact.Property;
import app.kith.contact.Value.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What is known of a person who is to be erased for good, and which erasures are not done yet. Blocks. */
public final class ErasureView {
    private static final List<Property> NAMING = List.of(Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.EMAIL, Property.PHONE, Property.CHAT);

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ErasureView(Store store) {
        this.store = store;
    }

    /**
     * What is kept about a person.
     *
     * @param contacts numbers of the contact and of those that became part of it
     * @param cards numbers of their cards, withdrawn ones too
     * @param values how many values these say and said
     * @param entries numbers of their activities and records, those taken away too
     * @param addresses their mail addresses that are nobody else's, in their normal form
     * @param words what they are called and reached by
     */
    public record Kept(List<Long> contacts, List<Long> cards, long values, List<Long> entries, Set<String> addresses,
            Set<String> words) {}

    /**
     * Mail with a person.
     *
     * @param alone numbers of the mails in which nobody else has part but the user
     * @param shared numbers of the mails in which others have part too
     */
    public record Mails(List<Long> alone, List<Long> shared) {}

    /**
     * Looks for all that is kept about a contact, also one that was taken away.
     *
     * @param contact its number
     * @return what is kept; no cards and no entries where there is none
     */
    public Kept kept(long contact) {
        return store.readers().withHandle(handle -> {
            List<Long> contacts = withParts(handle, contact);
            List<Long> cards = handle.createQuery("SELECT id FROM card WHERE contact_id IN (<contacts>) ORDER BY id")
                    .bindList("contacts", contacts).mapTo(Long.class).list();
            List<Long> entries = handle.createQuery(
                    """
                            SELECT e.id FROM entry e WHERE e.contact_id IN (<contacts>)
                            AND NOT EXISTS (SELECT 1 FROM entry l WHERE l.id = e.id AND l.from_change > e.from_change) ORDER BY e.id""")
                    .bindList("contacts", contacts).mapTo(Long.class).list();
            Set<String> words = new LinkedHashSet<>(
                    handle.createQuery("SELECT name FROM contact WHERE id IN (<contacts>)")
                            .bindList("contacts", contacts).mapTo(String.class).list());
            Set<String> addresses = new LinkedHashSet<>();
            long values = cards.isEmpty() ? 0 : values(handle, cards, words, addresses);
            addresses.removeAll(others(handle, addresses, contacts));
            return new Kept(contacts, cards, values, entries, addresses, words);
        });
    }

    private static List<Long> withParts(Handle handle, long contact) {
        List<Long> all = new ArrayList<>(List.of(contact));
        for (int next = 0; next < all.size(); next++) {
            handle.createQuery("SELECT contact_id FROM merged_contact WHERE into_id = ? ORDER BY contact_id")
                    .bind(0, all.get(next)).mapTo(Long.class).stream().filter(part -> !all.contains(part))
                    .toList().forEach(all::add);
        }
        return all;
    }

    private static long values(Handle handle, List<Long> cards, Set<String> words, Set<String> addresses) {
        long[] count = {0};
        handle.createQuery("SELECT property, raw, normal, mark FROM card_value WHERE card_id IN (<cards>)")
                .bindList("cards", cards).map((row, _) -> {
                    count[0]++;
                    Property property = Property.valueOf(row.getString(1));
                    if (property == Property.EMAIL && Mark.valueOf(row.getString(4)) != Mark.DENIED) {
                        addresses.add(row.getString(3));
                    }
                    if (NAMING.contains(property)) {
                        words.add(row.getString(2));
                        words.add(row.getString(3));
                    }
                    return true;
                }).list();
        return count[0];
    }

    /** Of some addresses those that another customer has too, and the user's own. */
    private static List<String> others(Handle handle, Set<String> addresses, List<Long> contacts) {
        return addresses.isEmpty()
                ? List.of()
                : handle.createQuery("""
                        SELECT normal FROM address WHERE normal IN (<addresses>)
                        AND (own OR contact_id IS NOT NULL AND contact_id NOT IN (<contacts>))""")
                        .bindList("addresses", List.copyOf(addresses)).bindList("contacts", contacts)
                        .mapTo(String.class).list();
    }

    /**
     * Mail with a person: the person wrote it, it was written to the person, or it reports that the person could not be reached.
     *
     * @param addresses the person's addresses, in their normal form
     * @return the mails
     */
    public Mails mails(Set<String> addresses) {
        return store.readers().withHandle(handle -> {
            List<Long> ids = addresses.isEmpty()
                    ? List.of()
                    : handle.createQuery("SELECT id FROM address WHERE normal IN (<addresses>)")
                            .bindList("addresses", List.copyOf(addresses)).mapTo(Long.class).list();
            if (ids.isEmpty()) {
                return new Mails(List.of(), List.of());
            }
            Set<Long> alone = new LinkedHashSet<>(handle.createQuery("""
                    SELECT DISTINCT p.item / 1024 AS message FROM message_person p WHERE p.address_id IN (<ids>)
                    AND NOT EXISTS (SELECT 1 FROM message_person o JOIN address a ON a.id = o.address_id
                        WHERE o.item BETWEEN p.item / 1024 * 1024 AND p.item / 1024 * 1024 + 1023 AND NOT a.own
                        AND o.address_id NOT IN (<ids>)) ORDER BY 1""").bindList("ids", ids).mapTo(Long.class).list());
            List<Long> all = handle.createQuery(
                    "SELECT DISTINCT p.item / 1024 FROM message_person p WHERE p.address_id IN (<ids>) ORDER BY 1")
                    .bindList("ids", ids).mapTo(Long.class).list();
            List<Long> shared = all.stream().filter(message -> !alone.contains(message)).toList();
            alone.addAll(handle.createQuery("""
                    SELECT DISTINCT b.message_id FROM bounce b WHERE b.address IN (<addresses>)
                    AND NOT EXISTS (SELECT 1 FROM bounce o WHERE o.message_id = b.message_id
                        AND o.address NOT IN (<addresses>)) ORDER BY 1""")
                    .bindList("addresses", List.copyOf(addresses)).mapTo(Long.class).list());
            return new Mails(List.copyOf(alone), shared);
        });
    }

    /** {@return numbers of the change sets with which erasures began that are not done yet} */
    public List<Long> unfinished() {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT sequence FROM erasure WHERE NOT done ORDER BY sequence").mapTo(Long.class)
                .list());
    }
}
