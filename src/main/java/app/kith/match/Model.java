package app.kith.match;

import java.util.ArrayList;
import java.util.List;

/** What was learnt of a list: enough to compare any two of its records. */
record Model(Schema schema, Frequencies frequencies, Comparison comparison, Weights weights) {

    double score(Profile a, Profile b, Grades grades) {
        comparison.grade(a, b, grades);
        return weights.score(grades);
    }

    /** {@return what each field of a graded pair says, the strongest first} */
    List<Reason> reasons(Grades grades) {
        List<Reason> reasons = new ArrayList<>();
        List<Field> fields = schema.fields();
        for (int f = 0; f < fields.size(); f++) {
            if (grades.levels[f] != 0) {
                reasons.add(new Reason(fields.get(f).label(), Level.of(grades.levels[f]).label(),
                        weights.weight(f, grades)));
            }
        }
        reasons.sort((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())));
        return reasons;
    }
}
