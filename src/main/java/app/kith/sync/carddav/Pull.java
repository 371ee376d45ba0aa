package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.account.BookLink.State;
import app.kith.change.Change;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.SourcesView;
import app.kith.sync.carddav.BookPlan.Item;
import app.kith.sync.carddav.BookPlan.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes in from an address book, as the changes of one change set. Made and asked with the journal held. */
final class Pull {
    private static final Source HAND = new Source(Source.Kind.HAND, "");

    private final AddressBook book;
    private final CardForm form;
    private final CardsView cards;
    private final ChangesView view;
    private final SourcesView sources;
    private final BookTexts texts;
    private final Stacks stacks;
    private final Source source;
    private final List<Item> items = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private long nextContact;
    private long nextCard;

    /**
     * A card that came from the server.
     *
     * @param href its path
     * @param from the path that it had before; empty where it has the same
     * @param etag its version
     * @param text the card
     * @param read what it says
     * @param sent what the record said when its edits were sent; null where none were
     */
    record Incoming(String href, String from, String etag, String text, CardForm.Read read,
            @Nullable List<Value> sent) {}

    Pull(AddressBook book, BookKeeping keeping, BookTexts texts, NextNumbers free) {
        this.book = book;
        this.form = keeping.form();
        this.cards = keeping.cards();
        this.view = keeping.view();
        this.sources = keeping.sources();
        this.texts = texts;
        this.stacks = new Stacks(cards, view);
        this.source = new Source(Source.Kind.ADDRESS_BOOK, book.url());
        this.nextContact = free.contact();
        this.nextCard = free.card();
    }

    /** {@return what was done} */
    List<Item> items() {
        return items;
    }

    /** {@return all of it as changes} */
    List<Change> changes() {
        return Stream.concat(stacks.changes().stream(), texts.changes().stream()).toList();
    }

    /** How the record stands where something was taken back is how it is to stay. */
    void noteTakenBack() {
        if (!book.isWritten()) {
            stacks.load(sources.contacts(source));
        }
        for (Map.Entry<String, BookLink> one : List.copyOf(texts.links().entrySet())) {
            boolean again = one.getValue().state() == State.LEFT && one.getValue().card() > 0
                    && stacks.card(one.getValue().card()) != null;
            // Of a book that is only read a customer may be taken away: what is there stays there, and does not come in again.
            boolean away = !book.isWritten() && one.getValue().state() == State.LINKED
                    && stacks.card(one.getValue().card()) == null;
            if (one.getValue().state() == State.TAKEN_BACK || again || away) {
                settle(one.getKey(), one.getValue());
            }
        }
    }

    private void settle(String href, BookLink link) {
        Card card = stacks.card(link.card());
        if (card == null && link.etag().isEmpty()) {
            texts.unlink(href);
        } else if (card == null) {
            texts.link(href, new BookLink(link.card(), 0, link.etag(), link.uid(), State.LEFT,
                    link.state() == State.LINKED ? "book.left-removed-here" : "book.left-taken-back", List.of()));
        } else {
            texts.link(href, link.saying(here(card)));
        }
    }

    /** Takes cards in: first those that are known, then the new ones. */
    void take(List<Incoming> all) {
        List<Incoming> fresh = new ArrayList<>();
        for (Incoming one : all) {
            String was = one.from.isEmpty() ? one.href : one.from;
            BookLink link = texts.links().get(was);
            Card card = link == null ? null : stacks.card(link.card());
            if (link != null && card != null) {
                known(one, was, link, card);
            } else if (link != null && link.contact() > 0 && !stacks.of(link.contact()).isEmpty()) {
                planned(one, link);
            } else {
                fresh.add(one);
            }
        }
        fresh(fresh);
    }

    private void known(Incoming one, String was, BookLink link, Card card) {
        taken.add(card.contact());
        List<Value> base = form.read(texts.base(was)).values();
        List<Value> here = here(card);
        List<Value> said = one.sent != null ? one.sent : link.state() == State.TAKEN_BACK ? here : link.said();
        ThreeWay sides = new ThreeWay(base, one.read.values(), said, here);
        boolean leads = stacks.leads(card);
        if (book.isWritten() && leads) {
            List.copyOf(stacks.of(card.contact())).stream().filter(ThreeWay::isHand)
                    .forEach(hand -> hand(hand, sides.hand(hand.values())));
        }
        Card now = new Card(card.id(), card.contact(), card.source(), values(one, card.values()));
        List<String> details = details(card.values(), now.values());
        stacks.put(now);
        ThreeWay.Settled settled = sides.settled(here(now));
        if (!one.href.equals(was)) {
            texts.unlink(was);
        }
        texts.link(one.href, BookLink.linked(card.id(), one.etag, one.read.uid(), settled.said()));
        texts.base(one.href, card.id(), one.text);
        List<Property> changed = ThreeWay.FIELDS.stream().filter(property -> !ThreeWay.equal(
                ThreeWay.of(base, property), ThreeWay.of(one.read.values(), property))).toList();
        texts.differences(one.href, card.id(), book.isWritten() ? settled.differences() : List.of(), changed);
        if (one.sent == null && !details.isEmpty()) {
            items.add(new Item(Kind.CHANGED, name(now.values()), one.href, card.contact(), details));
        }
    }

    private void hand(Card hand, List<Value> values) {
        if (values.equals(hand.values())) {
            return;
        }
        boolean alone = stacks.of(hand.contact()).size() == 1;
        if (values.isEmpty() && !alone) {
            stacks.remove(hand.id());
        } else {
            stacks.put(new Card(hand.id(), hand.contact(), hand.source(), values));
        }
    }

