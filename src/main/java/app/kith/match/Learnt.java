package app.kith.match;

import java.util.List;

/**
 * What answers of the user changed in the weights.
 *
 * @param same how many answers said that two records are one
 * @param apart how many said that they are two
 * @param line bits by which every pair became likelier to be proposed; below 0 less likely
 * @param moves the weights that moved, the furthest first
 */
public record Learnt(int same, int apart, double line, List<Move> moves) {
    /** Nothing. */
    static final Learnt NOTHING = new Learnt(0, 0, 0, List.of());

    /** Keeps its own copy. */
    public Learnt {
        moves = List.copyOf(moves);
    }

    /**
     * A weight that moved.
     *
     * @param field the field, as the user calls it
     * @param level how far it agrees
     * @param from bits before, on average over the pairs that were answered
     * @param to bits after, likewise
     * @param same how many of the answered pairs that agree so far are one
     * @param apart how many of them are two
     */
    public record Move(String field, Level level, double from, double to, int same, int apart) {

        /** {@return by how many bits it moved} */
        public double by() {
            return to - from;
        }
    }
}
