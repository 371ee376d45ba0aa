package app.kith.store;

import app.kith.contact.CardStack;
import app.kith.contact.Masked;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The long list of customers: who is in it and in which order, and what its columns show. Blocks: not for the JavaFX thread. */
public final class CustomerList {
    private static final Pattern TIME = Pattern.compile(":(now|dormant|tomorrow)\\b");

    private static final int MOST_WORDS = 200;

    private final Store store;
    private final Customers customers;
    private final Supplier<Set<String>> hidden;

    /**
     * Makes the queries.
     *
     * @param store the store
     * @param hidden keys of the names of those fields of the user's own that rows show only in part
     */
    public CustomerList(Store store, Supplier<Set<String>> hidden) {
        this.store = store;
        this.hidden = hidden;
        this.customers = new Customers(store);
    }

    /**
     * By what the list is ordered.
     *
     * @param order by what; ignored where a field of the user's own is named
     * @param own name of a field of the user's own; empty for none
     * @param turned whether the order is turned round; those of whom nothing is known come last either way
     */
    public record Sort(Order order, String own, boolean turned) {
        /** Last in touch first. */
        public static final Sort USUAL = new Sort(Order.LAST_CONTACT, "", false);

        /** The user's stages stand in their order; their names are bound, behind all else. */
        private String sql(List<Object> bound, UserTextView texts) {
            if (own.isEmpty()) {
                return order == Order.STAGE ? byStage(bound, texts) : order.sql(turned);
            }
            String way = turned ? " DESC" : "";
            return "o.name IS NULL, o.amount" + way + " NULLS LAST, o.sort_key" + way + ", c.id";
        }

        private String byStage(List<Object> bound, UserTextView texts) {
            StringBuilder place = new StringBuilder("CASE LOWER(c.stage)");
            List<Stage> stages = Stage.parse(texts.all(Stage.KEY).getOrDefault("", ""));
            for (int at = 0; at < stages.size(); at++) {
                place.append(" WHEN ? THEN ").append(at);
                bound.add(stages.get(at).name().toLowerCase(Locale.ROOT));
            }
            String way = turned ? " DESC" : "";
            String listed = stages.isEmpty() ? "" : place + " ELSE " + stages.size() + " END" + way + ", ";
            return "c.stage = '', " + listed + "LOWER(c.stage)" + way + ", c.id";
        }
    }

    /**
     * A customer with what columns show beside the row.
     *
     * @param row the row
     * @param email best address; empty where none is known
     * @param phone best number; empty where none is known
     * @param own the user's own fields by the keys of their names, see {@link OwnField#key}
     */
    public record Listed(CustomerRow row, String email, String phone, Map<String, String> own) {

        /** Keeps its own copy. */
        public Listed {
            own = Map.copyOf(own);
        }

        /** {@return number of the customer} */
        public long id() {
            return row.id();
        }
    }

    /**
     * The numbers of customers, in order, for a list that loads its rows as they come into view.
     *
     * @param wanted which customers
     * @param sort in which order
     * @param limit at most so many; 0 for all
     * @param now what time it is, where the user is
     * @return their numbers
     */
    public long[] ids(CustomerQuery wanted, Sort sort, int limit, ZonedDateTime now) {
        List<Object> bound = new ArrayList<>();
        String sql = listing("c.id", wanted, sort, bound) + (limit > 0 ? " LIMIT " + limit : "");
        return store.readers().withHandle(handle -> query(handle, sql, bound, now).mapTo(long.class).stream()
                .mapToLong(Long::longValue).toArray());
    }

    /**
     * The numbers of customers by the stages at which they stand.
     *
     * @param wanted which customers
     * @param sort in which order those of one stage are
     * @param now what time it is, where the user is
     * @return their numbers by {@link Stage#key}; an empty one for those at no stage. A stage where nobody stands is not in it.
     */
    public Map<String, long[]> byStage(CustomerQuery wanted, Sort sort, ZonedDateTime now) {
        List<Object> bound = new ArrayList<>();
        String sql = listing("c.id, c.stage", wanted, sort, bound);
        Map<String, List<Long>> found = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        store.readers().useHandle(handle -> query(handle, sql, bound, now).map((row, _) -> found
                .computeIfAbsent(keys.computeIfAbsent(row.getString(2), Stage::key), _ -> new ArrayList<>())
                .add(row.getLong(1))).forEach(_ -> {}));
        Map<String, long[]> numbers = new HashMap<>();
        found.forEach((key, ids) -> numbers.put(key, ids.stream().mapToLong(Long::longValue).toArray()));
        return numbers;
    }

    private String listing(String columns, CustomerQuery wanted, Sort sort, List<Object> bound) {
        String join = "";
        if (!sort.own().isEmpty()) {
            join = " LEFT JOIN contact_own o ON o.contact_id = c.id AND o.name = ?";
            bound.add(OwnField.key(sort.own()));
        }
        return "SELECT " + columns + " FROM contact c" + join + where(wanted, bound) + " ORDER BY "
                + sort.sql(bound, new UserTextView(store));
    }

    /**
     * How many customers are meant.
     *
     * @param wanted which customers
     * @param now what time it is, where the user is
     * @return how many there are
     */
    public long count(CustomerQuery wanted, ZonedDateTime now) {
        List<Object> bound = new ArrayList<>();
        String sql = "SELECT COUNT(*) FROM contact c" + where(wanted, bound);
        return store.readers().withHandle(handle -> query(handle, sql, bound, now).mapTo(long.class).one());
    }

