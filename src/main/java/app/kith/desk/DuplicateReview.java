package app.kith.desk;

import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.match.Duplicates;
import app.kith.match.Findings;
import app.kith.match.Index;
import app.kith.match.Label;
import app.kith.match.Learnt;
import app.kith.match.Reason;
import app.kith.match.Sign;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.Customers;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are perhaps one: found by a scan of all, proposed in groups with their reasons, and merged only at the user's word.
 * What the user said of two customers before, and mail between them, keeps them apart. Blocks.
 */
public final class DuplicateReview {
    private final CardsView cards;
    private final ChangesView changes;
    private final Customers customers;
    private final Records records;
    private final UserAnswers answers;
    /** Let go when there is little room: of very many customers it is most of what the program holds. */
    private SoftReference<Scan> last = new SoftReference<>(null);

    DuplicateReview(CardsView cards, ChangesView changes, Customers customers, Records records, UserAnswers answers) {
        this.cards = cards;
        this.changes = changes;
        this.customers = customers;
        this.records = records;
        this.answers = answers;
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
     * @param company whether they are companies
     * @param safe whether the program would accept it unasked
     * @param weakest the probability of the least likely pair that holds it together
     * @param worth how much is exchanged with them: one for each mail, ten for each activity or record
     * @param lastContact the last mail of any of them; null if there is none
     * @param pairs the pairs in it
     */
    public record Group(List<Long> contacts, boolean company, boolean safe, double weakest, int worth,
            @Nullable Instant lastContact, List<Pair> pairs) {

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
     * @param teaching groups, and pairs that are not quite likely enough to be proposed, of which an answer teaches most, the one
     *     that teaches most first
     * @param contacts how many customers were looked at
     * @param compared how many pairs were compared
     */
    public record Found(List<Group> groups, List<Group> teaching, int contacts, int compared) {

        /** Keeps its own copies. */
        public Found {
            groups = List.copyOf(groups);
            teaching = List.copyOf(teaching);
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
        Set<List<Long>> apart = new HashSet<>();
        changes.verdicts().forEach(pair -> apart.add(DuplicateGroups.pair(pair[0], pair[1])));
        DuplicateGroups found = new DuplicateGroups(customers, changes, apart);
        List<Group> groups = new ArrayList<>();
        List<Group> teaching = new ArrayList<>();
        for (Part part : scan.parts) {
            List<Group> some = found.of(part.rows, part.findings);
            groups.addAll(some);
            teaching.addAll(found.teaching(part.rows, part.findings, some));
        }
        groups.sort(Comparator.<Group, Boolean>comparing(Group::safe).reversed()
                .thenComparing(Comparator.comparingDouble(Group::weakest).reversed())
                .thenComparing(group -> group.contacts().getFirst()));
        return new Found(groups, teaching, scan.parts.stream().mapToInt(part -> part.ids().size()).sum(),
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
            int a = part.ids().indexOf(one);
            int b = part.ids().indexOf(other);
            if (a >= 0 && b >= 0 && a != b) {
                return Optional.of(new Pair(one, other, part.findings().weakest(List.of(a, b)).probability(),
                        part.findings().reasons(a, b)));
            }
        }
        return Optional.empty();
    }

    /**
     * A customer whom somebody may be that is not a customer yet.
     *
     * @param contact number of the customer
     * @param probability how likely they are one, 0 to 1
     * @param why what each field says, the strongest first
     */
    public record Likely(long contact, double probability, List<Reason> why) {

        /** Keeps its own copy. */
        public Likely {
            why = List.copyOf(why);
        }

        /** {@return the same without the reasons, which take most of the room} */
        Likely withoutReasons() {
            return new Likely(contact, probability, List.of());
        }
    }

    /**
     * Finds the customers whom somebody may be of whom some values are known.
     *
     * @param values the values
     * @return the customers who would be proposed, the likeliest first
     */
    public List<Likely> likely(List<Value> values) {
        return lookup(() -> false).apply(values);
    }

    /**
     * What finds the customers whom many may be, one after another, all among those that there are now.
     *
     * @param cancelled asked now and then while all customers are scanned, where they were not yet
     * @return what {@link #likely} does; keeps the scan in memory for as long as it is held
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    synchronized Function<List<Value>, List<Likely>> lookup(BooleanSupplier cancelled) {
        Scan scan = scanned(_ -> {}, cancelled);
        return values -> likely(scan, values);
    }

    private synchronized List<Likely> likely(Scan scan, List<Value> values) {
        Roster.Rows rows = scan.roster.rows(values);
        return scan.parts.stream().filter(part -> part.rows.equals(rows))
                .flatMap(part -> part.index().find(rows.profile("", values), Findings.PROPOSED).stream())
                .map(one -> new Likely(Long.parseLong(one.id()), one.probability(), one.reasons())).toList();
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
        return merge(into, others, chosen, List.of());
    }

    /**
     * Makes customers one of whom not all is to be kept.
     *
     * @param into number of the customer who stays
     * @param others numbers of the others
     * @param chosen values that are to be shown before all others of their properties
     * @param dropped values that do not hold of the customer; they come back when the merge is taken back
     * @return what was entered
     */
    public Entered merge(long into, List<Long> others, List<Value> chosen, List<Value> dropped) {
        return records.merge(into, others, chosen, dropped);
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

    /** {@return what the user's answers changed in the weights, for people and for companies; those that changed nothing left out} */
    public synchronized List<Learnt> learnt() {
        return scanned(_ -> {}, () -> false).parts.stream().map(part -> part.findings().learnt())
                .filter(learnt -> learnt.same() + learnt.apart() > 0).toList();
    }

    /**
     * Forgets what the user's answers up to now taught. Merges and refusals themselves go on to hold.
     *
     * @return what was entered; nothing where there is nothing to forget
     */
    public Entered forget() {
        return answers.forget();
    }

    private Scan scanned(DoubleConsumer progress, BooleanSupplier cancelled) {
        Scan known = last.get();
        long version = cards.version();
        // What the user said of pairs holds for them; what it teaches is in the labels. A mail alone may tell of a new address.
        List<Sign> signs = signs();
        if (known != null && known.version == version && Set.copyOf(known.signs).equals(Set.copyOf(signs))) {
            return known;
        }
        Roster roster = Roster.of(cards, customers);
        Map<Roster.Rows, List<Label>> labels = answers.labels(roster);
        List<Part> parts = new ArrayList<>();
        for (Roster.Rows rows : roster.all()) {
            if (!rows.ids().isEmpty()) {
                DoubleConsumer told = parts.isEmpty() ? progress : _ -> {};
                Findings findings = new Duplicates(rows.schema(), rows.profiles(), 0, signs, List.of())
                        .taught(labels.getOrDefault(rows, List.of())).scan(told, cancelled);
                parts.add(new Part(rows, findings));
            }
        }
        Scan scan = new Scan(version, signs, roster, parts);
        last = new SoftReference<>(scan);
        return scan;
    }

    /** What the user said of pairs, and what their mails say. */
    private List<Sign> signs() {
        List<Sign> signs = new ArrayList<>();
        changes.verdicts().forEach(pair -> signs.add(sign(pair, Sign.What.NOT_THE_SAME)));
        changes.moved().forEach(pair -> signs.add(sign(pair, Sign.What.NEW_ADDRESS)));
        return signs;
    }

    private static Sign sign(long[] pair, Sign.What what) {
        return new Sign(String.valueOf(pair[0]), String.valueOf(pair[1]), what);
    }

    private record Scan(long version, List<Sign> signs, Roster roster, List<Part> parts) {}

    /** The findings among people, or among companies. */
    private static final class Part {
        private final Roster.Rows rows;
        private final Findings findings;
        private @Nullable Index index;

        Part(Roster.Rows rows, Findings findings) {
            this.rows = rows;
            this.findings = findings;
        }

        List<Long> ids() {
            return rows.ids();
        }

        Findings findings() {
            return findings;
        }

        /** Made when somebody is looked up for the first time. */
        Index index() {
            Index known = index;
            if (known == null) {
                known = findings.index();
                index = known;
            }
            return known;
        }
    }
}
