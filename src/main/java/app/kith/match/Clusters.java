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
    private static final int LARGEST = 60;
    private static final double STRONG = 8;
    private static final double MILD = 0.35;
    private static final double CONTRADICTION = -9;

    private final Scorer scorer;
    private final double prior;
    private final int[] groupOf;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final Map<Long, Double> scores = new HashMap<>();

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

    /** Joins the records of matches at or above a line. */
    List<List<Integer>> join(List<Match> matches, double line) {
        List<Match> links = new ArrayList<>();
        for (Match match : matches) {
            if (match.score() >= line) {
                links.add(match);
                scores.put(key(match.first(), match.second()), match.score());
            }
        }
        links.sort((a, b) -> {
            int order = Double.compare(b.score(), a.score());
            order = order != 0 ? order : Integer.compare(a.first(), b.first());
            return order != 0 ? order : Integer.compare(a.second(), b.second());
        });
        for (Match link : links) {
            join(link, line);
        }
        return groups.stream().filter(group -> group.size() > 1).toList();
    }

    private void join(Match link, double line) {
        List<Integer> one = groupOf(link.first());
        List<Integer> other = groupOf(link.second());
        if (one.equals(other) || one.size() + other.size() > LARGEST) {
            return;
        }
        double sum = 0;
        for (int i : one) {
            for (int j : other) {
                double score = score(i, j);
                if (score == Double.NEGATIVE_INFINITY) {
                    return;
                }
                sum += share(score - line);
            }
        }
        if (sum >= 0) {
            int kept = groupOf[one.getFirst()];
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
        return scores.computeIfAbsent(key(i, j), _ -> scorer.score(i, j));
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
