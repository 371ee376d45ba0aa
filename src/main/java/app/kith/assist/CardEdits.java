package app.kith.assist;

import static java.util.Objects.requireNonNull;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.CardStack.Said;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.store.CardsView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits of many cards on their way into one change set. */
final class CardEdits {
    private static final int AT_ONCE = 1000;

    private final Map<Long, List<Card>> before = new HashMap<>();
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Long> found = new HashMap<>();
    private long nextCard;
    private long nextContact;

    CardEdits(NextNumbers free) {
        this.nextCard = free.card();
        this.nextContact = free.contact();
    }

    /** A card as it is to be. */
    private record Draft(@Nullable Card before, long contact, Source source, List<Value> values) {}

    /** Reads the cards of contacts that are going to be edited. */
    void read(CardsView cards, Collection<Long> contacts) {
        List<Long> wanted = contacts.stream().distinct().filter(id -> !before.containsKey(id)).toList();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            cards.each(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)),
                    stack -> before.put(stack.getFirst().contact(), stack));
        }
    }

    /** Whether a contact that was read is there. */
    boolean isThere(long contact) {
        return before.containsKey(contact);
    }

    /**
     * Makes a contact with one card.
     *
     * @return its number
     */
    long add(Source source, List<Value> values) {
        long contact = nextContact++;
        drafts.put(nextCard, new Draft(null, contact, source, new ArrayList<>(values)));
        found.put(source.kind() + "/" + contact, nextCard++);
        return contact;
    }

    /** What all cards of a contact say, as they are to be, with who says it. */
    List<Said> said(long contact) {
        List<Said> said = new ArrayList<>();
        before.getOrDefault(contact, List.of()).stream().filter(card -> !drafts.containsKey(card.id()))
                .forEach(card -> said(card.id(), card.source(), card.values(), said));
        for (Source.Kind kind : Source.Kind.values()) {
            Long id = found.get(kind + "/" + contact);
            if (id != null) {
                Draft draft = requireNonNull(drafts.get(id));
                said(id, draft.source, draft.values, said);
            }
        }
        return said;
    }

    private static void said(long card, Source source, List<Value> values, List<Said> said) {
        values.forEach(value -> said.add(new Said(value,
                new ShownValue.Origin(card, source, value.place(), Instant.EPOCH, 0))));
    }

    /** Lets the hand's card say a value in the place of all that it says of the property; what others say of it does not hold. */
    void sayOnly(long contact, Value value) {
        denyOthers(contact, value);
        sayByHand(contact, value);
    }

    /** Adds a value that mail tells to the contact's card from mail; of what can be only one it takes the place of the former one. */
    void tell(long contact, String account, Value value) {
        List<Value> values = draft(contact, Source.Kind.MAIL, account).values();
        values.removeIf(one -> one.saysTheSame(value) || !value.property().isMany()
                && one.property() == value.property());
        values.add(value);
    }

    /** Says by the hand's card that other values of the property do not hold. */
    void denyOthers(long contact, Value value) {
        List<Value> hand = draft(contact, Source.Kind.HAND, "").values();
        hand.removeIf(one -> one.property() == value.property() && one.mark() != Mark.DENIED
                || one.saysTheSame(value));
        for (Card card : before.getOrDefault(contact, List.of())) {
            if (card.source().kind() != Source.Kind.HAND) {
                card.values().stream().filter(one -> one.property() == value.property() && !one.saysTheSame(value)
                        && hand.stream().noneMatch(one::saysTheSame))
                        .forEach(one -> hand.add(new Value(one.property(), one.label(), one.raw(), one.normal(), "",
                                Mark.DENIED)));
            }
        }
    }

    /** Lets the hand's card say a value in the place of what it said of it before. */
    void sayByHand(long contact, Value value) {
        List<Value> hand = draft(contact, Source.Kind.HAND, "").values();
        hand.removeIf(value::saysTheSame);
        hand.add(value);
    }

    private Draft draft(long contact, Source.Kind kind, String place) {
        Long known = found.get(kind + "/" + contact);
        if (known != null) {
            return requireNonNull(drafts.get(known));
        }
        Card card = before.getOrDefault(contact, List.of()).stream().filter(one -> one.source().kind() == kind)
                .findFirst().orElse(null);
        Draft draft = card == null
                ? new Draft(null, contact, new Source(kind, place), new ArrayList<>())
                : new Draft(card, contact, card.source(), new ArrayList<>(card.values()));
        long id = card == null ? nextCard++ : card.id();
        drafts.put(id, draft);
        found.put(kind + "/" + contact, id);
        return draft;
    }

    /** {@return what has to be entered} */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        drafts.forEach((id, draft) -> {
            Card old = draft.before;
            boolean same = old == null ? draft.values.isEmpty() : old.values().equals(draft.values);
            if (!same) {
                Card after = draft.values.isEmpty() ? null : new Card(id, draft.contact, draft.source, draft.values);
                changes.add(new CardChange(id, old, after));
            }
        });
        return changes;
    }
}
