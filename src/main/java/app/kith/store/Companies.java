package app.kith.store;

import app.kith.contact.Entry;
import app.kith.store.Customers.CustomerRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Companies: customers who give the same company, or write from its domain. Worked out from all customers and kept until something
 * changes. Blocks while it reads: not for the JavaFX thread.
 */
public final class Companies {
    /** Bits of a number that tell the place of a company. */
    private static final int PLACE_BITS = 24;

    private final Store store;
    private final Customers customers;
    private @Nullable Snapshot last;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Companies(Store store) {
        this.store = store;
        this.customers = new Customers(store);
    }

    /** In which order companies are listed. */
    public enum Order {
        /** Last in touch first. */
        LAST_CONTACT,
        /** By name. */
        NAME,
        /** Most people first. */
        PEOPLE
    }

    private static Comparator<CompanyGroup> comparator(Order order) {
        Comparator<CompanyGroup> first = switch (order) {
            case LAST_CONTACT -> Comparator.<CompanyGroup>comparingLong(group -> group.lastAt).reversed();
            case NAME -> Comparator.comparing(group -> group.sortKey);
            case PEOPLE -> Comparator.comparingInt(CompanyGroup::size).reversed()
                    .thenComparing(group -> group.sortKey);
        };
        return first.thenComparingLong(group -> group.id);
    }

    /**
     * A company as a list shows it.
     *
     * @param id its number: the lowest number of a customer who belongs to it
     * @param name how most write it; its domain where nobody writes it
     * @param domains the domains from which its people write, those of most people first
     * @param people how many people belong to it
     * @param lastContact when mail was last exchanged with any of them; null if never
     */
    public record CompanyRow(long id, String name, List<String> domains, int people, @Nullable Instant lastContact) {

        /** Keeps its own copy. */
        public CompanyRow {
            domains = List.copyOf(domains);
        }
    }

    /**
     * Everything known of one company.
     *
     * @param row as a list shows it
     * @param card number of the customer that is the company itself; null where there is none
     * @param people its people, the last in touch first
     * @param conversations numbers of all conversations with any of them, the newest first
     * @param entries their activities and business records, the latest first
     */
    public record Company(CompanyRow row, @Nullable Long card, List<CustomerRow> people, long[] conversations,
            List<Entry> entries) {

        /** Keeps its own copies. */
        public Company {
            people = List.copyOf(people);
            entries = List.copyOf(entries);
        }

        /** {@return numbers of its people and of its own card} */
        public List<Long> members() {
            return Stream.concat(people.stream().map(CustomerRow::id), Stream.ofNullable(card)).toList();
        }

        /** {@return the business records among the entries} */
        public List<Entry> records() {
            return entries.stream().filter(entry -> entry.kind().isRecord()).toList();
        }
    }

    /**
     * All companies at one moment.
     *
     * @param groups by number
     * @param members numbers of their members, in order
     * @param places for each member the place of its company among the groups
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Snapshot(long version, List<CompanyGroup> groups, long[] members, int[] places) {

        static Snapshot of(long version, List<CompanyGroup> groups) {
            int count = groups.stream().mapToInt(group -> (int) group.members().count()).sum();
            long[] pairs = new long[count];
            int at = 0;
            for (int place = 0; place < groups.size(); place++) {
                for (long member : groups.get(place).members().toArray()) {
                    pairs[at++] = member << PLACE_BITS | place;
                }
            }
            Arrays.sort(pairs);
            return new Snapshot(version, groups, Arrays.stream(pairs).map(pair -> pair >> PLACE_BITS).toArray(),
                    Arrays.stream(pairs).mapToInt(pair -> (int) (pair & (1L << PLACE_BITS) - 1)).toArray());
        }

        /** The company of a customer; null where none is known. */
        @Nullable
        CompanyGroup of(long member) {
            int found = Arrays.binarySearch(members, member);
            return found < 0 ? null : groups.get(places[found]);
        }

