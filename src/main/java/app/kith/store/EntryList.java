package app.kith.store;

import app.kith.contact.ClosedStates;
import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.NormalForm;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Business records, or activities, of all customers: sifted, counted by kind and summed by currency. Blocks while it reads: not for the JavaFX thread. */
public final class EntryList {
    private static final String FOUND = "SELECT e.id, e.kind, e.state, e.currency, e.amount FROM entry e";
    private static final String CUSTOMER = " LEFT JOIN contact c ON c.id = e.contact_id";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public EntryList(Store store) {
        this.store = store;
    }

    /** Whether something is still to be done, see {@link ClosedStates}. */
    public enum Standing {
        /** Something is. */
        OPEN,
        /** Nothing is. */
        CLOSED;

        /**
         * How an entry stands.
         *
         * @param kind what it is
         * @param state its state
         * @return whether it is open or closed; null for a call, a meeting and a note, which are neither
         */
        public static @Nullable Standing of(Kind kind, String state) {
            return !kind.isRecord() && kind != Kind.TASK ? null : ClosedStates.has(state) ? CLOSED : OPEN;
        }
    }

    /** In which order entries are listed. */
    public enum Order {
        /** The latest first. */
        DATE,
        /** The largest amount first, each currency by itself; those without an amount last. */
        AMOUNT,
        /** By the name of the customer; the latest of each first. */
        CUSTOMER
    }

    /**
     * Which entries are wanted. All conditions hold together.
     *
     * @param records whether business records are, or activities
     * @param kinds of which kinds; empty for all
     * @param contact of which customer; 0 for all
     * @param text words that title, number or customer must hold, all of them; empty for all
     * @param state in which state; empty for any
     * @param standing whether open or closed ones are; null for both
     * @param since not before this time; null for any
     * @param until before this time; null for any
     */
    public record Filter(boolean records, Set<Kind> kinds, long contact, String text, String state,
            @Nullable Standing standing, @Nullable Instant since, @Nullable Instant until) {
        /** All business records. */
        public static final Filter RECORDS = new Filter(true, Set.of(), 0, "", "", null, null, null);

        /** Keeps its own copy of the kinds. */
        public Filter {
            kinds = Set.copyOf(kinds);
        }

        private boolean takes(Hit hit) {
            return takesKind(hit) && takesStanding(hit);
        }

        private boolean takesKind(Hit hit) {
            return kinds.isEmpty() || kinds.contains(hit.kind());
        }

        private boolean takesStanding(Hit hit) {
            return standing == null || standing == hit.standing();
        }
    }

    /**
     * What amounts in one currency come to.
     *
     * @param currency ISO 4217 code; empty where none is said
     * @param amount the sum
     * @param entries how many have an amount in it
     */
    public record Sum(String currency, BigDecimal amount, long entries) {}

    /**
     * What was found.
     *
     * @param ids numbers of the entries, in order
     * @param kinds how many there would be of each kind, whatever kinds are wanted
     * @param standings how many there would be open and closed, whichever are wanted
     * @param sums what those found come to, by the currencies' codes
     */
    public record Found(long[] ids, Map<Kind, Long> kinds, Map<Standing, Long> standings, List<Sum> sums) {
        /** Nothing. */
        public static final Found NOTHING = new Found(new long[0], Map.of(), Map.of(), List.of());
    }

    /**
     * An entry in a list.
     *
     * @param entry the entry
     * @param customer name of its customer
     */
    public record EntryRow(Entry entry, String customer) {
        /** {@return its number} */
        public long id() {
            return entry.id();
        }

        /** {@return whether nothing is to be done about it any more} */
        public boolean closed() {
            return Standing.of(entry.kind(), entry.state()) == Standing.CLOSED;
        }
    }

