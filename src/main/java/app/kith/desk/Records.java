package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.MergeChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Change.VerdictChange;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Relation;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.store.ChangesView;
import app.kith.store.Customers;
import app.kith.store.ProposalView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user enters about customers by hand. All of it goes to one card of each customer, the hand's; what other sources say is
 * never changed, only denied, so that it comes back when the denial is taken back. Blocks.
 */
public final class Records {
    private static final Source HAND = HandCard.HAND;

    private final ChangesView view;
    private final Customers customers;
    private final Journal journal;

    Records(ChangesView view, Customers customers, Journal journal) {
        this.view = view;
        this.customers = customers;
        this.journal = journal;
    }

    /**
     * What was entered.
     *
     * @param contact number of the customer
     * @param id number of the activity or record; 0 where it is about values
     * @param change number of the change set; 0 where everything was so already
     */
    public record Entered(long contact, long id, long change) {}

    /**
     * Enters a new customer.
     *
     * @param values what is known; at least one
     * @return the customer
     * @throws KithException RECORD_EMPTY if nothing is said
     */
    public Entered add(List<Value> values) {
        List<Value> said = values.stream().filter(value -> !value.raw().isBlank()).toList();
        if (said.isEmpty()) {
            throw new KithException(Problem.RECORD_EMPTY);
        }
        long[] contact = {0};
        OptionalLong change = journal.enter(Actor.USER, "contact-added " + title(said), free -> {
            contact[0] = free.contact();
            Card card = new Card(free.card(), free.contact(), HAND, said);
            return List.of(new CardChange(card.id(), null, card));
        });
        return new Entered(contact[0], 0, change.orElse(0));
    }

    private static String title(List<Value> values) {
        return values.stream().filter(value -> value.property().isName()).findFirst().orElse(values.getFirst()).raw()
                .strip();
    }

    /**
     * Changes what is known of a customer.
     *
     * @param contact number of the customer
     * @param add values to add; of a property that can be only one it takes the place of what was shown
     * @param remove values that do not hold
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered edit(long contact, List<Value> add, List<Value> remove) {
        return onHand(contact, "contact-edited", cards -> HandCard.edited(cards, add, remove));
    }

    /**
     * Notes that the user has confirmed a value, whoever said it.
     *
     * @param contact number of the customer
     * @param value the value
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered confirm(long contact, Value value) {
        return onHand(contact, "value-confirmed", cards -> {
            List<Value> values = new ArrayList<>(HandCard.among(cards).map(Card::values).orElse(List.of()));
            values.removeIf(value::saysTheSame);
            values.add(new Value(value.property(), value.label(), value.raw(), value.normal(), "", Mark.CONFIRMED));
            return values;
        });
    }

    private Entered onHand(long contact, String reason, Edit edit) {
        String name = name(contact);
        OptionalLong change = journal.enter(Actor.USER, reason + " " + name, free -> {
            List<Card> cards = view.cards(contact);
            Card hand = HandCard.among(cards).orElse(null);
            List<Value> before = hand == null ? List.of() : hand.values();
            List<Value> after = edit.values(cards);
            if (after.equals(before)) {
                return List.of();
            }
            long id = hand == null ? free.card() : hand.id();
            Card card = after.isEmpty() && cards.size() > 1 ? null : new Card(id, contact, HAND, after);
            return List.of(new CardChange(id, hand, card));
        });
        return new Entered(contact, 0, change.orElse(0));
    }

    /**
     * Notes in which relation a customer is to another.
     *
     * @param contact number of the customer
     * @param kind what the other is to the customer, see {@link Relation#KINDS}
     * @param other number of the other
     * @return what was entered
     * @throws KithException NOT_FOUND; USAGE if both are the same, or no kind is given
     */
    public Entered relate(long contact, String kind, long other) {
        if (contact == other || kind.isBlank()) {
            throw new KithException(Problem.USAGE, kind + " #" + other);
        }
        return edit(contact, List.of(Relation.to(kind, name(other), other)), List.of());
    }

    private interface Edit {
        List<Value> values(List<Card> cards);
    }

    /** Whether a customer is there, and not taken away. */
    boolean isThere(long contact) {
        return !customers.rows(List.of(contact)).isEmpty();
    }

