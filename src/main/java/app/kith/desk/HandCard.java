package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.Numbering;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The card of a customer that holds what the user typed, beside the cards of all other sources. */
final class HandCard {
    static final Source HAND = new Source(Source.Kind.HAND, "");

    private final List<Value> values;
    private final List<Said> said;

    private HandCard(List<Value> values, List<Said> said) {
        this.values = values;
        this.said = said;
    }

    /** The hand's card among the cards of a customer. */
    static Optional<Card> among(List<Card> cards) {
        return cards.stream().filter(card -> card.source().kind() == Source.Kind.HAND).findFirst();
    }

    /**
     * What the hand's card is to say.
     *
     * @param cards all cards of the customer
     * @param add values to add; of what can be only one it takes the place of what was shown
     * @param remove values that do not hold
     * @return the values of the hand's card
     */
    static List<Value> edited(List<Card> cards, List<Value> add, List<Value> remove) {
        HandCard hand = new HandCard(new ArrayList<>(among(cards).map(Card::values).orElse(List.of())), said(cards));
        List<Value> known = Stream.concat(cards.stream().flatMap(card -> card.values().stream()), add.stream())
                .toList();
        remove.forEach(hand::deny);
        Numbering.settled(add, known).stream().filter(value -> !value.raw().isBlank()).forEach(hand::add);
        return hand.values;
    }

    private void add(Value value) {
        if (isOne(value)) {
            former(value).forEach(this::deny);
        }
        if (!values.contains(value)) {
            values.removeIf(value::saysTheSame);
            values.add(value);
        }
    }

    /** A field of the user's own has one value, though what sources say under its name may be more. */
    private static boolean isOne(Value value) {
        return !value.property().isMany() || value.property() == Property.OWN && !value.label().isBlank();
    }

    /** The other values that are shown of the same property; of one that can be many, those with the same label. */
    private Stream<Value> former(Value wanted) {
        return new CardStack(said).shown().stream().map(ShownValue::value)
                .filter(value -> value.property() == wanted.property() && !value.saysTheSame(wanted)
                        && (!value.property().isMany() || value.labelKey().equals(wanted.labelKey())));
    }

    /** What the hand's card said goes; what another card says, be it that of a hand before a merge, is denied. */
    private void deny(Value gone) {
        int before = values.size();
        values.removeIf(gone::saysTheSame);
        long saying = said.stream().map(Said::value).filter(gone::saysTheSame).count();
        if (saying > before - values.size()) {
            values.add(gone.marked(Mark.DENIED));
        }
    }

    static List<Said> said(List<Card> cards) {
        List<Said> said = new ArrayList<>();
        for (Card card : cards) {
            card.values().forEach(value -> said.add(new Said(value,
                    new ShownValue.Origin(card.id(), card.source(), value.place(), Instant.EPOCH, 0))));
        }
        return said;
    }
}
