package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.match.Answer;
import app.kith.match.Duplicates;
import app.kith.match.Findings;
import app.kith.match.Kind;
import app.kith.match.Match;
import app.kith.match.Profile;
import app.kith.match.Reason;
import app.kith.match.Schema;
import app.kith.match.Schema.Column;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are perhaps one: found by a scan of all, proposed in groups with their reasons, and merged only at the user's word.
 * What the user said of two customers before, and mail between them, keeps them apart. Blocks.
 */
public final class DuplicateReview {
    private static final List<Property> PEOPLE = List.of(Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.SUFFIX, Property.EMAIL, Property.PHONE, Property.COMPANY, Property.TITLE, Property.ADDRESS,
            Property.BIRTHDAY, Property.GENDER, Property.ID_NUMBER);
    private static final List<Kind> PEOPLE_KINDS = List.of(Kind.FULL_NAME, Kind.FAMILY_NAME, Kind.GIVEN_NAME,
            Kind.SUFFIX, Kind.EMAIL, Kind.PHONE, Kind.COMPANY, Kind.TITLE, Kind.ADDRESS, Kind.BIRTHDAY, Kind.SEX,
            Kind.IDENTITY);
    private static final List<Property> FIRMS = List.of(Property.NAME, Property.COMPANY, Property.PHONE,
            Property.ADDRESS, Property.EMAIL, Property.TAX_ID);
    private static final List<Kind> FIRM_KINDS = List.of(Kind.ENTITY_NAME, Kind.ENTITY_NAME, Kind.PHONE, Kind.ADDRESS,
            Kind.EMAIL, Kind.IDENTITY);

    private final CardsView cards;
    private final ChangesView changes;
    private final Customers customers;
    private final Records records;
    private @Nullable Scan last;

    DuplicateReview(CardsView cards, ChangesView changes, Customers customers, Records records) {
        this.cards = cards;
        this.changes = changes;
        this.customers = customers;
        this.records = records;
    }

    /**
     * Two customers who are perhaps one.
     *
     * @param one number of a customer
     * @param other number of another
     * @param probability how likely they are one, 0 to 1
     * @param why what each field says, the strongest first
     */
    public record Pair(long one, long other, double probability, List<Reason> why) {

        /** Keeps its own copy. */
        public Pair {
            why = List.copyOf(why);
        }
    }

    /**
     * Customers who are perhaps one.
     *
     * @param contacts their numbers, at least two; the first is the one who would stay
     * @param safe whether the program would accept it unasked
     * @param weakest the probability of the least likely pair that holds it together
     * @param pairs the pairs in it
     */
    public record Group(List<Long> contacts, boolean safe, double weakest, List<Pair> pairs) {

