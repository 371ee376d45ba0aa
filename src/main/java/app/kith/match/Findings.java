package app.kith.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a scan found: pairs, the groups to propose and those that are safe, each with its reasons. */
public final class Findings {
    /** Pairs at or above this probability are proposed to the user. */
    public static final double PROPOSED = 0.5;

    private static final double DOUBTFUL = -8;
    /** Bits of a pair that is safe: of thousand of them one is wrong at most. */
    private static final float SURE = 10;

    private final Model model;
    private final List<Profile> profiles;
    private final PairList candidates;
    private final float[] scores;
    private final List<Match> further = new ArrayList<>();
    private final int boundary;
    private final Signs signs;
    private final Learnt learnt;
    private final List<List<Integer>> groups;
    private final List<List<Integer>> safe;

    Findings(Model model, List<Profile> profiles, PairList candidates, float[] scores, int boundary,
            Signs signs, Learnt learnt) {
        this.learnt = learnt;
        this.model = model;
        this.profiles = profiles;
        this.candidates = candidates;
        this.boundary = boundary;
        this.signs = signs;
        // Proposals and the safe groups know nothing of each other.
        List<List<List<Integer>>> both = Stream.<Supplier<List<List<Integer>>>>of(
                () -> new Clusters(profiles.size(), model.weights().prior, scorer()).join(candidates, scores),
                () -> new SafeGroups(model.schema(), profiles, scorer()).groups())
                .parallel().map(Supplier::get).toList();
        groups = both.get(0);
        safe = both.get(1);
        Settling settling = new Settling(candidates, scores, groups, profiles.size(), this::scorer);
        addInside(settling);
        this.scores = settling.settled();
        trustSafe();
    }

    /** {@return a scorer for one thread} */
    private Clusters.Scorer scorer() {
        Grades grades = model.comparison().grades();
        return (i, j) -> model.score(profiles.get(i), profiles.get(j), grades) + signs.bits(i, j);
    }

    private Match match(int pair) {
        return new Match(candidates.first(pair), candidates.second(pair), scores[pair]);
    }

    /** Two of a group that share no key themselves are one because of the others. */
    private void addInside(Settling settling) {
        Clusters.Scorer scorer = scorer();
        for (List<Integer> group : groups) {
            for (int i : group) {
                for (int j : group) {
                    boolean wanted = boundary == 0 || i < boundary != j < boundary;
                    if (i < j && wanted && !candidates.contains(key(i, j))) {
                        further.add(new Match(i, j, settling.inside(i, j, scorer.score(i, j), scorer)));
                    }
                }
            }
        }
        further.sort((a, b) -> Long.compare(key(a.first(), a.second()), key(b.first(), b.second())));
    }

    /** What may be accepted unasked is likely enough to be proposed, whatever the weights make of it. */
    private void trustSafe() {
        for (List<Integer> group : safe) {
            for (int i : group) {
                for (int j : group) {
                    int index = i < j ? candidates.indexOf(key(i, j)) : -1;
                    if (index >= 0) {
                        scores[index] = Math.max(scores[index], SURE);
                    }
                }
            }
        }
    }

    private static long key(int i, int j) {
        return (long) i << 32 | j;
    }

    /** {@return groups to propose to the user} */
    public List<List<Integer>> groups() {
        return groups;
    }

    /**
     * The pairs that reach a line.
     *
     * @param probability the line, 0 to 1; at 0 every pair that was compared
     * @return the pairs in the order of the records
     */
    public List<Match> pairs(double probability) {
        List<Match> wanted = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < candidates.size(); i++) {
            while (next < further.size()
                    && key(further.get(next).first(), further.get(next).second()) < candidates.get(i)) {
                addIf(further.get(next++), probability, wanted);
            }
            if (Weights.probability(scores[i]) >= probability) {
                wanted.add(match(i));
            }
        }
        while (next < further.size()) {
            addIf(further.get(next++), probability, wanted);
        }
        return wanted;
    }

    private static void addIf(Match match, double probability, List<Match> to) {
        if (match.probability() >= probability) {
            to.add(match);
        }
    }

    /** {@return groups that may be accepted unasked} */
    public List<List<Integer>> safe() {
        return safe;
    }

    /** {@return the pairs that were compared} */
    PairList candidates() {
        return candidates;
    }

    /** {@return how many pairs were compared} */
    public int compared() {
        return candidates.size();
    }

    /** {@return what answers of the user changed in the weights} */
    public Learnt learnt() {
        return learnt;
    }

    /**
     * Chooses pairs of which an answer would teach most.
     *
     * @param count how many at most
     * @param answered ids of records that were answered already; they are asked again only where no others are in doubt
     * @return the pairs, the one that teaches most first; no record is in two of them, and no pair that something is known of
     */
    public List<Match> instructive(int count, Set<String> answered) {
        Teaching teaching = new Teaching();
        Grades grades = model.comparison().grades();
        for (int i = 0; i < candidates.size(); i++) {
            int first = candidates.first(i);
            int second = candidates.second(i);
            if (scores[i] >= DOUBTFUL && signs.about(first, second).isEmpty()) {
                double score = model.score(profiles.get(first), profiles.get(second), grades);
                teaching.add(new Match(first, second, score), grades.levels);
            }
        }
        Set<Integer> before = new HashSet<>();
        for (int i = 0; i < profiles.size(); i++) {
            if (answered.contains(profiles.get(i).id())) {
                before.add(i);
            }
        }
        return teaching.choose(count, before);
    }

    /**
     * Makes an index of the records with what was learnt of them, for looking up a new one.
     *
     * @return the index, which keeps up with changes by itself no more than it is told
     */
    public Index index() {
        return new Index(model, profiles);
    }

    /**
     * The weakest link of a group: the pair of its members that agree least.
     *
     * @param group numbers of records, at least two
     * @return the pair with its own score, whatever the others say
     */
    public Match weakest(List<Integer> group) {
        Grades grades = model.comparison().grades();
        Match weakest = null;
        for (int i : group) {
            for (int j : group) {
                if (i < j) {
                    double score = model.score(profiles.get(i), profiles.get(j), grades) + signs.bits(i, j);
                    weakest = weakest == null || score < weakest.score() ? new Match(i, j, score) : weakest;
                }
            }
        }
        if (weakest == null) {
            throw new IllegalArgumentException("a group has at least two records");
        }
        return weakest;
    }

    /**
     * Explains a pair.
     *
     * @param first number of a record
     * @param second number of another
     * @return what each field says, the strongest first
     */
    public List<Reason> reasons(int first, int second) {
        Grades grades = model.comparison().grades();
        model.comparison().grade(profiles.get(first), profiles.get(second), grades);
        List<Reason> reasons = new ArrayList<>(model.reasons(grades));
        for (Sign sign : signs.about(first, second)) {
            reasons.addFirst(new Reason("sign", sign.what().label(), sign.what().bits()));
        }
        return reasons;
    }
}
