package app.kith.store;

import app.kith.change.Actor;
import app.kith.contact.Source;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** At which stages customers stood, and when, and who stands where. Blocks: not for the JavaFX thread. */
public final class StageSteps {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public StageSteps(Store store) {
        this.store = store;
    }

    /**
     * One stage at which a customer stood, from coming to it until leaving it.
     *
     * @param stage its name
     * @param from since when
     * @param to until when; null where the customer stands there still
     * @param source who says so
     * @param place where in the source it stands; may be empty
     * @param actor who brought it
     */
    public record Step(String stage, Instant from, @Nullable Instant to, Source source, String place, Actor actor) {

        /**
         * How long it lasted.
         *
         * @param now what time it is
         * @return in whole days; never negative
         */
        public long days(Instant now) {
            return StageSteps.days(from, to == null ? now : to);
        }

        Step named(String name) {
            return new Step(name, from, to, source, place, actor);
        }

        Step until(Instant end) {
            return new Step(stage, from, end, source, place, actor);
        }
    }

    /**
     * How long it is.
     *
     * @param from since when
     * @param to until when
     * @return in whole days; never negative
     */
    public static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    /**
     * The stages of a customer.
     *
     * @param contact number of the customer
     * @return the stages, the first first; the last may be one that the customer has left
     */
    public List<Step> of(long contact) {
        try {
            return store.readers()
                    .withHandle(handle -> StageTimeline.of(Set.of(contact), asking(handle.getConnection()))
                            .getOrDefault(contact, List.of()));
        } catch (SQLException e) {
            throw new KithException(e, Problem.STORE_DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private static StageTimeline.Asking asking(Connection connection) {
        return (query, numbers, visitor) -> {
            try (PreparedStatement statement = connection
                    .prepareStatement(query.formatted("UNNEST(CAST(? AS BIGINT ARRAY))"))) {
                statement.setObject(1, numbers.toArray());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.row(rows);
                    }
                }
            }
        };
    }

    /**
     * Who is said to stand at a stage, be it by a source whose word does not count.
     *
     * @param normal the normal form of the stage's name
     * @return numbers of customers, from the lowest
     */
    public List<Long> said(String normal) {
        Set<Long> contacts = new TreeSet<>(); // Put in order here: H2 would read all values in the order of an index.
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT contact_id FROM card_value WHERE property = 'STAGE' AND normal = ? AND to_change IS NULL""")
                .bind(0, normal).mapTo(Long.class).forEach(contacts::add));
        return List.copyOf(contacts);
    }

    /** Works out since when everybody has stood where they stand, in a store that did not keep it yet. */
    static void fill(Writer sql) throws SQLException {
        Set<Long> standing = new HashSet<>();
        sql.each(row -> standing.add(row.getLong(1)),
                "SELECT id FROM contact WHERE stage <> '' AND stage_since IS NULL");
        Rows since = new Rows("""
                MERGE INTO contact c USING (SELECT * FROM %s w(id, since)) w ON c.id = w.id
                WHEN MATCHED THEN UPDATE SET stage_since = w.since""", "BIGINT", "BIGINT");
        StageTimeline.of(standing, asking(sql)).forEach((contact, steps) -> since.add(contact, since(steps)));
        since.update(sql);
        sql.commit();
    }

    /** Asks within a transaction. */
    static StageTimeline.Asking asking(Writer sql) {
        return (query, numbers, visitor) -> {
            Rows wanted = new Rows(query, "BIGINT");
            numbers.forEach(wanted::add);
            wanted.each(sql, visitor);
        };
    }

    /** Since when a customer has stood at the last of these stages, in milliseconds since 1970; null where it was left. */
    static @Nullable Long since(List<Step> steps) {
        return steps.isEmpty() || steps.getLast().to() != null
                ? null
                : Long.valueOf(steps.getLast().from().toEpochMilli());
    }
}
