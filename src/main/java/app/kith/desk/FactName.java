package app.kith.desk;

import app.kith.contact.Property;
import app.kith.words.Words;
import java.util.Locale;

/** What a fact of a customer is called, such as "Phone, mobile". */
public final class FactName {
    private FactName() {}

    /**
     * Names a fact.
     *
     * @param words the language
     * @param property what it is
     * @param label its label; may be empty. One that Kith does not know stands as it is
     * @return the name; of a field of the user's own and of a relation the label alone
     */
    public static String of(Words words, Property property, String label) {
        String name = words.get("record.property." + property.name().toLowerCase(Locale.ROOT));
        if (label.isEmpty()) {
            return name;
        }
        String key = "record.label." + label.toLowerCase(Locale.ROOT);
        String known = words.get(key);
        String said = known.equals(key) ? label : known;
        return property == Property.OWN || property == Property.RELATION
                ? said
                : words.get("record.kind-of", name, said);
    }
}
