package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans what an import would do: compares every row of its files with what is there, and changes nothing.
 *
 * <p>A card belongs to the row that made it. A later file of the same source finds it again by the number that the source gives, else by
 * e-mail, phone or name, and replaces it, and only it. A row without such a card is laid to the customer whom it surely means, else it
 * becomes a new one.
 */
public final class Importer {
    private static final int BATCH = 1000;

    private final ExistingCards existing;
    private final Options options;
    private final LongConsumer progress;
    private final BooleanSupplier stop;
    private final Set<Long> claimed = new HashSet<>();
    private final Neighbours planned = new Neighbours();
    private long rows;

    /** By what a row finds its customer. */
    public enum Key {
        /** By whatever is surest. */
        AUTO,
        /** By e-mail alone. */
        EMAIL,
        /** By phone alone. */
        PHONE,
        /** By the source's number alone. */
        ID
    }

    /** What may be done. */
    public enum Mode {
        /** Only new customers are made. */
        CREATE,
        /** Only customers who are there are brought up to date. */
        UPDATE,
        /** Both. */
        BOTH
    }

    /**
     * How to import.
     *
     * @param key by what a row finds its customer
     * @param mode what may be done
     */
    public record Options(Key key, Mode mode) {}

    /**
     * Makes an importer for one import.
     *
     * @param existing what is there
     * @param options how
     * @param progress told how many rows were read
     * @param stop asked now and then; true stops with CANCELLED
     */
    public Importer(ExistingCards existing, Options options, LongConsumer progress, BooleanSupplier stop) {
        this.existing = existing;
        this.options = options;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Plans an import of files.
     *
     * @param files the files, in the order in which they count
     * @return what would be done
     * @throws KithException IMPORT_REFUSED where a file cannot be read to its end; CANCELLED
     */
    public ImportPlan plan(List<ImportFile> files) {
        long version = existing.version();
        Map<ImportFile, ImportPlan.FilePlan> plans = new LinkedHashMap<>();
        for (ImportFile file : files) {
            ImportPlan.FilePlan plan = new ImportPlan.FilePlan(file);
            try (CardReader cards = file.cards()) {
                List<DraftCard> batch = batch(cards);
                while (!batch.isEmpty()) {
                    plan(batch, SourceName.of(file.path()), plan);
                    batch = batch(cards);
                }
            }
            plans.put(file, plan);
        }
        return new ImportPlan(version, List.copyOf(plans.values()));
    }

    private List<DraftCard> batch(CardReader cards) {
        if (stop.getAsBoolean()) {
            throw new KithException(Problem.CANCELLED);
        }
        List<DraftCard> batch = new ArrayList<>(BATCH);
        DraftCard card = cards.next();
        while (card != null) {
            batch.add(card.with(existing::understood));
            card = batch.size() < BATCH ? cards.next() : null;
        }
        rows += batch.size();
        progress.accept(rows);
        return batch;
    }

    private void plan(List<DraftCard> batch, Source source, ImportPlan.FilePlan into) {
        Neighbours known = new Neighbours();
        Map<String, Integer> emails = new HashMap<>();
        Map<Property, Set<String>> wanted = new EnumMap<>(Property.class);
        for (Property property : Neighbours.KEYS) {
            Set<String> normals = new HashSet<>();
            for (DraftCard draft : batch) {
                draft.of(property).map(Value::normal).filter(normal -> !normal.isEmpty()).forEach(normals::add);
            }
            if (!normals.isEmpty()) {
                wanted.put(property, normals);
            }
        }
        if (!wanted.isEmpty()) {
            existing.saying(wanted).forEach(known::add);
        }
        batch.forEach(
                draft -> draft.of(Property.EMAIL).forEach(value -> emails.merge(value.normal(), 1, Integer::sum)));
        for (DraftCard draft : batch) {
            into.add(plan(draft, source, known, emails), draft);
        }
    }

    private PlannedCard plan(DraftCard draft, Source source, Neighbours known, Map<String, Integer> emails) {
        if (!draft.isUsable()) {
            Note why = draft.problems().isEmpty() ? Note.of("import.nothing-usable") : draft.problems().getLast();
            return new PlannedCard(PlannedCard.Kind.REFUSED, draft.place(), source, draft.values(), null, null, 0, why);
        }
        Card own = own(draft, source, known, emails);
        if (own != null) {
            claimed.add(own.id());
            return changed(draft, source, own);
        }
        Set<Long> contacts = meant(draft, known);
        if (contacts.size() > 1) {
            return new PlannedCard(PlannedCard.Kind.CONFLICT, draft.place(), source, draft.values(), null, null, 0,
                    Note.of("import.several", contacts.size(), said(draft)));
        }
        PlannedCard with = contacts.isEmpty() ? planned.plannedLike(draft.values(), options.key()) : null;
        long contact = contacts.isEmpty() ? with == null ? 0 : with.contact() : contacts.iterator().next();
        PlannedCard.Kind kind = with == null && contact == 0 ? PlannedCard.Kind.NEW : PlannedCard.Kind.JOINED;
        return remember(
                allowed(new PlannedCard(kind, draft.place(), source, draft.values(), null, with, contact, null)));
    }

    /** The customers whom a row may mean; where one of them has the very name, those who have it. */
    private Set<Long> meant(DraftCard draft, Neighbours known) {
        Set<Long> contacts = new HashSet<>();
        known.like(draft.values(), options.key()).forEach(card -> contacts.add(card.contact()));
        Set<Long> named = named(draft, known);
        named.retainAll(contacts);
        return named.isEmpty() ? contacts : named;
    }

    private static Set<Long> named(DraftCard draft, Neighbours known) {
        Set<Long> contacts = new HashSet<>();
        draft.of(Property.NAME).forEach(name -> known.saying(Property.NAME, name.normal())
                .forEach(card -> contacts.add(card.contact())));
        return contacts;
    }

    private static String said(DraftCard draft) {
        return draft.values().stream().filter(value -> value.property() == Property.EMAIL
                || value.property() == Property.PHONE).map(Value::raw).findFirst()
                .orElseGet(() -> draft.of(Property.NAME).map(Value::raw).findFirst().orElse(""));
    }

    private PlannedCard remember(PlannedCard card) {
        if (card.kind() == PlannedCard.Kind.NEW || card.kind() == PlannedCard.Kind.JOINED) {
            planned.add(card);
        }
        return card;
    }

    private PlannedCard allowed(PlannedCard card) {
        boolean creates = card.kind() == PlannedCard.Kind.NEW;
        boolean wanted = options.mode() == Mode.BOTH || options.mode() == Mode.CREATE == creates;
        return wanted
                ? card
                : new PlannedCard(PlannedCard.Kind.LEFT, card.place(), card.source(), card.values(), card.before(),
                        null,
                        card.contact(), null);
    }

    private PlannedCard changed(DraftCard draft, Source source, Card own) {
        boolean same = Likeness.sameContent(draft.values(), own.values());
        List<Value> values = same ? own.values() : marked(draft.values(), own.values());
        PlannedCard card = new PlannedCard(same ? PlannedCard.Kind.SAME : PlannedCard.Kind.CHANGED, draft.place(),
                source,
                values, own, null, own.contact(), null);
        return remember(same ? card : allowed(card));
    }

    /** What the user has confirmed or denied of a card holds for what it still says. */
    private static List<Value> marked(List<Value> values, List<Value> before) {
        return values.stream().map(value -> before.stream()
                .filter(old -> old.saysTheSame(value) && old.mark() != Value.Mark.SAID).findFirst()
                .map(old -> value.marked(old.mark())).orElse(value)).toList();
    }

    /** {@return the card that an earlier import made of this row; null where there is none} */
    private @Nullable Card own(DraftCard draft, Source source, Neighbours known, Map<String, Integer> emails) {
        List<Card> candidates = known.all(draft.values()).stream()
                .filter(card -> card.source().kind() == Source.Kind.FILE && !claimed.contains(card.id())).toList();
        List<Card> ours = candidates.stream()
                .filter(card -> SourceName.same(card.source(), source)
                        || Likeness.sameNamedId(draft.values(), card.values()))
                .toList();
        Card best = ours.stream().filter(card -> Likeness.score(draft.values(), card.values()) > 0)
                .max(Comparator.<Card>comparingInt(card -> Likeness.score(draft.values(), card.values()))
                        .thenComparing(Card::id, Comparator.reverseOrder()))
                .orElse(null);
        return best != null ? best : renamed(draft, ours, emails);
    }

    /** A row whose name has changed is known by an address that it shares with no other row and no other card. */
    private static @Nullable Card renamed(DraftCard draft, List<Card> ours, Map<String, Integer> emails) {
        List<Card> sharing = ours.stream()
                .filter(card -> Likeness.share(draft.values(), card.values(), Property.EMAIL)
                        && Likeness.sameId(draft.values(), card.values()) == null)
                .toList();
        boolean alone = draft.of(Property.EMAIL).allMatch(value -> emails.getOrDefault(value.normal(), 0) == 1);
        return sharing.size() == 1 && alone ? sharing.getFirst() : null;
    }
}
