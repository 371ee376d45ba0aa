package app.kith.match;

/** What was learnt of a list: enough to compare any two of its records. */
record Model(Schema schema, Frequencies frequencies, Comparison comparison, Weights weights) {

    double score(Profile a, Profile b, Grades grades) {
        comparison.grade(a, b, grades);
        return weights.score(grades);
    }
}