        /** The company of a number; null where there is none. */
        @Nullable
        CompanyGroup numbered(long id) {
            CompanyGroup group = of(id);
            return group != null && group.id == id ? group : null;
        }
    }

    /**
     * The numbers of companies, in order.
     *
     * @param text words that the name or a domain must hold, all of them; a Chinese name is found by its Pinyin, too; empty for all
     * @param order in which order
     * @param after only those behind this one; 0 for all from the first
     * @param limit at most so many; 0 for all
     * @return their numbers
     */
    public long[] ids(String text, Order order, long after, int limit) {
        List<String> words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty()).toList();
        Snapshot now = snapshot();
        CompanyGroup behind = now.numbered(after);
        Comparator<CompanyGroup> comparator = comparator(order);
        return now.groups().stream().filter(group -> words.stream().allMatch(group::holds))
                .filter(group -> behind == null || comparator.compare(group, behind) > 0)
                .sorted(comparator).limit(limit > 0 ? limit : Long.MAX_VALUE).mapToLong(group -> group.id)
                .toArray();
    }

    /** {@return how many companies there are} */
    public long count() {
        return snapshot().groups().size();
    }

    /**
     * Rows for a list.
     *
     * @param ids numbers of companies
     * @return a row for each that is still there
     */
    public List<CompanyRow> rows(List<Long> ids) {
        Snapshot now = snapshot();
        return ids.stream().map(now::numbered).filter(Objects::nonNull).map(CompanyGroup::row).toList();
    }

    /**
     * The company of a customer.
     *
     * @param contact number of the customer
     * @return number of the company; empty where none is known
     */
    public OptionalLong of(long contact) {
        CompanyGroup company = snapshot().of(contact);
        return company == null ? OptionalLong.empty() : OptionalLong.of(company.id);
    }

    /**
     * Who belongs to a company.
     *
     * @param id the number of the company, or of a customer who belongs to it
     * @return numbers of its people and of its own card; empty where there is no such company
     */
    public List<Long> members(long id) {
        CompanyGroup group = snapshot().of(id);
        return group == null ? List.of() : group.members().boxed().toList();
    }

    /**
     * Everything known of one company.
     *
     * @param id the number of the company, or of a customer who belongs to it
     * @return the company; empty where there is none
     */
    public Optional<Company> find(long id) {
        CompanyGroup group = snapshot().of(id);
        if (group == null) {
            return Optional.empty();
        }
        Object[] members = group.members().boxed().toArray();
        List<CustomerRow> people = customers.all(group.people()).stream()
                .sorted(Comparator.comparing(CustomerRow::lastContact, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed().thenComparingLong(CustomerRow::id))
                .toList();
        return Optional.of(new Company(group.row(), group.card(), people, conversations(members), entries(members)));
    }

    private long[] conversations(Object[] members) {
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT c.id FROM conversation c WHERE c.messages > 0 AND c.id IN (
                                            SELECT m.conversation_id FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN address x ON x.contact_id = w.id
                                            JOIN message_person p ON p.address_id = x.id JOIN message m ON m.id = p.item / 1024
                                            WHERE BITAND(m.status, 2) <> 0) ORDER BY c.last_at DESC, c.id DESC""")
                        .bind(0, array(members))
                        .mapTo(long.class).stream().mapToLong(Long::longValue).toArray());
    }

    private List<Entry> entries(Object[] members) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT e.* FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN entry e ON e.contact_id = w.id
                WHERE e.to_change IS NULL ORDER BY e.at DESC, e.id DESC""").bind(0, array(members))
                .map((row, _) -> EntryTable.read(row)).list());
    }

    /** Numbers as one argument of a query. */
    static Argument array(Object[] numbers) {
        return (position, statement, _) -> statement.setObject(position, numbers);
    }

    private synchronized Snapshot snapshot() {
        long version = store.version();
        Snapshot known = last;
        if (known != null && known.version() == version) {
            return known;
        }
        CompanyGroups groups = new CompanyGroups();
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT company_stem, company_domain, company, last_at, company_card, name, id FROM contact
                WHERE company_stem <> '' OR company_domain <> ''""").setFetchSize(10_000)
                .map((row, _) -> new CompanyGroups.Member(row.getString(1), row.getString(2), row.getString(3),
                        row.getLong(4), row.getBoolean(5), row.getString(6), row.getLong(7)))
                .forEach(groups::add));
        Snapshot now = Snapshot.of(version, groups.groups());
        last = now;
        return now;
    }
}