        /** Keeps its own copies. */
        public Group {
            contacts = List.copyOf(contacts);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * What a scan found.
     *
     * @param groups what is proposed, the surest first
     * @param contacts how many customers were looked at
     * @param compared how many pairs were compared
     */
    public record Found(List<Group> groups, int contacts, int compared) {

        /** Keeps its own copy. */
        public Found {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Scans all customers.
     *
     * @param progress told the share done, 0 to 1, from any thread
     * @param cancelled asked now and then whether to stop
     * @return what was found
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    public synchronized Found scan(DoubleConsumer progress, BooleanSupplier cancelled) {
        Scan scan = scanned(progress, cancelled);
        List<Group> groups = new ArrayList<>();
        Set<List<Long>> apart = new HashSet<>();
        changes.verdicts().forEach(pair -> apart.add(pair(pair[0], pair[1])));
        for (Part part : scan.parts) {
            group(part, apart, groups);
        }
        groups.sort(Comparator.<Group, Boolean>comparing(Group::safe).reversed()
                .thenComparing(Comparator.comparingDouble(Group::weakest).reversed())
                .thenComparing(group -> group.contacts().getFirst()));
        return new Found(groups, scan.parts.stream().mapToInt(part -> part.ids.size()).sum(),
                scan.parts.stream().mapToInt(part -> part.findings.compared()).sum());
    }

    /**
     * Explains how likely two customers are one.
     *
     * @param one number of a customer
     * @param other number of another
     * @return the pair; empty where they cannot be compared, since one is a company and the other a person, or is not there
     */
    public synchronized Optional<Pair> explain(long one, long other) {
        Scan scan = scanned(_ -> {}, () -> false);
        for (Part part : scan.parts) {
            int a = part.ids.indexOf(one);
            int b = part.ids.indexOf(other);
            if (a >= 0 && b >= 0 && a != b) {
                return Optional.of(new Pair(one, other, part.findings.weakest(List.of(a, b)).probability(),
                        part.findings.reasons(a, b)));
            }
        }
        return Optional.empty();
    }

    /**
     * Makes customers one.
     *
     * @param into number of the customer who stays
     * @param others numbers of the others
     * @param chosen values that are to be shown before all others of their properties
     * @return what was entered
     */
    public Entered merge(long into, List<Long> others, List<Value> chosen) {
        return records.merge(into, others, chosen);
    }

    /**
     * Makes one of each group.
     *
     * @param groups the groups
     * @return what was entered; nothing where there is no group
     */
    public Optional<Entered> mergeAll(List<Group> groups) {
        return records.mergeAll(groups.stream().map(Group::contacts).toList());
    }

    /**
     * Remembers that customers are not the same.
     *
     * @param contacts their numbers
     * @return what was entered
     */
    public Entered apart(List<Long> contacts) {
        return records.apart(contacts);
    }

    private Scan scanned(DoubleConsumer progress, BooleanSupplier cancelled) {
        Scan known = last;
        if (known != null && known.version == cards.version()) {
            return known;
        }
        long version = cards.version();
        Rows people = new Rows(PEOPLE, PEOPLE_KINDS);
        Rows firms = new Rows(FIRMS, FIRM_KINDS);
        cards.each(List.of(), stack -> {
            List<Value> values = shown(stack);
            boolean firm = values.stream()
                    .anyMatch(value -> value.property() == Property.KIND && value.raw().equals("company"));
            (firm ? firms : people).add(stack.getFirst().contact(), values);
        });
        people.nameByMail(customers);
        // What the user said of pairs holds for them, and moves the weights for all others.
        List<Answer> answers = changes.verdicts().stream()
                .map(pair -> new Answer(String.valueOf(pair[0]), String.valueOf(pair[1]), false)).toList();
        List<Part> parts = new ArrayList<>();
        if (people.ids.size() > 1) {
            parts.add(people.scan(answers, progress, cancelled));
        }
        if (firms.ids.size() > 1) {
            parts.add(firms.scan(answers, _ -> {}, cancelled));
        }
        Scan scan = new Scan(version, parts);
        last = scan;
        return scan;
    }

    private static List<Value> shown(List<Card> stack) {
        List<CardStack.Said> said = new ArrayList<>();
        for (Card card : stack) {
            card.values().forEach(value -> said.add(new CardStack.Said(value,
                    new ShownValue.Origin(card.id(), card.source(), "", Instant.EPOCH, 0))));
        }
        return new CardStack(said).shown().stream().map(ShownValue::value).toList();
    }

    private void group(Part part, Set<List<Long>> apart, List<Group> groups) {
        Map<List<Integer>, Match> found = new HashMap<>();
        part.findings.pairs(Findings.PROPOSED)
                .forEach(match -> found.put(List.of(match.first(), match.second()), match));
        Map<Integer, Integer> safe = new HashMap<>();
        for (List<Integer> group : part.findings.safe()) {
            group.forEach(member -> safe.put(member, group.getFirst()));
        }
        for (List<Integer> proposed : part.findings.groups()) {
            List<Match> inside = new ArrayList<>();
            Set<List<Integer>> against = new HashSet<>();
            for (int a : proposed) {
                for (int b : proposed) {
                    Match match = found.get(List.of(a, b));
                    if (a < b && isAgainst(part.ids.get(a), part.ids.get(b), apart)) {
                        against.add(List.of(a, b));
                    } else if (match != null) {
                        inside.add(match);
                    }
                }
            }
            inside.sort(Comparator.comparingDouble(Match::score).reversed());
            for (List<Integer> group : split(inside, against)) {
                groups.add(group(part, group, inside, safe));
            }
        }
    }

    /** The user said so, or one wrote to the other, or one mail went to both: then they are two. */
    private boolean isAgainst(long one, long other, Set<List<Long>> apart) {
        return apart.contains(pair(one, other)) || customers.areInOneMail(one, other);
    }

    /** Joins by the surest pairs first, and never two groups of which any two members are known to be two. */
    private static List<List<Integer>> split(List<Match> pairs, Set<List<Integer>> against) {
        Map<Integer, List<Integer>> groupOf = new HashMap<>();
        for (Match match : pairs) {
            List<Integer> one = groupOf.computeIfAbsent(match.first(), first -> new ArrayList<>(List.of(first)));
            List<Integer> other = groupOf.computeIfAbsent(match.second(), second -> new ArrayList<>(List.of(second)));
            boolean apart = one.stream().anyMatch(a -> other.stream()
                    .anyMatch(b -> against.contains(List.of(Math.min(a, b), Math.max(a, b)))));
            if (!one.contains(match.second()) && !apart) {
                one.addAll(other);
                other.forEach(member -> groupOf.put(member, one));
            }
        }
        return groupOf.values().stream().distinct().filter(group -> group.size() > 1).toList();
    }

    private Group group(Part part, List<Integer> members, List<Match> inside, Map<Integer, Integer> safe) {
        List<Pair> pairs = new ArrayList<>();
        for (Match match : inside) {
            if (members.contains(match.first()) && members.contains(match.second())) {
                pairs.add(new Pair(part.ids.get(match.first()), part.ids.get(match.second()), match.probability(),
                        part.findings.reasons(match.first(), match.second())));
            }
        }
        Integer first = safe.get(members.getFirst());
        boolean sure = first != null && members.stream().allMatch(member -> first.equals(safe.get(member)));
        return new Group(ordered(members.stream().map(part.ids::get).toList()), sure,
                pairs.stream().mapToDouble(Pair::probability).min().orElse(0), pairs);
    }

    private static List<Long> pair(long one, long other) {
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    /** Which customer stays: the one with most mail, then the one who was there first. */
    private List<Long> ordered(List<Long> contacts) {
        Map<Long, Integer> mail = new HashMap<>();
        for (CustomerRow row : customers.rows(contacts)) {
            mail.put(row.id(), row.received() + row.sent());
        }
        return contacts.stream().sorted(Comparator.<Long>comparingInt(id -> -mail.getOrDefault(id, 0))
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    /** Records of one kind on their way into a scan. */
    private static final class Rows {
        private final List<Property> properties;
        private final Schema schema;
        private final List<Long> ids = new ArrayList<>();
        private final List<List<Schema.Entry>> entries = new ArrayList<>();

        Rows(List<Property> properties, List<Kind> kinds) {
            this.properties = properties;
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < properties.size(); i++) {
                columns.add(new Column(properties.get(i).name().toLowerCase(java.util.Locale.ROOT), kinds.get(i)));
            }
            this.schema = new Schema(columns);
        }

        void add(long id, List<Value> values) {
            List<Schema.Entry> row = new ArrayList<>();
            for (Value value : values) {
                int column = properties.indexOf(value.property());
                if (column >= 0) {
                    row.add(new Schema.Entry(column, value.raw()));
                }
            }
            ids.add(id);
            entries.add(row);
        }

        /** Who has no name of a card goes by the one that mail headers have. */
        void nameByMail(Customers customers) {
            int column = properties.indexOf(Property.NAME);
            Map<Long, Integer> nameless = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                if (entries.get(i).stream().noneMatch(entry -> entry.column() <= column + 2)) {
                    nameless.put(ids.get(i), i);
                }
            }
            List<Long> wanted = List.copyOf(nameless.keySet());
            for (int from = 0; from < wanted.size(); from += 1000) {
                for (CustomerRow row : customers.rows(wanted.subList(from, Math.min(wanted.size(), from + 1000)))) {
                    Integer at = nameless.get(row.id());
                    if (at != null && row.name().indexOf('@') < 0) {
                        entries.get(at).add(new Schema.Entry(column, row.name()));
                    }
                }
            }
        }

        Part scan(List<Answer> answers, DoubleConsumer progress, BooleanSupplier cancelled) {
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                profiles.add(schema.profile(String.valueOf(ids.get(i)), entries.get(i)));
            }
            return new Part(ids,
                    new Duplicates(schema, profiles, 0, List.of(), answers).scan(progress, cancelled));
        }
    }

    private record Scan(long version, List<Part> parts) {}

    /** The findings among people, or among companies. */
    private static final class Part {
        private final List<Long> ids;
        private final Findings findings;

        Part(List<Long> ids, Findings findings) {
            this.ids = ids;
            this.findings = findings;
        }
    }
}
