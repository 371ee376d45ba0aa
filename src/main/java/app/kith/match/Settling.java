package app.kith.match;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Says anew how likely pairs are, once the groups are known: a pair is not alone. Two of a group are one as likely as the surest way
 * from one to the other over a third is. Two of different groups, or of a group and nobody's, are one only if the groups are, and
 * that is for all their pairs together to say.
 */
final class Settling {
    private static final int CHUNK = 4096;
    private static final double LINE = Clusters.LINE;
    /** A pair of a group is proposed, if only just. */
    private static final double JUST = 0.1;
    /** So far below the line is a pair that speaks for itself and that the groups of its records refuse nevertheless. */
    private static final double CONTRADICTED = 2.3;
    /** What two say against each other is mostly want of evidence: it counts no more than so many bits. */
    private static final double LEAST = -5;
    private static final double MOST = 8;

    private final PairList candidates;
    private final float[] scores;
    private final List<List<Integer>> groups;
    private final int[] groupOf;
    private final Supplier<Clusters.Scorer> scorers;

    Settling(PairList candidates, float[] scores, List<List<Integer>> groups, int records,
            Supplier<Clusters.Scorer> scorers) {
        this.candidates = candidates;
        this.scores = scores;
        this.groups = groups;
        this.scorers = scorers;
        groupOf = new int[records];
        for (int g = 0; g < groups.size(); g++) {
            for (int i : groups.get(g)) {
                groupOf[i] = g + 1;
            }
        }
    }

    /** {@return the scores of the candidates, with what their groups say} */
    float[] settled() {
        float[] settled = new float[scores.length];
        IntStream.range(0, (scores.length + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            Clusters.Scorer scorer = scorers.get();
            for (int i = chunk * CHUNK; i < Math.min(scores.length, (chunk + 1) * CHUNK); i++) {
                settled[i] = (float) settled(candidates.first(i), candidates.second(i), scores[i], scorer);
            }
        });
        return settled;
    }

    private double settled(int first, int second, double score, Clusters.Scorer scorer) {
        if (groupOf[first] != 0 && groupOf[first] == groupOf[second]) {
            return inside(first, second, score, scorer);
        }
        if (score <= LEAST) {
            return score;
        }
        double own = score >= LINE ? LINE - CONTRADICTED : score;
        return groupOf[first] == 0 && groupOf[second] == 0 ? own : Math.min(own, across(first, second, scorer));
    }

    /** {@return the score of two of a group: their own, or that of the surest way over a third one} */
    double inside(int first, int second, double score, Clusters.Scorer scorer) {
        double best = 0;
        for (int third : groups.get(groupOf[first] - 1)) {
            if (third != first && third != second) {
                best = Math.max(best, Weights.probability(score(first, third, scorer))
                        * Weights.probability(score(third, second, scorer)));
            }
        }
        double way = Frequencies.log2(best / (1 - best + 1e-12));
        return Math.max(LINE + JUST, Math.max(score, way));
    }

    private double across(int first, int second, Clusters.Scorer scorer) {
        double sum = 0;
        int count = 0;
        for (int one : membersOf(first)) {
            for (int other : membersOf(second)) {
                sum += Math.clamp(score(one, other, scorer), LEAST, MOST);
                count++;
            }
        }
        return sum / count;
    }

    private List<Integer> membersOf(int record) {
        return groupOf[record] == 0 ? List.of(record) : groups.get(groupOf[record] - 1);
    }

    private double score(int one, int other, Clusters.Scorer scorer) {
        int index = candidates.indexOf((long) Math.min(one, other) << 32 | Math.max(one, other));
        return index >= 0 ? scores[index] : scorer.score(one, other);
    }
}
