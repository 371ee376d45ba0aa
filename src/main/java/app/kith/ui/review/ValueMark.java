package app.kith.ui.review;

import app.kith.contact.LatinText;
import app.kith.contact.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a value of one customer stands to what the others of a group say of the same property. */
enum ValueMark {
    /** Another says the same. */
    EQUAL,
    /** It is part of what another says, or the other way round. */
    CONTAINED,
    /** It is much like what another says. */
    SIMILAR,
    /** Others say something else where only one can hold. */
    CONFLICTING,
    /** The others say nothing of it, or can say something else as well. */
    ALONE;

    private static final double ALIKE = 0.6;

    static ValueMark of(Value value, List<Value> others) {
        if (others.stream().anyMatch(value::saysTheSame)) {
            return EQUAL;
        }
        String own = folded(value);
        ValueMark mark = others.isEmpty() || value.property().isMany() ? ALONE : CONFLICTING;
        for (Value other : others) {
            String theirs = folded(other);
            if (!own.isEmpty() && !theirs.isEmpty() && (own.contains(theirs) || theirs.contains(own))) {
                return CONTAINED;
            }
            mark = alike(own, theirs) >= ALIKE ? SIMILAR : mark;
        }
        return mark;
    }

    private static String folded(Value value) {
        return LatinText.words(LatinText.folded(value.raw())).replace(" ", "");
    }

    /** The share of pairs of neighbouring letters that two texts have in common, 0 to 1. */
    private static double alike(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        long common = first.stream().filter(second::contains).count();
        return 2.0 * common / Math.max(1, first.size() + second.size());
    }

    private static Set<String> pairs(String text) {
        return IntStream.range(0, Math.max(0, text.length() - 1)).mapToObj(i -> text.substring(i, i + 2))
                .collect(Collectors.toSet());
    }

    String style() {
        return "review-" + word();
    }

    String key() {
        return "review.mark." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
