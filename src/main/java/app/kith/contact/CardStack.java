package app.kith.contact;

import app.kith.contact.ShownValue.Origin;
import app.kith.contact.ShownValue.Why;
import app.kith.contact.Value.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact is what its sources say: the stack of its cards. What the user typed comes first, then what the user confirmed, then what
 * several sources agree on, then files and address books, the newest first, then mail. What the user denied is not shown, and
 * an address that is out of use comes last.
 */
public final class CardStack {
    private final List<Said> said;

    /**
     * Makes a stack.
     *
     * @param said what the cards say, in the order of the cards and of their values
     */
    public CardStack(List<Said> said) {
        this.said = List.copyOf(said);
    }

    /**
     * One value of one card.
     *
     * @param value the value
     * @param origin who says it
     */
    public record Said(Value value, Origin origin) {}

    private record Key(Property property, String label, String normal) {}

    /** {@return what is shown, by property in the order of {@link Property}, the best of each first} */
    public List<ShownValue> shown() {
        Map<Key, List<Said>> groups = new LinkedHashMap<>();
        for (Said one : said) {
            if (one.value.mark() != Mark.DENIED) {
                groups.computeIfAbsent(key(one.value), _ -> new ArrayList<>()).add(one);
            }
        }
        said.stream().filter(one -> one.value.mark() == Mark.DENIED).forEach(one -> groups.remove(key(one.value)));
        List<ShownValue> shown = new ArrayList<>();
        groups.values().forEach(group -> shown.add(shown(group)));
        shown.sort(Comparator.<ShownValue, Property>comparing(one -> one.value().property())
                .thenComparing(one -> one.value().isOutOfUse())
                .thenComparing(ShownValue::why).thenComparing(CardStack::newest, Comparator.reverseOrder()));
        return shown;
    }

    private static Key key(Value value) {
        return new Key(value.property(), value.labelKey(), value.normal());
    }

    /** Typed values keep the order in which they were typed. */
    private static Long newest(ShownValue value) {
        boolean files = value.why() == Why.AGREED || value.why() == Why.NEWEST;
        return files ? value.origins().stream().mapToLong(Origin::change).max().orElse(0) : 0L;
    }

    private static ShownValue shown(List<Said> group) {
        List<Said> trusted = group.stream().sorted(Comparator.comparing(one -> why(one))).toList();
        Said best = trusted.getFirst();
        Why why = why(best);
        long sources = group.stream().map(one -> one.origin.source()).distinct().count();
        if (why == Why.NEWEST && sources > 1) {
            why = Why.AGREED;
        }
        return new ShownValue(best.value, trusted.stream().map(Said::origin).distinct().toList(), why);
    }

    private static Why why(Said one) {
        if (one.value.mark() == Mark.CONFIRMED) {
            return Why.CONFIRMED;
        }
        return switch (one.origin.source().kind()) {
            case HAND -> Why.TYPED;
            case FILE, ADDRESS_BOOK -> Why.NEWEST;
            case MAIL -> Why.MAIL;
        };
    }

    /**
     * The best value of a property.
     *
     * @param property which
     * @return the value; empty where no source says one
     */
    public Optional<Value> best(Property property) {
        return shown().stream().map(ShownValue::value).filter(value -> value.property() == property).findFirst();
    }
}
