package app.kith.store;

import app.kith.change.Actor;
import app.kith.change.LogPosition;
import app.kith.change.Reversal;
import app.kith.change.SenderRule;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Source;
import app.kith.contact.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What was done, and how that stands now which can be taken back. Blocks: not for the JavaFX thread. */
public final class ChangesView implements Reversal.Present {
    private static final String HEADING = """
            SELECT s.*, COALESCE(u.reason, '') AS about FROM change_set s LEFT JOIN change_set u
            ON u.sequence = CASE WHEN REGEXP_LIKE(s.reason, '^undone [0-9]+$')
                THEN CAST(SUBSTRING(s.reason, 8) AS BIGINT) END\s""";

    /** Taken away, and not brought back by a taking back that holds. */
    private static final String AWAY = """
            AND (s.reason LIKE 'contact-erased%' OR s.reason LIKE 'many-erased%' OR s.reason LIKE 'entry-removed%')
            AND NOT EXISTS (SELECT 1 FROM change_set b WHERE b.reason = 'undone ' || s.sequence
               AND NOT EXISTS (SELECT 1 FROM change_set a WHERE a.reason = 'undone ' || b.sequence))""";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ChangesView(Store store) {
        this.store = store;
    }

    /**
     * The heading of a change set.
     *
     * @param sequence its number
     * @param at when
     * @param actor who
     * @param reason why, as {@link app.kith.change.ChangeSet#reason()}
     * @param changes of how many changes it consists
     * @param about the reason of the change set that this one takes back; empty where it takes none back
     */
    public record Heading(long sequence, Instant at, Actor actor, String reason, int changes, String about) {}

    /**
     * What is looked for among all that was done.
     *
     * @param contact only what concerns this contact; 0 for all
     * @param actors only what these did; empty for all
     * @param away only customers, activities and records that were taken away and are not back
     * @param words texts that must all stand in the reason, each with the beginnings of reasons that it means besides
     * @param since not before this moment; null for all
     * @param until before this moment; null for all
     */
    public record Sought(long contact, Set<Actor> actors, boolean away, Map<String, List<String>> words,
            @Nullable Instant since, @Nullable Instant until) {
        /** Everything. */
        public static final Sought ALL = new Sought(0, Set.of(), false, Map.of(), null, null);

        /** Keeps its own copies. */
        public Sought {
            actors = Set.copyOf(actors);
            words = Map.copyOf(words);
        }

        /**
         * The same of one contact only.
         *
         * @param id its number; 0 for all
         * @return what is looked for
         */
        public Sought of(long id) {
            return new Sought(id, actors, away, words, since, until);
        }
    }

    /**
     * Lists what was done, the latest first.
     *
     * @param contact only what concerns this contact; 0 for all
     * @param before only what was done before this number; 0 for all
     * @param most how many at most
     * @return the headings
     */
    public List<Heading> list(long contact, long before, int most) {
        return list(Sought.ALL.of(contact), before, most);
    }

