package app.kith.ui.review;

import app.kith.match.Level;
import app.kith.match.Reason;
import app.kith.match.Sign;
import app.kith.words.Words;
import java.util.Locale;

/** Says in words what speaks for and against two customers being one. */
final class ReviewWords {
    private static final double STRONG = 8;
    private static final double CLEAR = 3;

    private ReviewWords() {}

    /** Such as "Phone: equal · strong". */
    static String of(Words words, Reason reason) {
        return words.get("review.reason", field(words, reason.field()), level(words, reason), strength(words, reason));
    }

    static String field(Words words, String field) {
        String name = field.replace(' ', '_');
        String key = "record.property." + name;
        for (String each : new String[]{key, "review.field." + name}) {
            String found = words.get(each);
            if (!found.equals(each)) {
                return found;
            }
        }
        return field;
    }

    /** What was found, a level of agreement or a sign from mail or from the user. */
    private static String level(Words words, Reason reason) {
        for (Level level : Level.values()) {
            if (level.label().equals(reason.level())) {
                return words.get("review.level." + level.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Sign.What sign : Sign.What.values()) {
            if (sign.label().equals(reason.level())) {
                return words.get("review.sign." + sign.name().toLowerCase(Locale.ROOT));
            }
        }
        return reason.level();
    }

    private static String strength(Words words, Reason reason) {
        double weight = reason.weight();
        if (weight < 0) {
            return words.get(weight < -CLEAR ? "review.strongly-against" : "review.against");
        }
        return words.get(weight >= STRONG ? "review.strong" : weight >= CLEAR ? "review.clear" : "review.weak");
    }
}
