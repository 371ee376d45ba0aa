package app.kith.contact;

import java.util.List;

/**
 * What one source says about one contact. A contact is the stack of its cards.
 *
 * @param id number of the card
 * @param contact number of the contact that it lies with
 * @param source where it came from
 * @param values what it says, in the source's order
 */
public record Card(long id, long contact, Source source, List<Value> values) {

    /** Keeps the values from being changed. */
    public Card {
        values = List.copyOf(values);
    }
}
