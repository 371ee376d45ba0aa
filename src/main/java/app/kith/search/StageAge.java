package app.kith.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For how long a customer has stood at the stage, as people ask for it behind {@code instage:}.
 *
 * @param days how many days
 * @param longer whether for so many days or more; else for less
 */
public record StageAge(int days, boolean longer) {
    private static final Pattern AGE = Pattern.compile("(>=|<=|>|<|≥|≤)?\\s*(\\d{1,4})(d|w|m|y|天|日|周|个?月|年)?");

    /**
     * Reads {@code >30d}, {@code <2w}, {@code 3m}, 30天 …. Without a unit it is days; without a sign it is so many or more.
     *
     * @param text what was typed
     * @return how long; null where it cannot be read so
     */
    public static @Nullable StageAge of(String text) {
        Matcher age = AGE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip());
        if (!age.matches()) {
            return null;
        }
        int days = Integer.parseInt(age.group(2)) * unit(age.group(3));
        return switch (age.group(1)) {
            case ">" -> new StageAge(days + 1, true);
            case "<" -> new StageAge(days, false);
            case "<=", "≤" -> new StageAge(days + 1, false);
            case null, default -> new StageAge(days, true);
        };
    }

    private static int unit(@Nullable String unit) {
        return switch (unit) {
            case "w", "周" -> 7;
            case "m", "月", "个月" -> 30;
            case "y", "年" -> 365;
            case null, default -> 1;
        };
    }
}
