package app.kith.store;

import app.kith.contact.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where all that is known came from, and how much each source brought. Blocks while it reads: not for the JavaFX thread. */
public final class SourcesView {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public SourcesView(Store store) {
        this.store = store;
    }

    /**
     * What a source says now.
     *
     * @param source the source
     * @param contacts of how many customers it says something
     * @param values how many values it says
     * @param entries how many activities and records came from it
     */
    public record Brought(Source source, int contacts, int values, int entries) {}

    /** {@return all sources, by kind and place} */
    public List<Brought> all() {
        Map<Source, Brought> sources = new LinkedHashMap<>();
        store.readers().useHandle(handle -> {
            handle.createQuery("""
                    SELECT c.source_kind, c.source_place, COUNT(DISTINCT c.contact_id), COUNT(v.id) FROM card c
                    LEFT JOIN card_value v ON v.contact_id = c.contact_id AND v.card_id = c.id AND v.to_change IS NULL
                    WHERE NOT c.withdrawn GROUP BY c.source_kind, c.source_place""").map((row, _) -> {
                Source source = new Source(Source.Kind.valueOf(row.getString(1)), row.getString(2));
                return sources.put(source, new Brought(source, row.getInt(3), row.getInt(4), 0));
            }).list();
            handle.createQuery("""
                    SELECT source_kind, source_place, COUNT(*) FROM entry WHERE to_change IS NULL
                    GROUP BY source_kind, source_place""").map((row, _) -> {
                Source source = new Source(Source.Kind.valueOf(row.getString(1)), row.getString(2));
                return sources.merge(source, new Brought(source, 0, 0, row.getInt(3)),
                        (cards, entries) -> new Brought(source, cards.contacts(), cards.values(), entries.entries()));
            }).list();
        });
        List<Brought> all = new ArrayList<>(sources.values());
        all.sort(Comparator.<Brought, Source.Kind>comparing(one -> one.source().kind())
                .thenComparing(one -> one.source().place()));
        return all;
    }

    /**
     * Of whom a source says something.
     *
     * @param source the source
     * @return numbers of customers, ascending
     */
    public List<Long> contacts(Source source) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT DISTINCT contact_id FROM card WHERE source_kind = ? AND source_place = ? AND NOT withdrawn
                ORDER BY contact_id""").bind(0, source.kind().name()).bind(1, source.place()).mapTo(Long.class).list());
    }
}
