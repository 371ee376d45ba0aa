package app.kith.store;

import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import java.time.Instant;
import java.util.List;

/** What was known of a customer once and holds no more. Blocks: not for the JavaFX thread. */
public final class FormerValues {
    private static final int MOST = 50;

    private final Store store;

    /**
     * Makes the query.
     *
     * @param store the store
     */
    public FormerValues(Store store) {
        this.store = store;
    }

    /**
     * A value that a source said once.
     *
     * @param value the value
     * @param source who said it
     * @param from since when
     * @param until until when
     */
    public record Former(Value value, Source source, Instant from, Instant until) {}

    /**
     * Finds former values.
     *
     * @param contact number of the customer
     * @param property of which property
     * @return the values, those that held last first, each spelling of each source once; some tens at most
     */
    public List<Former> of(long contact, Property property) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT v.property, v.label, v.raw, v.normal, MAX(v.source_place) AS source_place, v.mark, c.source_kind,
                    c.source_place AS source_name, MIN(f.at) AS begun, MAX(t.at) AS ended
                FROM card_value v JOIN card c ON c.id = v.card_id JOIN change_set f ON f.sequence = v.from_change
                JOIN change_set t ON t.sequence = v.to_change
                WHERE v.contact_id = ? AND v.property = ? AND v.mark <> 'DENIED' AND NOT EXISTS (
                    SELECT 1 FROM card_value n WHERE n.card_id = v.card_id AND n.property = v.property AND n.label = v.label
                    AND n.raw = v.raw AND n.to_change IS NULL)
                GROUP BY v.property, v.label, v.raw, v.normal, v.mark, c.source_kind, c.source_place
                ORDER BY ended DESC, v.raw LIMIT\s""" + MOST).bind(0, contact).bind(1, property.name())
                .map((row, _) -> new Former(
                        new Value(Property.valueOf(row.getString("property")), row.getString("label"),
                                row.getString("raw"), row.getString("normal"), row.getString("source_place"),
                                Value.Mark.valueOf(row.getString("mark"))),
                        new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_name")),
                        Instant.ofEpochMilli(row.getLong("begun")), Instant.ofEpochMilli(row.getLong("ended"))))
                .list());
    }
}
