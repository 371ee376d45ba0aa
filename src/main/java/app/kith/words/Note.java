package app.kith.words;

import java.util.List;

/**
 * A sentence to be said later, in whatever language the user then reads; it can stand in another sentence.
 *
 * @param key key of the sentence in the word lists
 * @param details what it names, in its order
 */
public record Note(String key, List<Object> details) {

    /** Keeps the details from being changed. */
    public Note {
        details = List.copyOf(details);
    }

    /**
     * Makes a note.
     *
     * @param key key of the sentence in the word lists
     * @param details what it names, in its order
     * @return the note
     */
    public static Note of(String key, Object... details) {
        return new Note(key, List.of(details));
    }

    /**
     * The note as a sentence.
     *
     * @param words the language
     * @return the sentence
     */
    public String text(Words words) {
        return words.get(key, details.toArray());
    }
}
