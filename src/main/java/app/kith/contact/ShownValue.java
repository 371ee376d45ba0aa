package app.kith.contact;

import java.time.Instant;
import java.util.List;

/**
 * A value of a contact, as all its sources together say it.
 *
 * @param value the value in its best spelling
 * @param origins who says so, the most trusted first; never empty
 * @param why why it stands where it stands
 */
public record ShownValue(Value value, List<Origin> origins, Why why) {

    /** Keeps its own copy. */
    public ShownValue {
        origins = List.copyOf(origins);
    }

    /**
     * Somebody who says a value.
     *
     * @param card number of the card
     * @param source the card's source
     * @param place where in the source it stands; may be empty
     * @param since since when the card says so
     * @param change the change set that brought it
     */
    public record Origin(long card, Source source, String place, Instant since, long change) {}

    /** Why a value is preferred to others of its property. */
    public enum Why {
        /** The user typed it. */
        TYPED,
        /** The user confirmed it. */
        CONFIRMED,
        /** Several sources agree. */
        AGREED,
        /** It is the newest of what files and address books say. */
        NEWEST,
        /** It was read in mail, and nothing better is known. */
        MAIL
    }
}
