package app.kith.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one case of a rule. It is a text in the ledger, entered in the same change set as what the rule did, so that nothing is
 * done twice. Where the rule's change set is taken back the mark is not taken off: it turns into {@link State#BACK}, a false alarm, and
 * what was taken back is not done again.
 *
 * @param state how it stands
 * @param at since when
 */
public record Mark(State state, Instant at) {
    /** How the keys begin; the number of the rule and the subject follow, with a stroke between. */
    public static final String KEY = "fired/";

    /** How a case can stand. */
    public enum State {
        /** The rule did what it does. */
        DONE,
        /** It waits for the user's word. */
        WAITS,
        /** The user took it back, or did not want it. */
        BACK
    }

    /**
     * The key of a case.
     *
     * @param rule number of the rule
     * @param subject what it is about
     * @return the key
     */
    public static String key(long rule, Subject subject) {
        return of(rule) + subject.text();
    }

    /**
     * How the keys of a rule begin.
     *
     * @param rule its number
     * @return the beginning
     */
    public static String of(long rule) {
        return KEY + rule + "/";
    }

    /** {@return the text that {@link #parse} reads} */
    public String text() {
        return state.name().toLowerCase(Locale.ROOT) + " " + at;
    }

    /**
     * Reads a mark.
     *
     * @param text its text
     * @return the mark; empty where it is none
     */
    public static Optional<Mark> parse(String text) {
        int gap = text.indexOf(' ');
        try {
            return gap < 0
                    ? Optional.empty()
                    : Optional.of(new Mark(State.valueOf(text.substring(0, gap).toUpperCase(Locale.ROOT)),
                            Instant.parse(text.substring(gap + 1))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * What a text is to be when the change set is taken back that made it what it is.
     *
     * @param key the text's key
     * @param before what it was before that change set
     * @param after what that change set made it
     * @return a false alarm where a rule did something or proposed it; else what it was before
     */
    public static String takenBack(String key, String before, String after) {
        return key.startsWith(KEY) && before.isEmpty()
                ? parse(after).filter(mark -> mark.state != State.BACK)
                        .map(mark -> new Mark(State.BACK, mark.at).text()).orElse(before)
                : before;
    }
}
