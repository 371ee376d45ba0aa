package app.kith.sync.carddav;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One address book on a server. Every call may throw what keeps the server from being asked. */
interface RemoteBook {

    /**
     * What is there now.
     *
     * @param changed versions of cards by their paths: all, or those that changed since the token
     * @param removed paths of cards that are gone since the token
     * @param token stands for this moment; empty where the server has none
     * @param whole whether {@code changed} is all that there is
     */
    record State(Map<String, String> changed, List<String> removed, String token, boolean whole) {}

    /**
     * A card as the server has it.
     *
     * @param href its path
     * @param etag its version; empty where the server does not say it
     * @param text the card; empty where it cannot be had
     * @param reason why it cannot be had, as a key of the word lists; empty where it can; {@code gone} where it is not there
     */
    record Fetched(String href, String etag, String text, String reason) {}

    /**
     * What became of a card that was written or erased there.
     *
     * @param outcome what
     * @param said what the server said, where it refused
     */
    record Told(Outcome outcome, String said) {}

    /** What a server does with a card. */
    enum Outcome {
        /** It took it. */
        DONE,
        /** Another version is there. */
        CHANGED_THERE,
        /** No such card is there any more. */
        GONE,
        /** It would not. */
        REFUSED
    }

    /**
     * Asks what is there.
     *
     * @param token what it said last; empty for all
     * @return the state; of all where the token is known no more
     * @throws app.kith.words.KithException BOOK_GONE where the book is not there
     */
    State state(String token);

    /** Asks for all that is there, without a token. */
    State whole();

    /** Brings cards. */
    List<Fetched> fetch(Collection<String> hrefs);

    /**
     * Writes a card.
     *
     * @param href its path
     * @param text the card
     * @param etag the version that it is to take the place of; empty for a new one
     */
    Told put(String href, String text, String etag);

    /** Erases a card of a version. */
    Told erase(String href, String etag);

    /** The path of a new card. */
    String href(String uid);
}
