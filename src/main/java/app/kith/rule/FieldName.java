package app.kith.rule;

import app.kith.contact.NormalForm;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * A field of a customer as rules name it: {@code stage}, {@code job-title}, or whatever else is a field of the user's own.
 *
 * @param property the property; {@link Property#OWN} for a field of the user's own
 * @param label name of the user's own field; empty for others
 */
public record FieldName(Property property, String label) {

    /**
     * Finds a field.
     *
     * @param name its name in any case, with a hyphen or a blank between words
     * @return the field; never fails, for what is no field of the program is one of the user's own
     */
    public static FieldName of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        Optional<Property> known = java.util.Arrays.stream(Property.values())
                .filter(one -> one.name().equals(wanted) && one != Property.OWN && one != Property.OTHER).findFirst();
        return known.map(one -> new FieldName(one, "")).orElse(new FieldName(Property.OWN, name.strip()));
    }

    /**
     * Tells whether a value is one of this field.
     *
     * @param value a value of a customer
     * @return whether it is
     */
    public boolean isOf(Value value) {
        return value.property() == property
                && (label.isEmpty() || NormalForm.folded(label).equals(NormalForm.folded(value.label())));
    }

    /**
     * A value of this field.
     *
     * @param raw what it says
     * @param place where that comes from
     * @return the value
     */
    public Value value(String raw, String place) {
        return Value.of(property, label, raw, place);
    }
}
