package app.kith.sync.carddav;

import app.kith.words.KithException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass did with one address book.
 *
 * @param name the book's name
 * @param url its address
 * @param onServer how many cards are there
 * @param local how many of them are kept here
 * @param fetched how many came in new or changed
 * @param sent how many were written there
 * @param removed how many were gone there and went here, or the other way
 * @param conflicts how many differences wait for the user's word
 * @param leftOut the cards that are left as they are
 * @param waiting whether the first pass waits for the user's yes
 * @param error what kept it from being done; null if nothing did
 */
public record BookReport(String name, String url, int onServer, int local, int fetched, int sent, int removed,
        int conflicts, List<LeftOut> leftOut, boolean waiting, @Nullable KithException error) {

    /** Keeps its own copy. */
    public BookReport {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A card that is left as it is.
     *
     * @param href its path on the server
     * @param reason why, as a key of the word lists
     */
    public record LeftOut(String href, String reason) {}
}
