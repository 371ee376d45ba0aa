package app.kith.change;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Where everything that changes is entered: first the ledger, forced, then the store. Thread-safe. */
public interface Journal {

    /**
     * Enters a change set.
     *
     * @param actor who
     * @param reason why, as {@link ChangeSet#reason()}
     * @param changes makes the changes from the numbers that are free; called once, with the journal held, so that what it reads
     *     from the store still holds when its changes are entered; it must be quick
     * @return number of the change set; empty if there was nothing to enter
     */
    OptionalLong enter(Actor actor, String reason, Function<NextNumbers, List<Change>> changes);
}
