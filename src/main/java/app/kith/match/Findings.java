package app.kith.match;

import java.util.ArrayList;
import java.util.List;

/** What a scan found: pairs, the groups to propose and those that are safe, each with its reasons. */
public final class Findings {
    /** Pairs at or above this probability are proposed to the user. */
    public static final double PROPOSED = 0.5;

    private final Model model;
    private final List<Profile> profiles;
    private final List<Match> pairs;
    private final int compared;

    Findings(Model model, List<Profile> profiles, List<Match> pairs, int compared, int boundary) {
        this.model = model;
        this.profiles = profiles;
        this.pairs = List.copyOf(pairs);
        this.compared = compared;
    }

    /** {@return the pairs, in the order of the records} */
    public List<Match> pairs() {
        return pairs;
    }

    /** {@return groups that may be accepted unasked} */
    public List<List<Integer>> safe() {
        return List.of();
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
