package app.kith.match;

import app.kith.words.Words;
import java.util.Locale;

/** Says in the words of the user's language what speaks for and against two records being one. */
public final class MatchWords {
    private static final double STRONG = 8;
    private static final double CLEAR = 3;

    private MatchWords() {}

    /**
     * A reason in one line.
     *
     * @param words the language
     * @param reason the reason
     * @return such as "Phone: equal · strong"
     */
    public static String of(Words words, Reason reason) {
        return words.get("review.reason", field(words, reason.field()), level(words, reason.level()),
                strength(words, reason.weight()));
    }

    /**
     * The name of a field.
     *
     * @param words the language
     * @param field the field, as {@link Reason#field()}
     * @return its name; a column of a table keeps its header
     */
    public static String field(Words words, String field) {
        String name = field.replace(' ', '_').toLowerCase(Locale.ROOT);
        for (String key : new String[]{"record.property." + name, "review.field." + name}) {
            String found = words.get(key);
            if (!found.equals(key)) {
                return found;
            }
        }
        return field;
    }

    /**
     * What was found, a level of agreement or a sign from mail or from the user.
     *
     * @param words the language
     * @param level the level, as {@link Reason#level()}
     * @return it in words
     */
    public static String level(Words words, String level) {
        for (Level each : Level.values()) {
            if (each.label().equals(level)) {
                return level(words, each);
            }
        }
        for (Sign.What sign : Sign.What.values()) {
            if (sign.label().equals(level)) {
                return words.get("review.sign." + sign.name().toLowerCase(Locale.ROOT));
            }
        }
        return level;
    }

    /**
     * A level of agreement.
     *
     * @param words the language
     * @param level the level
     * @return it in words
     */
    public static String level(Words words, Level level) {
        return words.get("review.level." + level.name().toLowerCase(Locale.ROOT));
    }

    /**
     * How much a weight says.
     *
     * @param words the language
     * @param weight bits
     * @return it in words
     */
    public static String strength(Words words, double weight) {
        if (weight < 0) {
            return words.get(weight < -CLEAR ? "review.strongly-against" : "review.against");
        }
        return words.get(weight >= STRONG ? "review.strong" : weight >= CLEAR ? "review.clear" : "review.weak");
    }

    /**
     * A weight that answers of the user moved.
     *
     * @param words the language
     * @param move what moved
     * @return such as "Phone, different: −2.4 instead of −1.9 (5 yes, 5 no)"
     */
    public static String of(Words words, Learnt.Move move) {
        return words.get("review.learnt.move", field(words, move.field()), level(words, move.level()),
                bits(move.from()), bits(move.to()), move.same(), move.apart());
    }

    /**
     * How the line for proposals moved.
     *
     * @param words the language
     * @param learnt what was learnt
     * @return such as "Proposed 0.6 bits sooner"
     */
    public static String line(Words words, Learnt learnt) {
        return words.get(learnt.line() < 0 ? "review.learnt.later" : "review.learnt.sooner",
                String.format(Locale.ROOT, "%.1f", Math.abs(learnt.line())));
    }

    /**
     * A weight.
     *
     * @param weight bits
     * @return with its sign and one decimal
     */
    public static String bits(double weight) {
        return String.format(Locale.ROOT, "%+.1f", weight).replace('-', '\u2212');
    }
}
