package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cards by what they say, to find those that a row may mean: cards that are there, and cards that the same import makes. */
final class Neighbours {
    static final List<Property> KEYS = List.of(Property.EXTERNAL_ID, Property.EMAIL, Property.PHONE, Property.NAME);
    /** Addresses that several people read. */
    private static final Set<String> SHARED = Set.of("info", "sales", "contact", "office", "service", "support",
            "admin",
            "mail", "hr", "order", "orders", "export", "purchase", "marketing", "kf", "kefu", "hello", "team");
    private static final int MOST_OF_ONE = 50;

    private final Map<Property, Map<String, Set<Card>>> cards = new EnumMap<>(Property.class);
    private final Map<Property, Map<String, List<PlannedCard>>> planned = new EnumMap<>(Property.class);

    void add(Card card) {
        for (Value value : card.values()) {
            if (KEYS.contains(value.property())) {
                cards.computeIfAbsent(value.property(), _ -> new HashMap<>())
                        .computeIfAbsent(value.normal(), _ -> new LinkedHashSet<>()).add(card);
            }
        }
    }

    void add(PlannedCard card) {
        for (Value value : card.values()) {
            if (KEYS.contains(value.property()) && !value.normal().isEmpty()) {
                List<PlannedCard> same = planned.computeIfAbsent(value.property(), _ -> new HashMap<>())
                        .computeIfAbsent(value.normal(), _ -> new ArrayList<>(1));
                if (same.size() < MOST_OF_ONE) {
                    same.add(card);
                }
            }
        }
    }

    Set<Card> saying(Property property, String normal) {
        return cards.getOrDefault(property, Map.of()).getOrDefault(normal, Set.of());
    }

    /** {@return all cards that share a number, an address or a name with a row} */
    Set<Card> all(List<Value> row) {
        Set<Card> found = new LinkedHashSet<>();
        for (Value value : row) {
            if (KEYS.contains(value.property())) {
                found.addAll(saying(value.property(), value.normal()));
            }
        }
        return found;
    }

    /** {@return the cards of whom a row surely means, by the surest thing that finds any} */
    Set<Card> like(List<Value> row, Importer.Key key) {
        Set<Card> found = new LinkedHashSet<>();
        for (Property property : KEYS) {
            for (Value value : row) {
                if (value.property() == property && counts(value, key)) {
                    saying(property, value.normal()).stream()
                            .filter(card -> same(row, card.values(), value, key)).forEach(found::add);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /** {@return the card that the same import makes for the same person; null where there is none} */
    @Nullable
    PlannedCard plannedLike(List<Value> row, Importer.Key key) {
        for (Property property : KEYS) {
            for (Value value : row) {
                if (value.property() == property && counts(value, key)) {
                    for (PlannedCard card : planned.getOrDefault(property, Map.of())
                            .getOrDefault(value.normal(), List.of())) {
                        if (same(row, card.values(), value, key)) {
                            return card;
                        }
                    }
                }
            }
        }
        return null;
    }

    private static boolean counts(Value value, Importer.Key key) {
        return !value.normal().isEmpty() && switch (key) {
            case AUTO -> true;
            case EMAIL -> value.property() == Property.EMAIL;
            case PHONE -> value.property() == Property.PHONE;
            case ID -> value.property() == Property.EXTERNAL_ID;
        };
    }

    private static boolean same(List<Value> row, List<Value> card, Value by, Importer.Key key) {
        Boolean ids = Likeness.sameId(row, card);
        if (by.property() == Property.EXTERNAL_ID) {
            return Boolean.TRUE.equals(ids);
        }
        if (Boolean.FALSE.equals(ids)) {
            return false;
        }
        if (key != Importer.Key.AUTO) {
            return true;
        }
        boolean named = Likeness.namesAgree(row, card);
        return switch (by.property()) {
            case EMAIL -> named && (!SHARED.contains(EmailAddress.of(by.raw()).local())
                    || Likeness.share(row, card, Property.NAME));
            case PHONE -> named && Likeness.share(row, card, Property.NAME);
            default -> Likeness.share(row, card, Property.COMPANY) && !contradict(row, card);
        };
    }

    /** Two of one name in one company are two people where each has an address and none in common. */
    private static boolean contradict(List<Value> row, List<Value> card) {
        return both(row, card, Property.EMAIL) && !Likeness.share(row, card, Property.EMAIL)
                || both(row, card, Property.PHONE) && !Likeness.share(row, card, Property.PHONE);
    }

    private static boolean both(List<Value> row, List<Value> card, Property property) {
        return row.stream().anyMatch(value -> value.property() == property)
                && card.stream().anyMatch(value -> value.property() == property);
    }
}
