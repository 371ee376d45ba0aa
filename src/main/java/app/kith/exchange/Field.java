package app.kith.exchange;

import app.kith.contact.Property;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a table is for, as presets write it: {@code phone:mobile}, {@code address:work.street}, {@code email#2.label},
 * {@code own:Shoe size}, {@code birthday.year}; {@code -} for a column that is left out.
 *
 * @param property which property; null for a column that is left out
 * @param label what kind of it; may be empty
 * @param number which of several; 0 where there is one
 * @param part which part of the value; empty for the whole
 */
record Field(@Nullable Property property, String label, int number, String part) {
    static final Field LEFT_OUT = new Field(null, "", 0, "");

    private static final Pattern SPEC = Pattern
            .compile("([a-z_]+)(?::([^#.]*))?(?:#(\\d+|\\{n}))?(?:\\.([a-z0-9]+))?");
    private static final String OWN = "own:";

    static Field whole(Property property, String label) {
        return new Field(property, label, 0, "");
    }

    /** {@return the field that keeps a column under its own name} */
    static Field own(String header) {
        return whole(Property.OWN, header);
    }

    /**
     * Reads a field.
     *
     * @param spec as presets write it
     * @param number what stands for {@code {n}} in it
     * @throws IllegalArgumentException for anything else
     */
    static Field of(String spec, int number) {
        if (spec.equals("-")) {
            return LEFT_OUT;
        }
        if (spec.startsWith(OWN)) {
            boolean date = spec.endsWith(".date");
            return new Field(Property.OWN, spec.substring(OWN.length(), spec.length() - (date ? 5 : 0)), 0,
                    date ? "date" : "");
        }
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a field: " + spec);
        }
        String group = matcher.group(3);
        int which = group == null ? 0 : group.equals("{n}") ? number : Integer.parseInt(group);
        return new Field(Property.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), text(matcher.group(2)), which,
                text(matcher.group(4)));
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    boolean isLeftOut() {
        return property == null;
    }

    /** {@return the field as presets write it} */
    String spec() {
        if (property == null) {
            return "-";
        }
        return property.name().toLowerCase(Locale.ROOT) + (label.isEmpty() ? "" : ":" + label)
                + (number == 0 ? "" : "#" + number) + (part.isEmpty() ? "" : "." + part);
    }
}
