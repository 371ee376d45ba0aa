package app.kith.contact;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states in which a record or a task is closed. A state is the user's own word or that of the program it came from, so the usual
 * words of both languages are known: they lie beside the classes in {@code closed-states.txt}. Thread-safe.
 */
public final class ClosedStates {
    private static final Set<String> WORDS = WordList.lines("closed-states.txt").stream()
            .flatMap(line -> Stream.of(line.split(",", -1))).map(ClosedStates::key).filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private ClosedStates() {}

    /**
     * Tells whether nothing is to be done any more in a state.
     *
     * @param state the state in the user's word; may be empty
     * @return true if the whole of it is one of the words; false for every other, and for none
     */
    public static boolean has(String state) {
        return !state.isEmpty() && WORDS.contains(key(state));
    }

    /**
     * A state as it is compared: case, width and traditional characters make no difference.
     *
     * @param state the state
     * @return its key; empty where there is none
     */
    public static String key(String state) {
        return Han.simplified(NormalForm.folded(state));
    }
}
