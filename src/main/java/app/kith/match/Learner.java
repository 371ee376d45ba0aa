package app.kith.match;

import java.util.List;

/**
 * Moves the weights by what the user answered. Each level of each field, and the line itself, may move by so many bits as make the
 * answers likely; the further a weight would move, the more answers it takes (logistic regression with a normal prior on the
 * moves). The moves stand beside the learnt weights and are made anew from all answers, so that taking back an answer takes back
 * what it moved.
 */
final class Learner {
    private static final double SPREAD = 1.2;
    private static final double LINE_SPREAD = 2;
    private static final int ROUNDS = 300;
    private static final double STEP = 0.15;

    private final Weights weights;
    private final double[][] moves;
    private double line;

    Learner(Weights weights, int fields) {
        this.weights = weights;
        moves = new double[fields][Level.COUNT];
    }

    /** A pair that was answered. */
    record Example(Grades grades, boolean same) {}

    /** Sets the moves of the weights. */
    void learn(List<Example> examples) {
        weights.forgetMoves();
        double[] base = examples.stream().mapToDouble(example -> weights.score(example.grades)).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            step(examples, base);
        }
        weights.move(moves, line);
    }

    private void step(List<Example> examples, double[] base) {
        double[][] slope = new double[moves.length][Level.COUNT];
        double lineSlope = 0;
        for (int e = 0; e < base.length; e++) {
            Grades grades = examples.get(e).grades;
            double score = base[e] + line;
            for (int f = 0; f < moves.length; f++) {
                score += grades.levels[f] == 0 ? 0 : moves[f][grades.levels[f]];
            }
            double miss = (examples.get(e).same ? 1 : 0) - Weights.probability(score);
            lineSlope += miss;
            for (int f = 0; f < moves.length; f++) {
                if (grades.levels[f] != 0) {
                    slope[f][grades.levels[f]] += miss;
                }
            }
        }
        line += STEP * (lineSlope - line / (LINE_SPREAD * LINE_SPREAD)) / (1 + base.length / 8.0);
        for (int f = 0; f < moves.length; f++) {
            for (int level = 0; level < Level.COUNT; level++) {
                moves[f][level] += STEP * (slope[f][level] - moves[f][level] / (SPREAD * SPREAD))
                        / (1 + base.length / 8.0);
            }
        }
    }
}
