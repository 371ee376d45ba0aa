package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.account.BookLink.State;
import app.kith.change.Actor;
import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Source;
import app.kith.contact.Value;

import app.kith.sync.carddav.BookPlan.Item;
import app.kith.sync.carddav.BookPlan.Kind;
import app.kith.sync.carddav.Pull.Incoming;
import app.kith.sync.carddav.RemoteBook.Fetched;
import app.kith.sync.carddav.RemoteBook.Outcome;
import app.kith.sync.carddav.RemoteBook.Told;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes to the server: edits of records, customers that the user puts into the book, cards whose customers were taken away. */
final class Push {
    /** After so many refusals in a row the rest waits for the next pass. */
    private static final int MOST_REFUSED = 3;

    private final BookKeeping keeping;
    private final AddressBook book;
    private final @Nullable RemoteBook remote;
    private final boolean allowed;
    private final Map<String, String> leftOut;
    private final Source source;
    private final Map<String, List<Value>> written = new LinkedHashMap<>();
    private final List<String> erased = new ArrayList<>();
    private boolean again;
    private int refused;

    /** An edit of one card. */
    private record Edit(String href, BookLink link, Card card, List<Value> here, ThreeWay.Edits edits) {}

    /** Told how much was written and erased. */
    interface Count {
        void add(int written, int erased);
    }

    /**
     * Makes it.
     *
     * @param allowed whether any number of cards may be erased there
     * @param leftOut takes what is left as it is
     */
    Push(BookKeeping keeping, AddressBook book, @Nullable RemoteBook remote, boolean allowed,
            Map<String, String> leftOut) {
        this.keeping = keeping;
        this.book = book;
        this.remote = remote;
        this.allowed = allowed;
        this.leftOut = leftOut;
        this.source = new Source(Source.Kind.ADDRESS_BOOK, book.url());
    }

    /**
     * Sends what waits, and takes in what the server made of it, also of what was sent before something failed.
     *
     * @return whether cards had changed there meanwhile, so that a second look is worth it
     * @throws KithException for what keeps the server from being asked
     */
    boolean run(Count count) {
        KithException failure = null;
        try {
            send();
        } catch (KithException e) {
            failure = e;
        }
        if (!written.isEmpty() || !erased.isEmpty()) {
            note();
            count.add(written.size(), erased.size());
        }
        if (failure != null) {
            throw failure;
        }
        return again;
    }

    private RemoteBook there() {
        return Objects.requireNonNull(remote);
    }

    private void send() {
        BookTexts texts = keeping.texts(book);
        for (Edit edit : edits(texts)) {
            String before = texts.base(edit.href);
            String after = keeping.form().patched(before, edit.edits.removed(), edit.edits.added());
            if (!after.equals(before)) {
                put(edit.href, after, edit.link.etag(), edit.here);
            }
        }
        adding();
        BookTexts now = keeping.texts(book);
        Stacks stacks = keeping.stacks();
        for (Map.Entry<String, BookLink> one : now.links().entrySet()) {
            List<Value> values = one.getValue().state() == State.NEW
                    ? values(stacks, one.getValue().contact())
                    : List.of();
            if (!values.isEmpty()) {
                put(one.getKey(), keeping.form().fresh(one.getValue().uid(), values), "", values);
            }
        }
        erase(now);
    }

    /** The edits that the server does not have. */
    private List<Edit> edits(BookTexts texts) {
        Stacks stacks = keeping.stacks();
        stacks.load(contacts());
        List<Edit> edits = new ArrayList<>();
        texts.links().forEach((href, link) -> {
            Card card = link.state() == State.LINKED ? stacks.card(link.card()) : null;
            if (card != null && !link.etag().isEmpty() && !link.etag().equals("?") && stacks.leads(card)) {
                List<Value> here = ThreeWay.here(stacks.of(card.contact()), card, true);
                if (!ThreeWay.equal(here, link.said())) {
                    ThreeWay.Edits found = ThreeWay.edits(link.said(), here,
                            keeping.form().read(texts.base(href)).values());
                    if (!found.isEmpty()) {
                        edits.add(new Edit(href, link, card, here, found));
                    }
                }
            }
        });
        return edits;
    }

    private List<Long> contacts() {
        return keeping.sources().contacts(source);
    }

    private void put(String href, String text, String etag, List<Value> here) {
        Told told = there().put(href, text, etag);
        switch (told.outcome()) {
            case DONE -> written.put(href, here);
            case CHANGED_THERE -> {
                if (etag.isEmpty()) {
                    written.put(href, here); // It is the one that an earlier pass sent and could not note.
                } else {
                    again = true;
                }
            }
            case GONE -> again = true;
            case REFUSED -> {
                leftOut.put(href, "book.refused");
                stopAfterMany(told);
                return;
            }
        }
        refused = 0;
    }

    private void stopAfterMany(Told told) {
        refused++;
        if (refused >= MOST_REFUSED) {
            throw new KithException(Problem.SERVER_REFUSED, book.name(), told.said());
        }
    }

