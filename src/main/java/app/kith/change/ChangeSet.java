package app.kith.change;

import java.time.Instant;
import java.util.List;

/**
 * What was done at once, and can be undone at once. Its number is its place in the ledger.
 *
 * @param at when
 * @param actor who
 * @param reason why, as a short key with its details, for example {@code account-added sales@example.test}
 * @param changes what; never empty
 */
public record ChangeSet(Instant at, Actor actor, String reason, List<Change> changes) {

    /** Keeps the list from being changed. */
    public ChangeSet {
        changes = changes instanceof ChangesOnDemand ? changes : List.copyOf(changes);
    }
}
