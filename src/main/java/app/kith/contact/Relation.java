package app.kith.contact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Relations between people. A relation is a value of {@link Property#RELATION}: its label says which, its text names the other person.
 * One that leads to a customer has the customer's number as its normal form, {@code #12}, so that it holds under any name.
 */
public final class Relation {
    /** The kinds that are offered, as the labels of the value that says so: "this one reports to …" is {@code manager}. */
    public static final List<String> KINDS = List.of("manager", "assistant", "introduced", "spouse", "partner",
            "colleague",
            "friend", "parent", "child", "sibling", "referrer");

    private static final Map<String, String> OTHER_SIDE = Map.ofEntries(Map.entry("manager", "report"),
            Map.entry("assistant", "assists"), Map.entry("introduced", "introduces"), Map.entry("parent", "child"),
            Map.entry("child", "parent"), Map.entry("referrer", "refers"));
    private static final Pattern LINK = Pattern.compile("#(\\d{1,18})");

    private Relation() {}

    /**
     * A relation to a customer.
     *
     * @param kind which: one of {@link #KINDS}, or a word of the user's own
     * @param name the customer's name, as it is now
     * @param contact number of the customer
     * @return the value
     */
    public static Value to(String kind, String name, long contact) {
        return new Value(Property.RELATION, kind.strip().toLowerCase(Locale.ROOT), name, "#" + contact, "", null);
    }

    /**
     * The customer that a relation leads to.
     *
     * @param value a value
     * @return the number; empty where it only names somebody
     */
    public static OptionalLong contact(Value value) {
        Matcher link = LINK.matcher(value.normal());
        return value.property() == Property.RELATION && link.matches()
                ? OptionalLong.of(Long.parseLong(link.group(1)))
                : OptionalLong.empty();
    }

    /**
     * What a relation is from the other side.
     *
     * @param kind the kind, as the one who has the value sees it
     * @return the kind, as the other sees it
     */
    public static String otherSide(String kind) {
        return OTHER_SIDE.getOrDefault(kind, kind);
    }
}