    /**
     * Lists what was done and is looked for, the latest first.
     *
     * @param sought what is looked for
     * @param before only what was done before this number; 0 for all
     * @param most how many at most
     * @return the headings
     */
    public List<Heading> list(Sought sought, long before, int most) {
        StringBuilder where = new StringBuilder("WHERE s.sequence < ?");
        List<Object> bound = new ArrayList<>(List.of(before == 0 ? Long.MAX_VALUE : before));
        if (sought.contact() != 0) {
            where.append(
                    " AND EXISTS (SELECT 1 FROM change_contact c WHERE c.sequence = s.sequence AND c.contact_id = ?)");
            bound.add(sought.contact());
        }
        if (!sought.actors().isEmpty()) {
            where.append(" AND s.actor IN (").append("?, ".repeat(sought.actors().size() - 1)).append("?)");
            sought.actors().forEach(actor -> bound.add(actor.name()));
        }
        if (sought.away()) {
            where.append(AWAY);
        }
        sought.words().forEach((text, reasons) -> {
            where.append(" AND (LOCATE(?, LOWER(s.reason)) > 0 OR LOCATE(?, LOWER(u.reason)) > 0");
            bound.addAll(List.of(text.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
            reasons.forEach(reason -> {
                where.append(" OR LOCATE(?, s.reason) = 1");
                bound.add(reason);
            });
            where.append(')');
        });
        if (sought.since() != null) {
            where.append(" AND s.at >= ?");
            bound.add(sought.since().toEpochMilli());
        }
        if (sought.until() != null) {
            where.append(" AND s.at < ?");
            bound.add(sought.until().toEpochMilli());
        }
        return store.readers().withHandle(handle -> {
            Query query = handle.createQuery(HEADING + where + " ORDER BY s.sequence DESC LIMIT " + most);
            for (int i = 0; i < bound.size(); i++) {
                query.bind(i, bound.get(i));
            }
            return query.map((row, _) -> heading(row)).list();
        });
    }

    private static Heading heading(ResultSet row) throws SQLException {
        return new Heading(row.getLong("sequence"), Instant.ofEpochMilli(row.getLong("at")),
                Actor.valueOf(row.getString("actor")), row.getString("reason"), row.getInt("changes"),
                row.getString("about"));
    }

    /**
     * One heading.
     *
     * @param sequence its number
     * @return the heading; empty where there is no such change set
     */
    public Optional<Heading> find(long sequence) {
        return store.readers().withHandle(handle -> handle.createQuery(HEADING + "WHERE s.sequence = ?")
                .bind(0, sequence).map((row, _) -> heading(row)).findFirst());
    }

    /**
     * Where a change set stands in the ledger.
     *
     * @param sequence its number
     * @return the position before it; empty where there is no such change set
     */
    public Optional<LogPosition> before(long sequence) {
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery("SELECT segment, log_offset, before_hash FROM change_set WHERE sequence = ?")
                        .bind(0, sequence).map((row, _) -> new LogPosition(sequence - 1, row.getInt(1), row.getLong(2),
                                row.getBytes(3)))
                        .findFirst());
    }

    /**
     * The user's last act that is neither a taking back nor taken back already.
     *
     * @param actors whose acts
     * @param most how far back to look
     * @return headings, the latest first
     */
    public List<Heading> acts(List<Actor> actors, int most) {
        return store.readers().withHandle(handle -> handle
                .createQuery(HEADING + "WHERE s.actor IN (<actors>) ORDER BY s.sequence DESC LIMIT <most>")
                .bindList("actors", actors.stream().map(Actor::name).toList()).define("most", most)
                .map((row, _) -> heading(row)).list());
    }

    @Override
    public @Nullable Card card(long id) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT * FROM card WHERE id = ? AND NOT withdrawn")
                        .bind(0, id).map((row, _) -> new Card(id, row.getLong("contact_id"),
                                new Source(Source.Kind.valueOf(row.getString("source_kind")),
                                        row.getString("source_place")),
                                values(id)))
                        .findFirst().orElse(null));
    }

    private List<Value> values(long card) {
        return store.readers().withHandle(handle -> handle.createQuery(
                """
                        SELECT v.*, c.source_kind, c.source_place AS source_name, 0 AS at FROM card_value v
                        JOIN card c ON c.id = v.card_id AND c.contact_id = v.contact_id WHERE c.id = ? AND v.to_change IS NULL ORDER BY v.place""")
                .bind(0, card).map((row, _) -> Customers.said(row).value()).list());
    }

    /**
     * The cards of a contact.
     *
     * @param contact its number
     * @return its cards, the oldest first
     */
    public List<Card> cards(long contact) {
        List<Long> ids = store.readers()
                .withHandle(handle -> handle
                        .createQuery("SELECT id FROM card WHERE contact_id = ? AND NOT withdrawn ORDER BY id")
                        .bind(0, contact).mapTo(Long.class).list());
        return ids.stream().map(this::card).filter(java.util.Objects::nonNull).map(Card.class::cast).toList();
    }

    @Override
    public @Nullable Entry entry(long id) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT * FROM entry WHERE id = ? AND to_change IS NULL")
                        .bind(0, id).map((row, _) -> EntryTable.read(row)).findFirst().orElse(null));
    }

    /**
     * The activities and records of a contact.
     *
     * @param contact its number; 0 for all contacts
     * @return the entries, the latest first
     */
    public List<Entry> entries(long contact) {
        String of = contact == 0 ? "" : " AND contact_id = " + contact;
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery("SELECT * FROM entry WHERE to_change IS NULL" + of + " ORDER BY at DESC, id DESC")
                        .map((row, _) -> EntryTable.read(row)).list());
    }

    /**
     * Counts activities and records.
     *
     * @param contacts numbers of contacts, some thousands at most
     * @return how many each has; those that have none are not in it
     */
    public Map<Long, Integer> entryCounts(List<Long> contacts) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!contacts.isEmpty()) {
            store.readers().useHandle(handle -> handle.createQuery("""
                    SELECT contact_id, COUNT(*) FROM entry WHERE to_change IS NULL AND contact_id IN (<contacts>)
                    GROUP BY contact_id""").bindList("contacts", contacts)
                    .map((row, _) -> counts.put(row.getLong(1), row.getInt(2))).list());
        }
        return counts;
    }

    @Override
    public String text(String key) {
        return new UserTextView(store).all(key).getOrDefault("", "");
    }

    @Override
    public SenderRule sender(String address) {
        return new ReadingView(store).sender(address);
    }

    @Override
    public String reading(long message) {
        return new ReadingView(store).chosen(message);
    }

    @Override
    public long mergedInto(long contact) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT into_id FROM merged_contact WHERE contact_id = ?")
                        .bind(0, contact).mapTo(long.class).findFirst().orElse(0L));
    }

    @Override
    public boolean notTheSame(long one, long other) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM not_the_same WHERE a = ? AND b = ?")
                        .bind(0, one).bind(1, other).mapTo(long.class).one()) > 0;
    }

    /** {@return all pairs of which the user said that they are not the same, as they stand after merges} */
    public List<long[]> verdicts() {
        Map<Long, Long> merged = new HashMap<>();
        store.readers().useHandle(handle -> {
            handle.createQuery("SELECT contact_id, into_id FROM merged_contact")
                    .map((row, _) -> merged.put(row.getLong(1), row.getLong(2))).list();
        });
        return store.readers().withHandle(handle -> handle.createQuery("SELECT a, b FROM not_the_same ORDER BY a, b")
                .map((row, _) -> new long[]{last(merged, row.getLong(1)), last(merged, row.getLong(2))}).list());
    }

    /** {@return all pairs of contacts of which one wrote from his address that the other's is his new one} */
    public List<long[]> moved() {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT a.contact_id, n.contact_id FROM moved d JOIN message m ON m.id = d.message_id
                JOIN address a ON a.id = m.sender_id JOIN address n ON n.normal = d.address
                WHERE BITAND(m.status, 2) <> 0 AND NOT a.own AND a.contact_id <> n.contact_id
                UNION SELECT a.contact_id, v.contact_id FROM moved d JOIN message m ON m.id = d.message_id
                JOIN address a ON a.id = m.sender_id JOIN card_value v ON v.found_by = 'EMAIL:' || d.address
                WHERE BITAND(m.status, 2) <> 0 AND NOT a.own AND v.to_change IS NULL AND v.mark <> 'DENIED'
                    AND a.contact_id <> v.contact_id ORDER BY 1, 2""")
                .map((row, _) -> new long[]{row.getLong(1), row.getLong(2)}).list());
    }

    /**
     * What the user said of two contacts, by merging them or by saying that they are not the same.
     *
     * @param one number of a contact; of a merge the one that became part of the other
     * @param other number of the other
     * @param change number of the change set
     * @param same whether they are one
     */
    public record UserAnswer(long one, long other, long change, boolean same) {}

    /**
     * Lists what the user said and has not taken back.
     *
     * @param after only what was said after this change set; 0 for all
     * @param most how many at most
     * @return the answers, the latest first
     */
    public List<UserAnswer> answers(long after, int most) {
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT contact_id AS one, into_id AS other, change, TRUE AS same FROM merged_contact WHERE change > :after
                                        UNION ALL SELECT a, b, change, FALSE FROM not_the_same WHERE change > :after
                                        ORDER BY change DESC, one, other LIMIT :most""")
                        .bind("after", after).bind("most", most)
                        .map((row, _) -> new UserAnswer(row.getLong("one"), row.getLong("other"), row.getLong("change"),
                                row.getBoolean("same")))
                        .list());
    }

    private static long last(Map<Long, Long> merged, long contact) {
        long now = contact;
        for (int step = 0; step < 1000; step++) {
            Long next = merged.get(now);
            if (next == null) {
                return now;
            }
            now = next;
        }
        return now;
    }
}
