package app.kith.ui.exchange;

import java.util.List;

/**
 * Whom an export of customers is about.
 *
 * @param reach how far it reaches
 * @param contacts numbers of the customers; empty for all there are
 * @param count how many they are
 */
public record Whom(Reach reach, List<Long> contacts, long count) {

    /** Keeps its own copy. */
    public Whom {
        contacts = List.copyOf(contacts);
    }

    /** How far an export reaches. */
    public enum Reach {
        /** All customers. */
        ALL,
        /** Those that the list shows now. */
        LISTED,
        /** Those that are chosen in the list. */
        CHOSEN
    }

    /**
     * What can be asked for: all, and what of them the list shows or has chosen, where that is less than all.
     *
     * @param total how many customers there are
     * @param listed numbers of those that the list shows
     * @param chosen numbers of those that are chosen
     * @return at least one; the narrowest last
     */
    public static List<Whom> of(long total, List<Long> listed, List<Long> chosen) {
        Whom all = new Whom(Reach.ALL, List.of(), total);
        Whom some = new Whom(Reach.LISTED, listed, listed.size());
        Whom few = new Whom(Reach.CHOSEN, chosen, chosen.size());
        boolean narrowed = !listed.isEmpty() && listed.size() < total;
        if (chosen.size() > 1) {
            return narrowed ? List.of(all, some, few) : List.of(all, few);
        }
        return narrowed ? List.of(all, some) : List.of(all);
    }
}
