package app.kith.store;

import app.kith.contact.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Whom a letter may go to: customers, and whoever the user has written to or heard from. Blocks: not for the JavaFX thread. */
public final class Correspondents {
    private static final String ALL = """
            SELECT a.normal, a.shown, COALESCE(NULLIF(c.name, ''), a.name) AS name, COALESCE(c.company, '') AS company,
                c.id IS NOT NULL AS customer, a.sent, a.received, a.automatic, a.last_at
            FROM address a LEFT JOIN contact c ON c.id = a.contact_id WHERE NOT a.own
            UNION ALL
            SELECT v.normal, v.raw, c.name, c.company, TRUE, 0, 0, 0, NULL FROM card_value v
            JOIN contact c ON c.id = v.contact_id WHERE v.found_by BETWEEN 'EMAIL:' AND 'EMAIL;' AND v.to_change IS NULL
            AND v.mark <> 'DENIED' AND NOT EXISTS (SELECT 1 FROM address a WHERE a.normal = v.normal)""";

    /** An address that is known not to work is not proposed. */
    private static final String WORKING = " AND NOT EXISTS (SELECT 1 FROM card_value i WHERE i.found_by = 'EMAIL:' "
            + "|| p.normal AND i.label IN ('invalid', 'old') AND i.to_change IS NULL)";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Correspondents(Store store) {
        this.store = store;
    }

    /**
     * Somebody a letter may go to.
     *
     * @param email the address
     * @param name the name; may be empty
     * @param company the company of a customer; may be empty
     * @param customer whether it is a customer
     */
    public record Correspondent(String email, String name, String company, boolean customer) {}

    /**
     * Proposes whom somebody means who has begun to type.
     *
     * @param typed words of name, address or company, all of which must be found; blank for nobody
     * @param most how many at most
     * @return who may be meant; first those whose name or address begins so, then those most written to
     */
    public List<Correspondent> matching(String typed, int most) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.getFirst().isEmpty()) {
            return List.of();
        }
        String found = String.join(" AND ", words.stream()
                .map(_ -> "LOCATE(?, LOWER(p.name || ' ' || p.normal || ' ' || p.company)) > 0").toList());
        String sql = "SELECT p.* FROM (" + ALL + ") p WHERE (p.customer OR p.sent > 0 OR p.received > p.automatic)"
                + " AND " + found + WORKING
                + " ORDER BY CASE WHEN LOCATE(?, LOWER(p.name)) = 1 OR LOCATE(?, p.normal) = 1 "
                + "OR LOCATE(?, ' ' || LOWER(p.name)) > 0 THEN 0 ELSE 1 END, p.sent * 4 + p.received + "
                + "CASE WHEN p.customer THEN 2 ELSE 0 END DESC, p.last_at DESC, p.normal LIMIT " + most;
        return store.readers().withHandle(handle -> {
            Query query = handle.createQuery(sql);
            int next = 0;
            for (String word : words) {
                query.bind(next++, word);
            }
            String first = words.getFirst();
            return read(query.bind(next++, first).bind(next++, first).bind(next, " " + first));
        });
    }

    private static List<Correspondent> read(Query query) {
        return query.map((row, _) -> new Correspondent(row.getString("shown"), row.getString("name"),
                row.getString("company"), row.getBoolean("customer"))).list();
    }

    /**
     * Who an address is.
     *
     * @param email an address in any spelling
     * @return what is known; empty where nothing is
     */
    public Optional<Correspondent> find(String email) {
        return store.readers().withHandle(handle -> read(handle
                .createQuery("SELECT p.* FROM (" + ALL + ") p WHERE p.normal = ?").bind(0,
                        EmailAddress.of(email).normal()))
                .stream().findFirst());
    }
}
