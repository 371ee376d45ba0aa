package app.kith.contact;

import org.jspecify.annotations.Nullable;

/**
 * One value of a card: what a source says about one property.
 *
 * @param property which property
 * @param label what kind of it, such as {@code work} or {@code mobile}; empty where the source does not say
 * @param raw the value exactly as the source has it
 * @param normal the form in which two spellings of the same value are equal
 * @param place where in the source it stands, for example {@code row 12, column E}; empty where the source is one place
 * @param mark what the card says of it
 */
public record Value(Property property, String label, String raw, String normal, String place, Mark mark) {

    /** What a card says of a value. */
    public enum Mark {
        /** That it holds. */
        SAID,
        /** That it holds, confirmed by the user. */
        CONFIRMED,
        /** That it does not hold, whatever another source says. Only the hand denies. */
        DENIED
    }

    /** Fills what older records do not have. */
    public Value(Property property, String label, String raw, String normal, @Nullable String place,
            @Nullable Mark mark) {
        this.property = property;
        this.label = label;
        this.raw = raw;
        this.normal = normal;
        this.place = place == null ? "" : place;
        this.mark = mark == null ? Mark.SAID : mark;
    }

    /**
     * A value with its normal form.
     *
     * @param property which property
     * @param label what kind of it; may be empty
     * @param raw the value as the source has it
     * @return the value
     */
    public static Value of(Property property, String label, String raw) {
        return of(property, label, raw, "");
    }

    /**
     * A value with its normal form and its place in the source.
     *
     * @param property which property
     * @param label what kind of it; may be empty
     * @param raw the value as the source has it
     * @param place where in the source it stands; may be empty
     * @return the value
     */
    public static Value of(Property property, String label, String raw, String place) {
        return new Value(property, label, raw, NormalForm.of(property, raw), place, Mark.SAID);
    }

    /**
     * An e-mail value.
     *
     * @param address the address
     * @return the value
     */
    public static Value email(EmailAddress address) {
        return new Value(Property.EMAIL, "", address.shown(), address.normal(), "", Mark.SAID);
    }

    /**
     * The same value with another mark.
     *
     * @param other the mark
     * @return the value
     */
    public Value marked(Mark other) {
        return new Value(property, label, raw, normal, place, other);
    }

    /**
     * The same value with another normal form.
     *
     * @param other the form
     * @return the value
     */
    public Value inNormalForm(String other) {
        return new Value(property, label, raw, other, place, mark);
    }

    /** {@return whether it is an e-mail address that mail does not reach any more, or in whose place its owner told a new one} */
    public boolean isOutOfUse() {
        return property == Property.EMAIL && (label.equals("invalid") || label.equals("old"));
    }

    /**
     * Tells whether another value is of the same property and equal in its normal form; where the label is part of what is said, of
     * the same label too. A telephone number that is written the same is the same, though its country was judged otherwise.
     *
     * @param other the other value
     * @return whether both say the same
     */
    public boolean saysTheSame(Value other) {
        return property == other.property
                && (normal.equals(other.normal) || property == Property.PHONE && raw.equals(other.raw))
                && (!property.isLabelled() || labelKey().equals(other.labelKey()));
    }

    /** {@return the label where it is part of what is said, in the form in which two spellings of it are one; else nothing} */
    public String labelKey() {
        return property.isLabelled() ? NormalForm.folded(label) : "";
    }
}
