package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cards that are there before an import. */
public interface ExistingCards {

    /**
     * Finds cards by what they say.
     *
     * @param wanted normal forms of values by their properties, some thousands at most
     * @return every card in force that says one of them, whole; each once, in no particular order
     */
    List<Card> saying(Map<Property, Set<String>> wanted);

    /** {@return a number that grows with every change of any card, so that a plan made at one number still holds at it} */
    long version();

    /**
     * Brings a value into the form in which it is kept: the user's own fields have types.
     *
     * @param value the value as the file has it
     * @return the value
     */
    default Value understood(Value value) {
        return value;
    }
}
