package app.kith.sync.carddav;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Brings two sides together, property by property, over how each stood when they were last brought together: {@code base} is the server's
 * card then and {@code there} now, {@code said} is the record then and {@code here} now. Pure.
 */
final class ThreeWay {
    /** What goes to address books: what a telephone shows. What the user notes about dealings with somebody stays here. */
    static final Set<Property> FIELDS = EnumSet.of(Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.MIDDLE_NAME, Property.PREFIX, Property.SUFFIX, Property.NICKNAME, Property.EMAIL, Property.PHONE,
            Property.CHAT, Property.COMPANY, Property.DEPARTMENT, Property.TITLE, Property.ROLE, Property.ADDRESS,
            Property.URL, Property.BIRTHDAY, Property.ANNIVERSARY, Property.NOTE, Property.TAG);

    private final List<Value> base;
    private final List<Value> there;
    private final List<Value> said;
    private final List<Value> here;

    ThreeWay(List<Value> base, List<Value> there, List<Value> said, List<Value> here) {
        this.base = base;
        this.there = there;
        this.said = said;
        this.here = here;
    }

    /**
     * Both sides changed one property, each in its own way.
     *
     * @param property which
     * @param ours what the record says of it
     * @param theirs what the server says of it
     */
    record Difference(Property property, List<Value> ours, List<Value> theirs) {}

    /** What is remembered of the record, and what the user is to decide. */
    record Settled(List<Value> said, List<Difference> differences) {}

    /** Values of what goes to address books. */
    static List<Value> fields(List<Value> values) {
        return values.stream().filter(value -> FIELDS.contains(value.property()) && value.mark() != Mark.DENIED)
                .toList();
    }

    static List<Value> of(List<Value> values, Property property) {
        return values.stream().filter(value -> value.property() == property && value.mark() != Mark.DENIED).toList();
    }

    /** Of what can be only one the spelling counts. */
    static boolean same(Value one, Value other) {
        return one.property() == other.property()
                && (one.property().isMany() ? one.saysTheSame(other) : one.raw().strip().equals(other.raw().strip()));
    }

    static List<Value> minus(List<Value> from, List<Value> what) {
        return from.stream().filter(value -> what.stream().noneMatch(other -> same(value, other))).toList();
    }

    static boolean equal(List<Value> one, List<Value> other) {
        return minus(one, other).isEmpty() && minus(other, one).isEmpty();
    }

    /**
     * What a record says to an address book: what its card there says, over that what the user typed, confirmed and denied. Mail and
     * files say nothing to it.
     *
     * @param stack all cards of the contact
     * @param card the address book's
     * @param leads whether the user's edits go to this card: of several of one contact in one book they go to the first alone
     */
    static List<Value> here(List<Card> stack, Card card, boolean leads) {
        List<Value> own = fields(card.values());
        if (!leads) {
            return own;
        }
        List<Value> denied = stack.stream().filter(ThreeWay::isHand).flatMap(one -> one.values().stream())
                .filter(value -> value.mark() == Mark.DENIED).toList();
        List<Value> typed = stack.stream().flatMap(one -> one.values().stream().filter(value -> isHand(one)
                ? value.mark() != Mark.DENIED
                : value.mark() == Mark.CONFIRMED && one.id() != card.id()))
                .filter(value -> FIELDS.contains(value.property()) && !value.isOutOfUse()).toList();
        List<Value> said = new ArrayList<>();
        for (Property property : FIELDS) {
            List<Value> values = new ArrayList<>(of(own, property));
            values.removeIf(value -> denied.stream().anyMatch(value::saysTheSame));
            List<Value> more = of(typed, property);
            if (!property.isMany() && !more.isEmpty()) {
                values = List.of(more.getFirst());
            } else {
                for (Value value : more) {
                    if (values.stream().noneMatch(value::saysTheSame)) {
                        values.add(value);
                    }
                }
            }
            said.addAll(values);
        }
        return said;
    }

    static boolean isHand(Card card) {
        return card.source().kind() == Source.Kind.HAND;
    }

    private boolean isEdited(Property property) {
        return !equal(of(said, property), of(here, property));
    }

    private boolean isChangedThere(Property property) {
        return !equal(of(base, property), of(there, property));
    }

