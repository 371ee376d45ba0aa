package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Source.Kind;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.desk.Records.Entered;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.SourcesView;
import app.kith.store.SourcesView.Brought;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Where everything came from, and the taking back of a whole source with all that it brought. Blocks. */
public final class Sources {
    private static final int AT_ONCE = 1000;

    private final SourcesView view;
    private final CardsView cards;
    private final ChangesView changes;
    private final Journal journal;

    Sources(SourcesView view, CardsView cards, ChangesView changes, Journal journal) {
        this.view = view;
        this.cards = cards;
        this.changes = changes;
        this.journal = journal;
    }

    /** {@return all sources with what each says now} */
    public List<Brought> list() {
        return view.all();
    }

    /**
     * Names a source in one word.
     *
     * @param source the source
     * @return such as {@code file:contacts.csv}, {@code mail:sales@example.test}, {@code hand:}
     */
    public static String id(Source source) {
        return source.kind().name().toLowerCase(Locale.ROOT) + ":" + source.place();
    }

    /**
     * Finds a source by its id.
     *
     * @param id the id, as {@link #id} makes it
     * @return the source
     * @throws KithException NOT_FOUND
     */
    public Source find(String id) {
        return list().stream().map(Brought::source).filter(source -> id(source).equals(id)).findFirst()
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, id));
    }

    /**
     * What would change if a source were taken back.
     *
     * @param gone how many customers of whom nothing else is known
     * @param changed how many others it says something of
     * @param values how many values would go
     * @param confirmed how many stay because the user confirmed them
     * @param entries how many activities and records would go
     * @param names some of those who would be gone, at most ten
     */
    public record Look(int gone, int changed, int values, int confirmed, int entries, List<String> names) {

        /** Keeps its own copy. */
        public Look {
            names = List.copyOf(names);
        }
    }

    /**
     * Looks what would change if a source were taken back; changes nothing.
     *
     * @param source the source
     * @return what would change
     */
    public Look look(Source source) {
        int[] counts = new int[4];
        List<String> names = new ArrayList<>();
        each(source, stack -> {
            List<Card> its = stack.stream().filter(card -> card.source().equals(source)).toList();
            long confirmed = its.stream().flatMap(card -> card.values().stream())
                    .filter(value -> value.mark() == Mark.CONFIRMED).count();
            boolean gone = confirmed == 0 && its.size() == stack.size();
            counts[gone ? 0 : 1]++;
            counts[2] += its.stream().mapToInt(card -> card.values().size()).sum() - (int) confirmed;
            counts[3] += (int) confirmed;
            if (gone && names.size() < 10) {
                names.add(title(its));
            }
        });
        int entries = (int) changes.entries(0).stream().filter(entry -> entry.source().equals(source)).count();
        return new Look(counts[0], counts[1], counts[2], counts[3], entries, names);
    }

    private static String title(List<Card> cards) {
        List<Value> values = cards.stream().flatMap(card -> card.values().stream()).toList();
        return values.isEmpty()
                ? ""
                : values.stream().filter(value -> value.property() == Property.NAME).findFirst()
                        .orElse(values.getFirst()).raw();
    }

    private void each(Source source, Consumer<List<Card>> each) {
        List<Long> contacts = view.contacts(source);
        for (int from = 0; from < contacts.size(); from += AT_ONCE) {
            cards.each(contacts.subList(from, Math.min(contacts.size(), from + AT_ONCE)), each);
        }
    }

    /**
     * Takes a source back with all that it brought, as one change set. What the user has confirmed stays, and what other sources say.
     * Customers of whom nothing else is known are gone, until it is taken back.
     *
     * @param source the source; not the hand
     * @return what was entered
     * @throws KithException NOT_FOUND if the source says nothing, USAGE for the hand
     */
    public Entered withdraw(Source source) {
        if (source.kind() == Kind.HAND) {
            throw new KithException(Problem.USAGE, id(source));
        }
        long change = journal.enter(Actor.USER, "source-withdrawn " + id(source), _ -> changes(source)).orElse(0);
        if (change == 0) {
            throw new KithException(Problem.NOT_FOUND, id(source));
        }
        return new Entered(0, 0, change);
    }

    private List<Change> changes(Source source) {
        List<Change> made = new ArrayList<>();
        each(source, stack -> stack.stream().filter(card -> card.source().equals(source))
                .forEach(card -> withdraw(card, made)));
        changes.entries(0).stream().filter(entry -> entry.source().equals(source))
                .forEach(entry -> made.add(new EntryChange(entry.id(), entry, null)));
        return made;
    }

    private static void withdraw(Card card, List<Change> made) {
        List<Value> confirmed = card.values().stream().filter(value -> value.mark() == Mark.CONFIRMED).toList();
        if (!confirmed.equals(card.values())) {
            made.add(new CardChange(card.id(), card, confirmed.isEmpty()
                    ? null
                    : new Card(card.id(), card.contact(), card.source(), confirmed)));
        }
    }
}
