package app.kith.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves the weights by what the user answered. Each level of each field, and the line itself, may move by so many bits as make the
 * answers likely; the further a weight would move, the more answers it takes (logistic regression with a normal prior on the
 * moves). The moves stand beside the learnt weights and are made anew from all answers, so that taking back an answer takes back
 * what it moved.
 */
final class Learner {
    private static final double SPREAD = 0.8;
    private static final double LINE_SPREAD = 1;
    private static final int ROUNDS = 300;
    private static final double FAR = 2.5;
    private static final double STEP = 0.15;
    private static final double SEEN = 0.05;

    private final Weights weights;
    private final List<Field> fields;
    private final double[][] moves;
    private double line;

    Learner(Weights weights, List<Field> fields) {
        this.weights = weights;
        this.fields = fields;
        moves = new double[fields.size()][Level.COUNT];
    }

    /** A pair that was answered. */
    record Example(Grades grades, boolean same) {}

    /** An example with its score, and how much of each field's weight is in it, before anything was learnt. */
    private record Known(Example example, double base, double[] shares) {}

    /** Sets the moves of the weights, and tells them. */
    Learnt learn(List<Example> examples) {
        weights.forgetMoves();
        List<Known> known = new ArrayList<>();
        for (Example example : examples) {
            known.add(new Known(example, weights.score(example.grades), weights.shares(example.grades)));
        }
        Learnt.Move[][] before = before(examples);
        for (int round = 0; round < ROUNDS; round++) {
            step(known);
        }
        weights.move(moves, line);
        return told(examples, before);
    }

    /** The weights of the levels that were answered, before they move. */
    private Learnt.Move[][] before(List<Example> examples) {
        Learnt.Move[][] all = new Learnt.Move[fields.size()][Level.COUNT];
        for (Example example : examples) {
            for (int f = 0; f < fields.size(); f++) {
                int level = example.grades.levels[f];
                Learnt.Move now = all[f][level];
                double weight = weights.weight(f, example.grades);
                int count = now == null ? 0 : now.same() + now.apart();
                double from = now == null ? weight : (now.from() * count + weight) / (count + 1);
                all[f][level] = new Learnt.Move(fields.get(f).label(), Level.of(level), from, from,
                        (now == null ? 0 : now.same()) + (example.same ? 1 : 0),
                        (now == null ? 0 : now.apart()) + (example.same ? 0 : 1));
            }
        }
        return all;
    }

    private Learnt told(List<Example> examples, Learnt.Move[][] before) {
        List<Learnt.Move> told = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            for (int level = 1; level < Level.COUNT; level++) {
                Learnt.Move one = before[f][level];
                if (one != null && Math.abs(moves[f][level]) >= SEEN) {
                    told.add(new Learnt.Move(one.field(), one.level(), one.from(), one.from() + moves[f][level],
                            one.same(), one.apart()));
                }
            }
        }
        told.sort(Comparator.comparingDouble((Learnt.Move move) -> -Math.abs(move.by())));
        int same = (int) examples.stream().filter(Example::same).count();
        return new Learnt(same, examples.size() - same, line, told);
    }

    /**
     * An answer far from what the two records say by themselves was given for the sake of something else, such as a third record
     * that both agree with: it teaches less.
     */
    private static double worth(double base, boolean same) {
        double against = same ? -base : base;
        return against > FAR ? FAR / against * FAR / against : 1;
    }

    private void step(List<Known> known) {
        double[][] slope = new double[moves.length][Level.COUNT];
        double lineSlope = 0;
        for (Known one : known) {
            byte[] levels = one.example.grades.levels;
            double score = one.base + line;
            for (int f = 0; f < moves.length; f++) {
                score += levels[f] == 0 ? 0 : one.shares[f] * moves[f][levels[f]];
            }
            boolean same = one.example.same;
            double miss = worth(one.base, same) * ((same ? 1 : 0) - Weights.probability(score));
            lineSlope += miss;
            for (int f = 0; f < moves.length; f++) {
                slope[f][levels[f]] += levels[f] == 0 ? 0 : one.shares[f] * miss;
            }
        }
        double step = STEP / (1 + known.size() / 8.0);
        line += step * (lineSlope - line / (LINE_SPREAD * LINE_SPREAD));
        for (int f = 0; f < moves.length; f++) {
            for (int level = 0; level < Level.COUNT; level++) {
                moves[f][level] += step * (slope[f][level] - moves[f][level] / (SPREAD * SPREAD));
            }
        }
    }
}
