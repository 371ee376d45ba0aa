package app.kith.sync.carddav;

import app.kith.contact.Card;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the text of a card says, and the same with edits: the format is another room's. Thread-safe. */
public interface CardForm {

    /**
     * What a card says.
     *
     * @param values its values, without its number
     * @param uid its number; empty where it has none
     * @param refused why nothing of it can be used; null where it can
     */
    record Read(List<Value> values, String uid, @Nullable Note refused) {
        /** Keeps its own copy. */
        public Read {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads a card.
     *
     * @param text the card
     * @return what it says
     */
    Read read(String text);

    /**
     * The same card with edits; nothing else of it changes.
     *
     * @param text the card
     * @param removed what it is to say no more
     * @param added what it is to say
     * @return the card
     */
    String patched(String text, List<Value> removed, List<Value> added);

    /**
     * A new card.
     *
     * @param uid its number
     * @param values what it says
     * @return the card
     */
    String fresh(String uid, List<Value> values);

    /**
     * Whom a card surely means.
     *
     * @param values what it says
     * @param uid its number; may be empty
     * @param candidates cards that share something with it
     * @return numbers of contacts
     */
    Set<Long> meant(List<Value> values, String uid, List<Card> candidates);
}