    /** What the user confirmed or denied of a card holds for what it still says. */
    private static List<Value> values(Incoming one, List<Value> before) {
        List<Value> values = new ArrayList<>();
        for (Value value : one.read.values()) {
            values.add(before.stream().filter(old -> old.mark() != Mark.SAID && old.saysTheSame(value)).findFirst()
                    .map(old -> value.marked(old.mark())).orElse(value));
        }
        if (!one.read.uid().isEmpty()) {
            values.add(Value.of(Property.EXTERNAL_ID, "uid", one.read.uid()));
        }
        return values;
    }

    private List<Value> here(Card card) {
        return ThreeWay.here(stacks.of(card.contact()), card, stacks.leads(card));
    }

    /** A customer whom Kith put into the book. */
    private void planned(Incoming one, BookLink link) {
        lay(one, link.contact());
        items.add(new Item(Kind.ADDED, name(one.read.values()), one.href, link.contact(), List.of()));
    }

    private void lay(Incoming one, long contact) {
        taken.add(contact);
        Card card = new Card(nextCard++, contact, source, values(one, List.of()));
        stacks.put(card);
        texts.link(one.href, BookLink.linked(card.id(), one.etag, one.read.uid(), here(card)));
        texts.base(one.href, card.id(), one.text);
    }

    private void fresh(List<Incoming> all) {
        List<Card> candidates = candidates(all);
        for (Incoming one : all) {
            Set<Long> meant = new HashSet<>(form.meant(one.read.values(), one.read.uid(), candidates));
            // Two cards of one book are not laid to one customer unasked: the review proposes that they are one.
            meant.removeIf(contact -> taken.contains(contact)
                    || stacks.of(contact).stream().anyMatch(card -> card.source().equals(source)));
            boolean sure = meant.size() == 1;
            long contact = sure ? meant.iterator().next() : nextContact++;
            List<String> details = sure ? details(shown(contact), one.read.values()) : List.of();
            lay(one, contact);
            items.add(new Item(sure ? Kind.JOINED : Kind.NEW, name(one.read.values()), one.href, sure ? contact : 0,
                    details));
        }
    }

    private List<Value> shown(long contact) {
        return stacks.of(contact).stream().flatMap(card -> card.values().stream())
                .filter(value -> value.mark() != Mark.DENIED).toList();
    }

    private List<Card> candidates(List<Incoming> all) {
        Map<Property, Set<String>> wanted = new EnumMap<>(Property.class);
        for (Incoming one : all) {
            for (Property property : List.of(Property.EMAIL, Property.PHONE, Property.NAME)) {
                ThreeWay.of(one.read.values(), property).stream().map(Value::normal).filter(text -> !text.isEmpty())
                        .forEach(text -> wanted.computeIfAbsent(property, _ -> new HashSet<>()).add(text));
            }
            if (!one.read.uid().isEmpty()) {
                wanted.computeIfAbsent(Property.EXTERNAL_ID, _ -> new HashSet<>())
                        .add(Value.of(Property.EXTERNAL_ID, "uid", one.read.uid()).normal());
            }
        }
        return wanted.isEmpty() ? List.of() : cards.saying(wanted);
    }

    /** A card that is gone there: what it said goes here, but for what the user confirmed. */
    void gone(String href) {
        BookLink link = texts.links().get(href);
        Card card = link == null ? null : stacks.card(link.card());
        texts.unlink(href);
        if (card == null) {
            return;
        }
        items.add(new Item(Kind.REMOVED, name(card.values()), href, card.contact(), List.of()));
        List<Value> confirmed = card.values().stream().filter(value -> value.mark() == Mark.CONFIRMED).toList();
        if (!confirmed.isEmpty()) {
            stacks.put(new Card(card.id(), card.contact(), card.source(), confirmed));
            return;
        }
        stacks.remove(card.id());
        boolean more = !stacks.of(card.contact()).isEmpty() || !view.entries(card.contact()).isEmpty();
        if (more && stacks.of(card.contact()).stream().flatMap(one -> one.values().stream())
                .noneMatch(value -> value.property() == Property.NAME && value.mark() != Mark.DENIED)) {
            keepName(card);
        }
    }

    /** Something else is known of the customer, who needs a name to stand under. */
    private void keepName(Card gone) {
        List<Value> names = gone.values().stream().filter(value -> value.property() == Property.NAME).limit(1).toList();
        Card hand = stacks.of(gone.contact()).stream().filter(ThreeWay::isHand).findFirst().orElse(null);
        if (hand != null) {
            stacks.put(new Card(hand.id(), hand.contact(), hand.source(),
                    Stream.concat(hand.values().stream(), names.stream()).toList()));
        } else if (!names.isEmpty()) {
            stacks.put(new Card(nextCard++, gone.contact(), HAND, names));
        }
    }

    private static List<String> details(List<Value> before, List<Value> after) {
        List<Value> was = ThreeWay.fields(before);
        List<Value> is = ThreeWay.fields(after);
        return Stream.concat(ThreeWay.minus(was, is).stream().map(value -> "- " + value.raw()),
                ThreeWay.minus(is, was).stream().map(value -> "+ " + value.raw())).toList();
    }

    static String name(List<Value> values) {
        return values.stream().filter(value -> value.property() == Property.NAME).findFirst()
                .or(() -> values.stream().filter(value -> value.property() != Property.EXTERNAL_ID).findFirst())
                .map(Value::raw).orElse("");
    }
}
