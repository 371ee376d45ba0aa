package app.kith.sync.carddav;

import app.kith.contact.Property;
import java.util.List;

/**
 * Both sides changed one property of one contact in different ways; the server has its own until the user decides.
 *
 * @param href the card's path on the server
 * @param card number of the card here
 * @param property which property
 * @param ours what the record says
 * @param theirs what the server says
 */
public record OpenDifference(String href, long card, Property property, List<String> ours, List<String> theirs) {

    /** Keeps its own copies. */
    public OpenDifference {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }
}
