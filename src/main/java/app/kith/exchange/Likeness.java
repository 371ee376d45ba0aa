package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How two cards of one source are known to be of one row, and when two names can be of one person. */
final class Likeness {
    private static final Set<String> VOLATILE = Set.of("REV", "PRODID", "X-ETAG");

    private Likeness() {}

    /**
     * How surely a row is the one that made a card of an earlier import of the file.
     *
     * @param row what the row says
     * @param card what the card says
     * @return 0 where it is not; the more the surer
     */
    static int score(List<Value> row, List<Value> card) {
        boolean named = namesAgree(row, card);
        Boolean ids = sameId(row, card);
        if (ids != null) {
            return ids ? 1000 : 0;
        }
        boolean sameContent = sameContent(row, card);
        boolean email = share(row, card, Property.EMAIL);
        boolean phone = share(row, card, Property.PHONE);
        boolean name = share(row, card, Property.NAME) && named;
        boolean company = share(row, card, Property.COMPANY);
        if (sameContent) {
            return 900;
        }
        if (email && named) {
            return 100 + (name ? 50 : 0) + (phone ? 10 : 0) + (company ? 5 : 0);
        }
        if (phone && named) {
            return 60 + (name ? 30 : 0) + (company ? 5 : 0);
        }
        if (name && company) {
            return 50;
        }
        boolean reachable = has(row, Property.EMAIL) || has(row, Property.PHONE);
        return name && !reachable && !has(row, Property.COMPANY) ? 40 : 0;
    }

    /** {@return whether both have a number of the same kind from their source, and whether it is equal; null where one has none} */
    static @org.jspecify.annotations.Nullable Boolean sameId(List<Value> a, List<Value> b) {
        for (Value one : a) {
            if (one.property() == Property.EXTERNAL_ID) {
                for (Value other : b) {
                    if (other.property() == Property.EXTERNAL_ID && other.label().equals(one.label())) {
                        return other.normal().equals(one.normal());
                    }
                }
            }
        }
        return null;
    }

    /** {@return whether a number that only one program gives is on both} */
    static boolean sameNamedId(List<Value> a, List<Value> b) {
        return a.stream().anyMatch(one -> one.property() == Property.EXTERNAL_ID && !one.label().isEmpty()
                && b.stream().anyMatch(other -> other.saysTheSame(one) && other.label().equals(one.label())));
    }

    static boolean share(List<Value> a, List<Value> b, Property property) {
        return a.stream().anyMatch(one -> one.property() == property && !one.normal().isEmpty()
                && b.stream().anyMatch(one::saysTheSame));
    }

    private static boolean has(List<Value> values, Property property) {
        return values.stream().anyMatch(value -> value.property() == property);
    }

    /** {@return whether nothing in the names speaks against one person: one has none, they have the same words, or other scripts} */
    static boolean namesAgree(List<Value> a, List<Value> b) {
        List<String> ours = names(a);
        List<String> theirs = names(b);
        return ours.isEmpty() || theirs.isEmpty() || ours.stream().anyMatch(one -> theirs.stream()
                .anyMatch(other -> one.equals(other) || words(one).equals(words(other)) || isHan(one) != isHan(other)));
    }

    private static List<String> names(List<Value> values) {
        return values.stream().filter(value -> value.property() == Property.NAME).map(Value::normal).toList();
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.split("[\\s,.]+", -1)));
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** {@return whether two cards say the same, wherever it stands; the time of the export and the like do not count} */
    static boolean sameContent(List<Value> a, List<Value> b) {
        return content(a).equals(content(b));
    }

    private static Set<List<String>> content(List<Value> values) {
        return values.stream().filter(value -> value.property() != Property.OTHER || !VOLATILE.contains(value.label()))
                .map(value -> List.of(value.property().name(), value.label(), value.raw()))
                .collect(Collectors.toSet());
    }
}
