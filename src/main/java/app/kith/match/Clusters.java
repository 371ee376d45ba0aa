package app.kith.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers pairs into groups, the surest first. Two groups become one only if their records agree on average, not for one link
 * alone: a chain of weak links joins nobody, and a contradiction between any two members weighs against the whole.
 */
final class Clusters {
    /** Pairs from this score on are links. */
    static final double LINE = 0;

    private static final int LARGEST = 60;
    private static final double STRONG = 8;
    private static final double MILD = 0.35;
    private static final double CONTRADICTION = -9;

    private final Scorer scorer;
    private final double prior;
    private final int[] groupOf;
    private final List<List<Integer>> groups = new ArrayList<>();
    /** Scores of pairs that are no links, kept because a group is looked at again when it grows. */
    private final Map<Long, Double> scores = new HashMap<>();
    private long[] links = new long[0];
    private float[] linkScores = new float[0];

    /** Scores two records; negative infinity for those that are known to be two. */
    interface Scorer {
        double score(int first, int second);
    }

    Clusters(int records, double prior, Scorer scorer) {
        this.scorer = scorer;
        this.prior = prior;
        groupOf = new int[records];
        Arrays.fill(groupOf, -1);
    }

    /**
     * Joins the records of pairs at or above the line.
     *
     * @param pairs the pairs that were compared
     * @param bits the score of each
     */
    List<List<Integer>> join(PairList pairs, float[] bits) {
        int count = 0;
        for (float score : bits) {
            count += score >= LINE ? 1 : 0;
        }
        links = new long[count];
        linkScores = new float[count];
        long[] order = new long[count];
        int link = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (bits[i] >= LINE) {
                links[link] = pairs.get(i);
                linkScores[link] = bits[i];
                // The bits of a positive number grow with it: sorted, the surest come first, and of equals the first pair.
                order[link] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(bits[i] + 0f)) << 32 | link;
                link++;
            }
        }
        Arrays.parallelSort(order);
        for (long each : order) {
            long pair = links[(int) each];
            join((int) (pair >>> 32), (int) pair);
        }
        return groups.stream().filter(group -> group.size() > 1).toList();
    }

    private void join(int first, int second) {
        List<Integer> one = groupOf(first);
        List<Integer> other = groupOf(second);
        if (groupOf[first] == groupOf[second] || one.size() + other.size() > LARGEST) {
            return;
        }
        double sum = 0;
        for (int i : one) {
            for (int j : other) {
                double score = score(i, j);
                if (score == Double.NEGATIVE_INFINITY) {
                    return;
                }
                sum += share(score - LINE);
            }
        }
        if (sum >= 0) {
            int kept = groupOf[first];
            other.forEach(record -> groupOf[record] = kept);
            one.addAll(other);
            other.clear();
        }
    }

    private List<Integer> groupOf(int record) {
        if (groupOf[record] < 0) {
            groupOf[record] = groups.size();
            groups.add(new ArrayList<>(List.of(record)));
        }
        return groups.get(groupOf[record]);
    }

    private double score(int i, int j) {
        int link = Arrays.binarySearch(links, key(i, j));
        return link >= 0 ? linkScores[link] : scores.computeIfAbsent(key(i, j), _ -> scorer.score(i, j));
    }

    private static long key(int i, int j) {
        return (long) Math.min(i, j) << 32 | Math.max(i, j);
    }

    /**
     * What a pair counts in the average. Below the line it is mostly want of evidence, which counts little; evidence against,
     * counted without the share of pairs that are one at all, counts fully.
     */
    private double share(double score) {
        if (score >= 0) {
            return Math.min(score, STRONG);
        }
        return Math.max(CONTRADICTION, MILD * Math.max(score, -STRONG) + Math.min(0, score - prior));
    }
}
