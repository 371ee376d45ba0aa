package app.kith.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param query the query as it was understood
 * @param hits what was found, kind by kind in the order in which to show them, the best of each first
 * @param counts how many there are of each kind, those not among the hits too; kinds that were not looked for are missing
 * @param similar whether nothing was found as it was typed, and these are only like it
 */
public record Results(Query query, List<Hit> hits, Map<Kind, Count> counts, boolean similar) {

    /** Keeps its own copies. */
    public Results {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
    }

    /**
     * How many there are.
     *
     * @param number how many were counted
     * @param exact false if there are more than that
     */
    public record Count(int number, boolean exact) {}

    /**
     * The hits of one kind.
     *
     * @param kind which
     * @return the best first; empty where there is none
     */
    public List<Hit> of(Kind kind) {
        return hits.stream().filter(hit -> hit.kind() == kind).toList();
    }
}