    private static String where(CustomerQuery wanted, List<Object> bound) {
        String condition = wanted.sql(bound);
        return condition.isEmpty() ? "" : " WHERE " + condition;
    }

    /** Times are written into the statement: they are numbers, and conditions with and without them stand side by side. */
    private static Query query(Handle handle, String sql, List<Object> bound, ZonedDateTime now) {
        Instant at = now.toInstant();
        Map<String, Long> times = Map.of("now", at.toEpochMilli(), "dormant",
                at.minus(Customers.DORMANT).toEpochMilli(), "tomorrow",
                now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).toInstant().toEpochMilli());
        Matcher matcher = TIME.matcher(sql);
        Query query = handle.createQuery(matcher.replaceAll(found -> String.valueOf(times.get(found.group(1)))));
        for (int i = 0; i < bound.size(); i++) {
            query.bind(i, bound.get(i));
        }
        return query;
    }

    /**
     * Rows for a list with columns.
     *
     * @param ids numbers of customers
     * @return a row for each that is still there, in no particular order
     */
    public List<Listed> rows(List<Long> ids) {
        List<Listed> listed = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + 1000));
            Map<Long, List<CardStack.Said>> reach = reach(some);
            Map<Long, Map<String, String>> own = own(some);
            customers.rows(some).forEach(row -> {
                CardStack stack = new CardStack(reach.getOrDefault(row.id(), List.of()));
                listed.add(new Listed(row, best(stack, Property.EMAIL), best(stack, Property.PHONE),
                        own.getOrDefault(row.id(), Map.of())));
            });
        }
        return listed;
    }

    private static String best(CardStack stack, Property property) {
        return stack.best(property).map(Value::raw).orElse("");
    }

    private Map<Long, List<CardStack.Said>> reach(List<Long> ids) {
        Map<Long, List<CardStack.Said>> said = new HashMap<>();
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT v.*, c.source_kind, c.source_place AS source_name, 0 AS at FROM card_value v
                JOIN card c ON c.id = v.card_id WHERE v.contact_id IN (<ids>) AND v.to_change IS NULL
                AND v.property IN ('EMAIL', 'PHONE') ORDER BY v.card_id, v.place""").bindList("ids", ids)
                .map((row, _) -> said.computeIfAbsent(row.getLong("contact_id"), _ -> new ArrayList<>())
                        .add(Customers.said(row)))
                .list());
        return said;
    }

    private Map<Long, Map<String, String>> own(List<Long> ids) {
        Map<Long, Map<String, String>> own = new HashMap<>();
        Set<String> masked = hidden.get();
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT contact_id, name, raw FROM contact_own WHERE contact_id IN (<ids>)""").bindList("ids", ids)
                .map((row, _) -> own.computeIfAbsent(row.getLong(1), _ -> new HashMap<>()).put(row.getString(2),
                        masked.contains(row.getString(2)) ? Masked.of(row.getString(3)) : row.getString(3)))
                .list());
        return own;
    }

    /** {@return names of the fields of the user's own that customers have, those that most have first, at most a hundred} */
    public List<String> ownNames() {
        return store.readers().withHandle(handle -> {
            Map<String, Long> oneOf = new LinkedHashMap<>();
            handle.createQuery(
                    """
                            SELECT name, MIN(contact_id) FROM contact_own GROUP BY name ORDER BY COUNT(*) DESC, name LIMIT 100""")
                    .map((row, _) -> oneOf.put(row.getString(1), row.getLong(2))).list();
            return written(handle, oneOf);
        });
    }

    /** {@return the stages at which customers stand, as they are written, with how many stand there; the most frequent first} */
    public Map<String, Long> stages() {
        Map<String, Long> stages = new LinkedHashMap<>();
        store.readers()
                .useHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT stage, COUNT(*) FROM contact WHERE stage <> '' GROUP BY stage ORDER BY COUNT(*) DESC, stage LIMIT\s"""
                                        + MOST_WORDS)
                        .map((row, _) -> stages.put(row.getString(1), row.getLong(2))).list());
        return stages;
    }

    /** {@return the tags that customers bear, those of most first; some hundreds at most} */
    public List<String> tags() {
        Map<String, Integer> tags = new HashMap<>();
        store.readers().useHandle(handle -> handle
                .createQuery("SELECT tags, COUNT(*) FROM contact WHERE tags <> '' GROUP BY tags")
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(some -> Arrays.stream(some.getKey().split("\n", -1)).filter(tag -> !tag.isBlank())
                        .forEach(tag -> tags.merge(tag, some.getValue(), Integer::sum))));
        return tags.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS).map(Map.Entry::getKey).toList();
    }

    /** Names as they are written, by their folded forms with a customer who has the field. */
    private static List<String> written(Handle handle, Map<String, Long> oneOf) {
        if (oneOf.isEmpty()) {
            return List.of();
        }
        Map<String, String> written = new HashMap<>();
        handle.createQuery("""
                SELECT label FROM card_value WHERE contact_id IN (<ids>) AND property = 'OWN' AND to_change IS NULL
                AND mark <> 'DENIED' ORDER BY card_id, place""").bindList("ids", Set.copyOf(oneOf.values()))
                .mapTo(String.class).forEach(label -> written.putIfAbsent(OwnField.key(label), label));
        return oneOf.keySet().stream().map(name -> written.getOrDefault(name, name)).toList();
    }
}
