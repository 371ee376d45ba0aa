package app.kith.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a scan found: pairs, the groups to propose and those that are safe, each with its reasons. */
public final class Findings {
    /** Pairs at or above this probability are proposed to the user. */
    public static final double PROPOSED = 0.5;

    private static final double LINE = 0;

    private final Model model;
    private final List<Profile> profiles;
    private final List<Match> pairs;
    private final int compared;
    private final int boundary;
    private final List<List<Integer>> groups;
    private final List<List<Integer>> safe;

    Findings(Model model, List<Profile> profiles, List<Match> pairs, int compared, int boundary) {
        this.model = model;
        this.profiles = profiles;
        this.compared = compared;
        this.boundary = boundary;
        Grades grades = model.comparison().grades();
        Clusters.Scorer scorer = (i, j) -> model.score(profiles.get(i), profiles.get(j), grades);
        groups = new Clusters(profiles.size(), model.weights().prior, scorer).join(pairs, LINE);
        safe = new SafeGroups(model.schema(), profiles, scorer).groups();
        this.pairs = settled(pairs);
    }

    /** Pairs inside a group are at least even; pairs across groups are below the line, whatever they say by themselves. */
    private List<Match> settled(List<Match> found) {
        int[] groupOf = new int[profiles.size()];
        Map<Long, Match> all = new HashMap<>();
        for (Match match : found) {
            all.put(key(match.first(), match.second()), match);
        }
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> group = groups.get(g);
            for (int i : group) {
                groupOf[i] = g + 1;
            }
            addInside(group, all);
        }
        all.replaceAll((_, match) -> {
            boolean inside = groupOf[match.first()] != 0 && groupOf[match.first()] == groupOf[match.second()];
            return inside || match.score() < LINE ? match : new Match(match.first(), match.second(), LINE - 0.5);
        });
        return all.values().stream().sorted((a, b) -> {
            int order = Integer.compare(a.first(), b.first());
            return order != 0 ? order : Integer.compare(a.second(), b.second());
        }).toList();
    }

    private void addInside(List<Integer> group, Map<Long, Match> all) {
        for (int i : group) {
            for (int j : group) {
                boolean wanted = boundary == 0 || i < boundary != j < boundary;
                if (i < j && wanted) {
                    Match match = all.get(key(i, j));
                    if (match == null || match.score() < LINE) {
                        all.put(key(i, j), new Match(i, j, LINE + 0.1));
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

    /** {@return the pairs, in the order of the records} */
    public List<Match> pairs() {
        return pairs;
    }

    /** {@return groups that may be accepted unasked} */
    public List<List<Integer>> safe() {
        return safe;
    }

    /** {@return how many pairs were compared} */
    public int compared() {
        return compared;
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
        List<Reason> reasons = new ArrayList<>();
        List<Field> fields = model.schema().fields();
        for (int f = 0; f < fields.size(); f++) {
            if (grades.levels[f] != 0) {
                reasons.add(new Reason(fields.get(f).label(), Level.of(grades.levels[f]),
                        model.weights().weight(f, grades)));
            }
        }
        reasons.sort((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())));
        return reasons;
    }
}
