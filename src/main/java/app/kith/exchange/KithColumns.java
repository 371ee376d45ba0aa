package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.words.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the tables that Kith writes: {@code Phone [mobile] 2} is the second mobile number. They are read in every language
 * that the program speaks.
 */
final class KithColumns {
    /** The first header, by which such a table is known. */
    static final String ID = "Kith ID";

    private static final Pattern HEADER = Pattern.compile("(.+?)(?: \\[(.*)])?(?: (\\d+))?", Pattern.DOTALL);
    private static final Map<String, Property> TITLES = titles();

    private KithColumns() {}

    private static Map<String, Property> titles() {
        Map<String, Property> titles = new HashMap<>();
        for (Locale language : Words.LANGUAGES) {
            Words words = Words.of(language);
            for (Property property : Property.values()) {
                titles.put(title(property, words), property);
            }
        }
        return Map.copyOf(titles);
    }

    static String title(Property property, Words words) {
        return words.get("export.property." + property.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@return the header of a column} */
    static String header(Property property, String label, int number, Words words) {
        return title(property, words) + (label.isEmpty() ? "" : " [" + label + "]") + (number < 2 ? "" : " " + number);
    }

    /** {@return what a header that Kith wrote is for; null for one that it did not} */
    static @Nullable Field field(String header) {
        if (header.equals(ID)) {
            return Field.LEFT_OUT;
        }
        Matcher matcher = HEADER.matcher(header);
        Property property = matcher.matches() ? TITLES.get(matcher.group(1)) : null;
        if (property == null) {
            return null;
        }
        String label = matcher.group(2);
        return Field.whole(property, label == null ? "" : label);
    }
}
