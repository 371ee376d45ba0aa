package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one row or one vCard of a file says, before it is known whom it is about.
 *
 * @param values what it says, in the file's order; empty where nothing can be used
 * @param place where it stands: {@code 12}, {@code Customers!12}, {@code card 3}
 * @param problems what could not be read, and what was done with it
 * @param origin the cells of the row, or the text of the vCard, to be written into the file of refused rows
 */
public record DraftCard(List<Value> values, String place, List<Note> problems, List<String> origin) {

    /** Keeps the lists from being changed. */
    public DraftCard {
        values = List.copyOf(values);
        problems = List.copyOf(problems);
        origin = List.copyOf(origin);
    }

    /** {@return whether it names somebody or a way to reach somebody} */
    boolean isUsable() {
        return values.stream().anyMatch(value -> switch (value.property()) {
            case NAME, FAMILY_NAME, GIVEN_NAME, NICKNAME, COMPANY, EMAIL, PHONE, CHAT -> !value.normal().isEmpty();
            default -> false;
        });
    }

    /** The same with its values in another form. */
    DraftCard with(UnaryOperator<Value> form) {
        return values.stream().noneMatch(value -> value.property() == Property.OWN)
                ? this
                : new DraftCard(values.stream().map(form).toList(), place, problems, origin);
    }

    Stream<Value> of(Property property) {
        return values.stream().filter(value -> value.property() == property);
    }

    /** {@return the number that the source gives the contact, in its normal form; empty where it gives none} */
    public String externalId() {
        return of(Property.EXTERNAL_ID).map(Value::normal).findFirst().orElse("");
    }
}
