package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Value;
import java.util.List;

/**
 * A contact on its way out.
 *
 * @param id its number
 * @param values what is shown of it: of each property the best value, or all where it can well have several
 * @param cards its cards as they are
 */
public record ExportContact(long id, List<Value> values, List<Card> cards) {

    /** Keeps the lists from being changed. */
    public ExportContact {
        values = List.copyOf(values);
        cards = List.copyOf(cards);
    }
}
