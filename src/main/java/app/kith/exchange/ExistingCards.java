package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Property;
import java.util.Collection;
import java.util.List;

/** The cards that are there before an import. */
public interface ExistingCards {

    /**
     * Finds cards by what they say.
     *
     * @param property the property
     * @param normals normal forms of values of it, some thousands at most
     * @return every card in force that says one of them, whole; each once, in no particular order
     */
    List<Card> saying(Property property, Collection<String> normals);

    /** {@return a number that grows with every change of any card, so that a plan made at one number still holds at it} */
    long version();
}
