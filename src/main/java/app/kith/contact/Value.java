package app.kith.contact;

/**
 * One value of a card: what a source says about one property.
 *
 * @param property which property
 * @param label what kind of it, such as {@code work} or {@code mobile}; empty where the source does not say
 * @param raw the value exactly as the source has it
 * @param normal the form in which two spellings of the same value are equal
 */
public record Value(Property property, String label, String raw, String normal) {

    /**
     * An e-mail value.
     *
     * @param address the address
     * @return the value
     */
    public static Value email(EmailAddress address) {
        return new Value(Property.EMAIL, "", address.shown(), address.normal());
    }

    /**
     * A name value.
     *
     * @param name the formatted name
     * @return the value
     */
    public static Value name(String name) {
        return new Value(Property.NAME, "", name, PersonName.normal(name));
    }
}