    private String name(long contact) {
        return customers.rows(List.of(contact)).stream().findFirst().map(Customers.CustomerRow::name)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + contact));
    }

    /**
     * Takes a customer away with all its cards, activities and records. Mail stays, and neither brings the customer back nor proposes
     * it again.
     *
     * @param contact number of the customer
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered erase(long contact) {
        OptionalLong change = journal.enter(Actor.USER, "contact-erased " + name(contact), _ -> {
            List<Change> changes = new ArrayList<>();
            view.cards(contact).forEach(card -> changes.add(new CardChange(card.id(), card, null)));
            view.entries(contact).forEach(entry -> changes.add(new EntryChange(entry.id(), entry, null)));
            changes.addAll(refusals(view, view.cards(contact)));
            return changes;
        });
        return new Entered(contact, 0, change.orElse(0));
    }

    /** Mail does not propose again who was taken away. */
    static List<Change> refusals(ChangesView view, List<Card> cards) {
        return cards.stream().flatMap(card -> card.values().stream())
                .filter(value -> value.property() == Property.EMAIL && value.mark() != Mark.DENIED)
                .map(value -> ProposalView.refusedPerson(EmailAddress.of(value.raw()))).distinct()
                .<Change>map(key -> new TextChange(key, view.text(key), "refused"))
                .filter(change -> change instanceof TextChange text && !text.before().equals(text.after())).toList();
    }

    /**
     * Makes several customers one, of whom everything is kept.
     *
     * @param into number of the customer who stays
     * @param others numbers of those who become part of it
     * @param chosen values that are to be shown before all others of their properties
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered merge(long into, List<Long> others, List<Value> chosen) {
        return merge(into, others, chosen, List.of());
    }

    /**
     * Makes several customers one: the cards, activities and records of the others are stacked upon the first. What of each
     * was theirs stays known, so that it can be taken back at any time, whatever was edited since.
     *
     * @param into number of the customer who stays
     * @param others numbers of those who become part of it
     * @param chosen values that are to be shown before all others of their properties
     * @param dropped values that do not hold of the one that they become
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered merge(long into, List<Long> others, List<Value> chosen, List<Value> dropped) {
        String name = name(into);
        others.forEach(this::name);
        List<Long> parts = others.stream().filter(other -> other != into).distinct().toList();
        String who = parts.stream().map(part -> "#" + part).collect(Collectors.joining(", "));
        OptionalLong change = journal.enter(Actor.MERGE, "merged " + name + " (#" + into + ") \u2190 " + who, free -> {
            List<Change> changes = moves(into, parts);
            if (!parts.isEmpty() && !(chosen.isEmpty() && dropped.isEmpty())) {
                changes.add(choice(into, free, chosen, dropped));
            }
            return changes;
        });
        return new Entered(into, 0, change.orElse(0));
    }

    /** What the user chose is said by a card of the hand, so that it goes before what other cards say; what was dropped is denied. */
    private Change choice(long into, NextNumbers free, List<Value> chosen, List<Value> dropped) {
        Card hand = HandCard.among(view.cards(into)).orElse(null);
        List<Value> values = new ArrayList<>();
        chosen.forEach(value -> values.add(
                new Value(value.property(), value.label(), value.raw(), value.normal(), "", Mark.SAID)));
        if (hand != null) {
            hand.values().stream().filter(value -> chosen.stream().noneMatch(value::saysTheSame)
                    && dropped.stream().noneMatch(value::saysTheSame)).forEach(values::add);
        }
        dropped.forEach(value -> values.add(value.marked(Mark.DENIED)));
        long id = hand == null ? free.card() : hand.id();
        return new CardChange(id, hand, new Card(id, into, HAND, values));
    }

    /**
     * Makes one customer of each of several groups, all in one change set.
     *
     * @param groups numbers of the customers of each group; the first of each stays
     * @return what was entered; empty where there was nothing to merge
     */
    public Optional<Entered> mergeAll(List<List<Long>> groups) {
        OptionalLong change = journal.enter(Actor.MERGE, "merged-groups " + groups.size(), _ -> {
            List<Change> changes = new ArrayList<>();
            for (List<Long> group : groups) {
                changes.addAll(moves(group.getFirst(), group.subList(1, group.size())));
            }
            return changes;
        });
        return change.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entered(groups.getFirst().getFirst(), 0, change.getAsLong()));
    }

    private List<Change> moves(long into, List<Long> parts) {
        List<Change> changes = new ArrayList<>();
        for (long part : parts) {
            view.cards(part).forEach(card -> changes.add(new CardChange(card.id(), card,
                    new Card(card.id(), into, card.source(), card.values()))));
            view.entries(part).forEach(entry -> changes.add(new EntryChange(entry.id(), entry, entry.of(into))));
            changes.add(new MergeChange(part, view.mergedInto(part), into));
        }
        return changes;
    }

    /**
     * Remembers for good that customers are not the same.
     *
     * @param contacts numbers of the customers, at least two: no two of them are the same
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered apart(List<Long> contacts) {
        List<Long> sorted = contacts.stream().distinct().sorted().toList();
        String who = sorted.stream().map(this::name).collect(Collectors.joining(", "));
        OptionalLong change = journal.enter(Actor.USER, "not-the-same " + who, _ -> {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j < sorted.size(); j++) {
                    if (!view.notTheSame(sorted.get(i), sorted.get(j))) {
                        changes.add(new VerdictChange(sorted.get(i), sorted.get(j), false, true));
                    }
                }
            }
            return changes;
        });
        return new Entered(sorted.getFirst(), 0, change.orElse(0));
    }

    /**
     * Enters an activity or a business record.
     *
     * @param wanted what; its number is given here
     * @return what was entered
     * @throws KithException NOT_FOUND if there is no such customer
     */
    public Entered log(Entry wanted) {
        name(wanted.contact());
        long[] id = {0};
        return entered(wanted, "entry-added", free -> {
            id[0] = free.entry();
            return new EntryChange(id[0], null, plain(wanted, id[0]));
        }, id);
    }

    /**
     * Changes an activity or a business record.
     *
     * @param wanted what it is to be, with its number
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered change(Entry wanted) {
        Entry before = entry(wanted.id());
        Entry after = plain(wanted, wanted.id()).from(before.source());
        return before.equals(after)
                ? new Entered(wanted.contact(), wanted.id(), 0)
                : entered(wanted, "entry-edited", _ -> new EntryChange(wanted.id(), before, after),
                        new long[]{wanted.id()});
    }

    /**
     * Takes an activity or a business record away.
     *
     * @param id its number
     * @return what was entered
     * @throws KithException NOT_FOUND
     */
    public Entered remove(long id) {
        Entry before = entry(id);
        return entered(before, "entry-removed", _ -> new EntryChange(id, before, null), new long[]{id});
    }

    /**
     * One activity or business record.
     *
     * @param id its number
     * @return the entry
     * @throws KithException NOT_FOUND
     */
    public Entry entry(long id) {
        Entry found = view.entry(id);
        if (found == null) {
            throw new KithException(Problem.NOT_FOUND, "#" + id);
        }
        return found;
    }

    private Entered entered(Entry entry, String reason, Function<NextNumbers, Change> change, long[] id) {
        String what = entry.kind().name().toLowerCase(java.util.Locale.ROOT);
        OptionalLong number = journal.enter(Actor.USER, reason + " " + what + " " + shortText(entry),
                free -> List.of(change.apply(free)));
        return new Entered(entry.contact(), id[0], number.orElse(0));
    }

    private static String shortText(Entry entry) {
        String text = (entry.title().isEmpty() ? entry.text() : entry.title()).strip().replaceAll("\\s+", " ");
        return text.length() > 80 ? text.substring(0, 80) : text;
    }

    /** As the store will give it back: whole milliseconds, and an amount without an exponent. */
    private static Entry plain(Entry entry, long id) {
        Instant until = entry.until();
        BigDecimal amount = entry.amount();
        return new Entry(id, entry.contact(), entry.kind(), entry.at().truncatedTo(ChronoUnit.MILLIS),
                until == null ? null : until.truncatedTo(ChronoUnit.MILLIS), entry.title().strip(),
                entry.text().strip(),
                entry.number().strip(), plain(amount), entry.currency().strip(), entry.state().strip(),
                entry.source().kind() == Source.Kind.HAND && entry.message() != 0 ? entry.source() : HAND,
                entry.files());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        return amount == null ? null : new BigDecimal(amount.toPlainString());
    }

    /**
     * Activities and records.
     *
     * @param contact of which customer; 0 for all
     * @return the entries, the latest first
     */
    public List<Entry> entries(long contact) {
        return view.entries(contact);
    }

    /**
     * Who may be meant already: customers that share an address, a number or the whole name with what is being entered.
     *
     * @param values what is being entered
     * @return numbers of the customers, those that share most first; empty where nobody does
     */
    public List<Long> alike(List<Value> values) {
        return customers.sharing(values.stream().filter(value -> value.property() == Property.EMAIL
                || value.property() == Property.PHONE || value.property() == Property.NAME
                || value.property() == Property.CHAT).toList());
    }
}
