package app.kith.assist;

import app.kith.rule.Condition;
import app.kith.rule.Then;
import java.util.List;

/**
 * A case in which a rule does something.
 *
 * @param one the case
 * @param why what held, with what showed it
 * @param does what the rule does that is not so already; empty only for a case of old that is looked at again
 */
public record Firing(RuleCase one, List<Held> why, List<Then> does) {

    /** Keeps its own copies. */
    public Firing {
        why = List.copyOf(why);
        does = List.copyOf(does);
    }

    /**
     * A condition that held.
     *
     * @param condition the condition, turned round where it was not to hold
     * @param found the words that showed it; empty where it was none
     */
    public record Held(Condition condition, String found) {}
}