    /** Notes first who is to be put into the book and under which number, so that a killed pass does not put them twice. */
    private void adding() {
        if (!book.tag().isEmpty()) {
            keeping.journal().enter(Actor.SYNC, "address-book-adding " + book.name(), _ -> {
                BookTexts texts = keeping.texts(book);
                for (long contact : missing(texts)) {
                    String uid = UUID.randomUUID().toString();
                    texts.link(there().href(uid), BookLink.planned(contact, uid));
                }
                return texts.changes();
            });
        }
    }

    private List<Long> missing(BookTexts texts) {
        Set<Long> there = new HashSet<>(contacts());
        texts.links().values().forEach(link -> there.add(link.contact()));
        Stacks stacks = keeping.stacks();
        return keeping.wanted().apply(book).stream()
                .filter(contact -> !there.contains(contact) && !values(stacks, contact).isEmpty()).toList();
    }

    /** What a new card says: what the record shows of what goes to address books; nothing where nobody would know who it is. */
    private static List<Value> values(Stacks stacks, long contact) {
        List<Said> said = stacks.of(contact).stream().flatMap(card -> card.values().stream().map(value -> new Said(
                value, new Origin(card.id(), card.source(), "", Instant.EPOCH, 0)))).toList();
        List<Value> shown = new ArrayList<>();
        for (ShownValue one : new CardStack(said).shown()) {
            Value value = one.value();
            boolean further = !value.property().isMany()
                    && shown.stream().anyMatch(other -> other.property() == value.property());
            if (ThreeWay.FIELDS.contains(value.property()) && !value.isOutOfUse() && !further) {
                shown.add(value);
            }
        }
        boolean known = shown.stream().anyMatch(value -> value.property() == Property.NAME
                || value.property() == Property.COMPANY);
        return known ? shown : List.of();
    }

    /** Cards whose customers were taken away here. */
    private List<String> taken(BookTexts texts) {
        Stacks stacks = keeping.stacks();
        return texts.links().entrySet().stream().filter(one -> one.getValue().state() == State.LINKED
                && !one.getValue().etag().isEmpty() && !one.getValue().etag().equals("?")
                && stacks.card(one.getValue().card()) == null).map(Map.Entry::getKey).toList();
    }

    private void erase(BookTexts texts) {
        List<String> taken = taken(texts);
        int all = (int) texts.links().values().stream().filter(link -> link.state() == State.LINKED
                && !link.etag().isEmpty()).count();
        if (!allowed && !BookLimits.allow(taken.size(), all)) {
            taken.forEach(href -> leftOut.put(href, "book.waits-for-word"));
            throw new KithException(Problem.BOOK_REMOVALS, book.name(), taken.size());
        }
        for (String href : taken) {
            Told told = there().erase(href, Objects.requireNonNull(texts.links().get(href)).etag());
            if (told.outcome() == Outcome.DONE || told.outcome() == Outcome.GONE) {
                erased.add(href);
            } else if (told.outcome() == Outcome.REFUSED) {
                leftOut.put(href, "book.refused");
                stopAfterMany(told);
            } else {
                again = true; // It was changed there: it comes in again.
            }
        }
    }

    private void note() {
        List<Incoming> incoming = new ArrayList<>();
        for (Fetched one : there().fetch(written.keySet())) {
            CardForm.Read read = keeping.form().read(one.text());
            if (one.reason().isEmpty() && read.refused() == null) {
                incoming.add(new Incoming(one.href(), "", one.etag().isEmpty() ? "?" : one.etag(), one.text(), read,
                        written.get(one.href())));
            }
        }
        keeping.journal().enter(Actor.SYNC, "address-book-sent " + book.name(), free -> {
            BookTexts texts = keeping.texts(book);
            Pull pull = keeping.pull(book, texts, free);
            pull.take(incoming);
            erased.forEach(texts::unlink);
            return pull.changes();
        });
    }

    /** {@return what waits to be sent; no server is asked} */
    static List<Item> waiting(BookKeeping keeping, AddressBook book) {
        return new Push(keeping, book, null, true, Map.of()).plan();
    }

    /** {@return what waits to be sent} */
    List<Item> plan() {
        BookTexts texts = keeping.texts(book);
        List<Item> items = new ArrayList<>();
        for (Edit edit : edits(texts)) {
            items.add(new Item(Kind.SENT, Pull.name(edit.here), edit.href, edit.card.contact(), Stream.concat(
                    edit.edits.removed().stream().map(value -> "- " + value.raw()),
                    edit.edits.added().stream().map(value -> "+ " + value.raw())).toList()));
        }
        Stacks stacks = keeping.stacks();
        List<Long> adding = new ArrayList<>(book.tag().isEmpty() ? List.of() : missing(texts));
        texts.links().values().stream().filter(link -> link.state() == State.NEW).map(BookLink::contact)
                .forEach(adding::add);
        for (long contact : adding) {
            items.add(new Item(Kind.ADDED, Pull.name(values(stacks, contact)), "", contact, List.of()));
        }
        for (String href : taken(texts)) {
            items.add(new Item(Kind.ERASED, Pull.name(keeping.form().read(texts.base(href)).values()), href, 0,
                    List.of()));
        }
        return items;
    }
}
