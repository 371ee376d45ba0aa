package app.kith.match;

/**
 * Two records and how likely they are one.
 *
 * @param first number of a record in the order given
 * @param second number of the other, larger than the first
 * @param score bits for it, the share of duplicates in such a list counted in; 0 is even chance
 */
public record Match(int first, int second, double score) {
    /** {@return the probability, 0 to 1} */
    public double probability() {
        return Weights.probability(score);
    }
}