    private record Hit(long id, Kind kind, @Nullable Standing standing, String state, String currency,
            @Nullable BigDecimal amount) {
        private BigDecimal size() {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }

    /** The largest first, each currency by itself; those without an amount last. */
    private static final Comparator<Hit> BY_AMOUNT = Comparator.comparing((Hit hit) -> hit.amount() == null)
            .thenComparing(Hit::currency).thenComparing(Hit::size, Comparator.reverseOrder());

    /**
     * Finds entries.
     *
     * @param filter which
     * @param order in which order
     * @return their numbers, with counts and sums
     */
    public Found find(Filter filter, Order order) {
        String state = ClosedStates.key(filter.state());
        List<Hit> hits = hits(filter, order).stream()
                .filter(hit -> state.isEmpty() || ClosedStates.key(hit.state()).equals(state)).toList();
        List<Hit> found = hits.stream().filter(filter::takes).collect(Collectors.toCollection(ArrayList::new));
        if (order == Order.AMOUNT) {
            found.sort(BY_AMOUNT);
        }
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        hits.stream().filter(filter::takesStanding).forEach(hit -> kinds.merge(hit.kind(), 1L, Long::sum));
        Map<Standing, Long> standings = new EnumMap<>(Standing.class);
        for (Hit hit : hits) {
            Standing standing = hit.standing();
            if (standing != null && filter.takesKind(hit)) {
                standings.merge(standing, 1L, Long::sum);
            }
        }
        return new Found(found.stream().mapToLong(Hit::id).toArray(), kinds, standings, sums(found));
    }

    private static List<Sum> sums(List<Hit> hits) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Hit hit : hits) {
            BigDecimal amount = hit.amount();
            if (amount != null) {
                sums.merge(hit.currency(), new Sum(hit.currency(), amount, 1), (one, other) -> new Sum(one.currency(),
                        one.amount().add(other.amount()), one.entries() + other.entries()));
            }
        }
        return List.copyOf(sums.values());
    }

    private List<Hit> hits(Filter filter, Order order) {
        List<Object> bound = new ArrayList<>();
        String sql = sql(filter, order, bound);
        return store.readers().withHandle(handle -> {
            Query query = handle.createQuery(sql);
            for (int i = 0; i < bound.size(); i++) {
                query.bind(i, bound.get(i));
            }
            return query.map((row, _) -> hit(row)).list();
        });
    }

    /** The statement for what rows tell; how they stand is seen from what is read. */
    static String sql(Filter filter, Order order, List<Object> bound) {
        List<String> words = Stream.of(NormalForm.folded(filter.text()).split(" ", -1)).filter(word -> !word.isEmpty())
                .toList();
        StringBuilder sql = new StringBuilder(FOUND);
        if (!words.isEmpty() || order == Order.CUSTOMER) {
            sql.append(CUSTOMER);
        }
        sql.append(" WHERE e.kind IN (").append(kinds(filter.records())).append(") AND e.to_change IS NULL");
        if (filter.contact() != 0) {
            sql.append(" AND e.contact_id = ?");
            bound.add(filter.contact());
        }
        Instant since = filter.since();
        if (since != null) {
            sql.append(" AND e.at >= ?");
            bound.add(since.toEpochMilli());
        }
        Instant until = filter.until();
        if (until != null) {
            sql.append(" AND e.at < ?");
            bound.add(until.toEpochMilli());
        }
        for (String word : words) {
            sql.append(" AND (LOCATE(?, LOWER(e.title || ' ' || e.number)) > 0 OR LOCATE(?, c.search) > 0)");
            bound.addAll(List.of(word, word));
        }
        return sql.append(order == Order.CUSTOMER
                ? " ORDER BY c.sort_key, e.at DESC, e.id DESC"
                : " ORDER BY e.at DESC, e.id DESC").toString();
    }

    private static String kinds(boolean records) {
        Predicate<Kind> wanted = kind -> kind.isRecord() == records;
        return Stream.of(Kind.values()).filter(wanted).map(kind -> '\'' + kind.name() + '\'')
                .collect(Collectors.joining(", "));
    }

    private static Hit hit(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString(2));
        String state = row.getString(3);
        String amount = row.getString(5);
        return new Hit(row.getLong(1), kind, Standing.of(kind, state), state, row.getString(4),
                amount == null ? null : new BigDecimal(amount));
    }

    /**
     * Counts what there is, found or not.
     *
     * @param records whether business records are counted, or activities
     * @return how many there are
     */
    public long count(boolean records) {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM entry WHERE kind IN ("
                + kinds(records) + ") AND to_change IS NULL").mapTo(long.class).one());
    }

    /**
     * Rows for a list.
     *
     * @param ids numbers of entries, some hundreds at most
     * @return a row for each that is still there, in no particular order
     */
    public List<EntryRow> rows(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : store.readers().withHandle(handle -> handle.createQuery("SELECT e.*, c.name AS customer FROM entry e"
                        + CUSTOMER + " WHERE e.id IN (<ids>) AND e.to_change IS NULL").bindList("ids", ids)
                        .map((row, _) -> new EntryRow(EntryTable.read(row),
                                Objects.requireNonNullElse(row.getString("customer"), "")))
                        .list());
    }
}