    /**
     * What the hand's card is to say. What the user once typed and the server then had is the server's to change; what the user typed
     * and it did not get yet stays.
     *
     * @param hand what it says
     * @return the same list where nothing changes
     */
    List<Value> hand(List<Value> hand) {
        List<Value> kept = new ArrayList<>(hand);
        for (Property property : FIELDS) {
            if (isChangedThere(property)) {
                List<Value> came = minus(of(there, property), of(base, property));
                List<Value> went = minus(of(base, property), of(there, property));
                kept.removeIf(value -> value.property() == property && value.mark() == Mark.DENIED
                        && came.stream().anyMatch(value::saysTheSame) && said.stream().noneMatch(value::saysTheSame));
                kept.removeIf(value -> value.property() == property && value.mark() != Mark.DENIED
                        && went.stream().anyMatch(one -> same(one, value))
                        && said.stream().anyMatch(one -> same(one, value)));
            }
        }
        return kept.size() == hand.size() ? hand : kept;
    }

    /**
     * What is remembered of the record now that the server's card has come in.
     *
     * @param now what the record says with it
     * @return what remains different from it is an edit that waits to be sent
     */
    Settled settled(List<Value> now) {
        List<Value> remembered = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (Property property : FIELDS) {
            List<Value> ours = of(now, property);
            List<Value> theirs = of(there, property);
            if (!isEdited(property) || equal(ours, theirs)) {
                remembered.addAll(ours);
            } else if (!isChangedThere(property)) {
                remembered.addAll(of(said, property));
            } else if (isContrary(property)) {
                remembered.addAll(ours);
                differences.add(new Difference(property, of(here, property), theirs));
            } else {
                remembered.addAll(both(property, ours, theirs));
            }
        }
        return new Settled(remembered, differences);
    }

    /** Whether both sides put something else in the place of the same value. */
    private boolean isContrary(Property property) {
        List<Value> ours = of(here, property);
        List<Value> theirs = of(there, property);
        if (!property.isMany()) {
            return !equal(ours, theirs);
        }
        List<Value> wentHere = minus(of(said, property), ours);
        List<Value> wentThere = minus(of(base, property), theirs);
        List<Value> cameHere = minus(ours, of(said, property));
        List<Value> cameThere = minus(theirs, of(base, property));
        boolean replaced = wentHere.stream().anyMatch(one -> wentThere.stream().anyMatch(other -> same(one, other)));
        return replaced && !cameHere.isEmpty() && !cameThere.isEmpty() && !equal(cameHere, cameThere);
    }

    /** Both sides edited several values of one property: what came and went here and is not so there yet is still to be sent. */
    private List<Value> both(Property property, List<Value> ours, List<Value> theirs) {
        List<Value> came = minus(minus(of(here, property), of(said, property)), theirs);
        List<Value> went = minus(of(said, property), of(here, property)).stream()
                .filter(value -> theirs.stream().anyMatch(other -> same(other, value))).toList();
        List<Value> remembered = new ArrayList<>(minus(ours, came));
        remembered.addAll(went);
        return remembered;
    }

    /**
     * The edits of a record that its card on the server does not have.
     *
     * @param said what the record said
     * @param here what it says
     * @param there what the server's card says
     */
    static Edits edits(List<Value> said, List<Value> here, List<Value> there) {
        List<Value> added = new ArrayList<>(minus(minus(here, said), there));
        List<Value> removed = new ArrayList<>();
        for (Value value : minus(said, here)) {
            there.stream().filter(other -> same(other, value)).findFirst().ifPresent(removed::add);
        }
        for (Value value : added) {
            // What can be only one takes the place of what is there.
            boolean one = !value.property().isMany() && value.property() != Property.NAME;
            of(there, value.property()).stream()
                    .filter(other -> one && removed.stream().noneMatch(gone -> same(gone, other)))
                    .forEach(removed::add);
        }
        boolean named = added.stream().anyMatch(value -> value.property() == Property.NAME);
        removed.removeIf(value -> value.property() == Property.NAME && !named);
        return new Edits(List.copyOf(removed), List.copyOf(added));
    }

    /** What a card on a server is to say no more, and what it is to say. */
    record Edits(List<Value> removed, List<Value> added) {
        boolean isEmpty() {
            return removed.isEmpty() && added.isEmpty();
        }
    }
}
