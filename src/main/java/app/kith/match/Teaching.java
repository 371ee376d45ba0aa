package app.kith.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which pairs to ask about so that an answer teaches most: pairs that agree in the same way are asked for once where many of
 * them are in doubt, and the less often the more often pairs of their kind were asked. Of a kind the one nearest to even is taken.
 */
final class Teaching {
    private static final double LEAST = -8;
    /** Where less is in doubt than this, a new record is not worth more than a doubt about one that was asked before. */
    private static final double ENOUGH = 0.02;
    private final Map<String, Kind> kinds = new HashMap<>();

    /** Pairs that agree in the same way, the most doubtful first. */
    private static final class Kind {
        private final List<Match> pairs = new ArrayList<>();
        private double doubt;
        private int asked;

        double worth() {
            return doubt / (1 + asked);
        }
    }

    void add(Match match, byte[] levels) {
        if (match.score() >= LEAST) {
            Kind kind = kinds.computeIfAbsent(Arrays.toString(levels), _ -> new Kind());
            kind.pairs.add(match);
            kind.doubt += Math.min(match.probability(), 1 - match.probability());
        }
    }

    /**
     * {@return pairs to ask about, the one that teaches most first; no record is in two of them, and none was asked before as long
     * as others are in doubt}
     */
    List<Match> choose(int count, Set<Integer> before) {
        for (Kind kind : kinds.values()) {
            kind.pairs.sort(Comparator.comparingDouble((Match match) -> Math.abs(match.score()))
                    .thenComparingInt(Match::first).thenComparingInt(Match::second));
        }
        List<Match> chosen = new ArrayList<>();
        Set<Integer> used = new HashSet<>(before);
        choose(count, ENOUGH, used, chosen);
        used.removeAll(before);
        choose(count, 0, used, chosen);
        return chosen;
    }

    private void choose(int count, double least, Set<Integer> used, List<Match> chosen) {
        PriorityQueue<Kind> best = new PriorityQueue<>(Comparator.comparingDouble(Kind::worth).reversed()
                .thenComparingInt(kind -> kind.pairs.getFirst().first())
                .thenComparingInt(kind -> kind.pairs.getFirst().second()));
        best.addAll(kinds.values());
        while (!best.isEmpty() && chosen.size() < count && best.peek().worth() >= least) {
            Kind kind = best.poll();
            Match next = kind.pairs.stream().filter(match -> !used.contains(match.first())
                    && !used.contains(match.second())).findFirst().orElse(null);
            if (next != null) {
                chosen.add(next);
                used.add(next.first());
                used.add(next.second());
                kind.asked++;
                best.add(kind);
            }
        }
    }
}
