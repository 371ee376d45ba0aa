package app.kith.store;

import app.kith.contact.Property;
import app.kith.contact.Relation;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who is in which relation to a customer, seen from both sides. Blocks: not for the JavaFX thread. */
public final class RelationView {
    private static final int DEEPEST = 50;

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public RelationView(Store store) {
        this.store = store;
    }

    /**
     * Somebody in a relation to a customer.
     *
     * @param kind which, as the customer sees it
     * @param contact number of the other; 0 where only a name is known, or who it was is gone
     * @param name the other's name
     * @param holder number of the one who has the value: the customer, or the other
     * @param value the value that says so
     */
    public record Related(String kind, long contact, String name, long holder, Value value) {}

    /**
     * Everybody in a relation to a customer.
     *
     * @param customer the customer with everything known
     * @return those whom the customer names, then those who name the customer
     */
    public List<Related> of(Customers.Customer customer) {
        long id = customer.row().id();
        return store.readers().withHandle(handle -> {
            List<Related> related = new ArrayList<>();
            for (ShownValue shown : customer.values()) {
                if (shown.value().property() == Property.RELATION) {
                    related.add(named(handle, id, shown.value()));
                }
            }
            related.addAll(naming(handle, id));
            return related;
        });
    }

    private static Related named(Handle handle, long id, Value value) {
        OptionalLong link = Relation.contact(value);
        long contact = link.isEmpty() ? 0 : stands(handle, link.getAsLong());
        Optional<String> name = contact == 0 ? Optional.empty() : name(handle, contact);
        return new Related(value.label(), name.isEmpty() ? 0 : contact, name.orElse(value.raw()), id, value);
    }

    /** With whom a customer was merged, at last. */
    private static long stands(Handle handle, long contact) {
        long now = contact;
        for (int i = 0; i < DEEPEST; i++) {
            Optional<Long> into = handle.createQuery("SELECT into_id FROM merged_contact WHERE contact_id = ?")
                    .bind(0, now).mapTo(Long.class).findFirst();
            if (into.isEmpty()) {
                return now;
            }
            now = into.get();
        }
        return now;
    }

    private static Optional<String> name(Handle handle, long contact) {
        return handle.createQuery("SELECT name FROM contact WHERE id = ?").bind(0, contact).mapTo(String.class)
                .findFirst();
    }

    /** Those who name the customer, or one who became part of the customer. */
    private static List<Related> naming(Handle handle, long id) {
        Set<Long> parts = new HashSet<>();
        List<Long> next = List.of(id);
        while (!next.isEmpty() && parts.size() < 10_000) {
            parts.addAll(next);
            next = handle.createQuery("SELECT contact_id FROM merged_contact WHERE into_id IN (<ids>)")
                    .bindList("ids", next).mapTo(Long.class).list().stream().filter(part -> !parts.contains(part))
                    .toList();
        }
        return handle.createQuery("""
                SELECT DISTINCT v.contact_id, v.label, v.raw, v.normal, c.name FROM card_value v
                JOIN contact c ON c.id = v.contact_id WHERE v.found_by IN (<found>) AND v.to_change IS NULL
                AND v.mark <> 'DENIED' AND v.contact_id <> :id AND NOT EXISTS (SELECT 1 FROM card_value d
                    WHERE d.contact_id = v.contact_id AND d.property = 'RELATION' AND d.normal = v.normal
                    AND d.label = v.label AND d.mark = 'DENIED' AND d.to_change IS NULL)
                ORDER BY c.name, v.contact_id, v.label""")
                .bindList("found", parts.stream().map(part -> "RELATION:#" + part).toList()).bind("id", id)
                .map((row, _) -> new Related(Relation.otherSide(row.getString(2)), row.getLong(1), row.getString(5),
                        row.getLong(1), new Value(Property.RELATION, row.getString(2), row.getString(3),
                                row.getString(4), "", null)))
                .list();
    }
}
