package app.kith.match;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits the weights to a list without being told which records are one. The chance of a level between two people is counted on
 * random pairs; its chance within one person starts from what the program knows and moves by expectation and maximisation
 * (Dempster, Laird and Rubin 1977) as far as the data are many. The share of pairs that are one falls with the list's length.
 */
final class Trainer {
    private static final int CHUNK = 4096;
    private static final int CANDIDATES = 60_000;
    private static final int RANDOM = 60_000;
    private static final int ROUNDS = 8;
    private static final double KNOWLEDGE = 60;
    private static final double DRIFT = 2.5;
    private static final float LEAST_RECORD = 0.25f;
    private static final double FEW = 0.03;
    private static final double MANY = 1;

    private final Schema schema;
    private final List<Profile> profiles;
    private final Frequencies frequencies;
    private final Comparison comparison;
    private final Weights weights;
    private final int boundary;
    private double matches;
    private float[] scores = new float[0];

    /**
     * Prepares.
     *
     * @param boundary how many of the profiles are of the first list where two lists are linked; 0 for one list
     * @param frequencies of the profiles, each counted once; they are counted anew when it is known which have duplicates
     */
    Trainer(Schema schema, List<Profile> profiles, int boundary, Frequencies frequencies) {
        this.schema = schema;
        this.profiles = profiles;
        this.boundary = boundary;
        this.frequencies = frequencies;
        comparison = new Comparison(schema, frequencies);
        weights = new Weights(schema);
    }

    Model train(PairList candidates) {
        frequencies.countLines(profiles);
        Sample random = new Sample(randomPairs(), schema.fields().size());
        random.grade(profiles, comparison);
        matches = 0.5;
        setPrior();
        learnChances(random, false);
        double scale = Math.max(1, candidates.size() / (double) CANDIDATES);
        Sample sample = new Sample(thinned(candidates, scale), schema.fields().size());
        sample.grade(profiles, comparison);
        for (int round = 0; round < ROUNDS; round++) {
            maximise(sample, scale);
            if (round == 2 || round == 5) {
                learnChances(random, true);
                learnTexts(sample);
                if (scale == 1) {
                    weighRecords(sample);
                } else if (round > 2) {
                    weighRecords(candidates);
                }
                sample.grade(profiles, comparison);
                random.grade(profiles, comparison);
            }
        }
        learnChances(random, true);
        learnTexts(sample);
        return new Model(schema, frequencies, comparison, weights);
    }

    private long[] thinned(PairList candidates, double scale) {
        int count = (int) (candidates.size() / scale);
        long[] kept = new long[count];
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < count; i++) {
            int from = (int) (i * scale);
            int to = Math.max(from + 1, (int) ((i + 1) * scale));
            kept[i] = candidates.get(Math.min(candidates.size() - 1, random.nextInt(from, to)));
        }
        return kept;
    }

    private long[] randomPairs() {
        int n = profiles.size();
        long[] pairs = new long[n < 2 ? 0 : (int) Math.min(RANDOM, (long) n * (n - 1) / 2 * 2)];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < pairs.length; i++) {
            int a = boundary > 0 ? random.nextInt(boundary) : random.nextInt(n);
            int b = boundary > 0 ? random.nextInt(boundary, n) : random.nextInt(n - 1);
            b = boundary == 0 && b >= a ? b + 1 : b;
            pairs[i] = (long) a << 32 | b;
        }
        return pairs;
    }

    private void setPrior() {
        double n = profiles.size();
        double among = boundary > 0 ? (double) boundary * (n - boundary) : n * (n - 1) / 2;
        double expected = matches * (boundary > 0 ? Math.min(boundary, n - boundary) : n);
        double share = Math.clamp(expected / Math.max(1, among), 1e-9, 0.3);
        weights.prior = Frequencies.log2(share / (1 - share));
    }

    /** Counts levels on random pairs; pairs that are likely one are left out by their probability. */
    private void learnChances(Sample random, boolean weighed) {
        double[][] counts = new double[schema.fields().size()][Level.COUNT];
        Grades grades = comparison.grades();
        for (int i = 0; i < random.size; i++) {
            random.read(i, grades);
            double share = weighed ? 1 - Weights.probability(weights.score(grades)) : 1;
            for (int f = 0; f < counts.length; f++) {
                counts[f][grades.levels[f]] += share;
            }
        }
        for (int f = 0; f < counts.length; f++) {
            spread(f, counts[f], weights.chance[f], 1, true);
        }
    }

    /**
     * What a column of unknown meaning shares by chance is counted on candidates that the known fields say are two: such a column
     * often depends on the others (a source, a parent company), and then it agrees among neighbours much more often than among
     * strangers.
     */
    private void learnTexts(Sample sample) {
        if (schema.fields().stream().allMatch(field -> field.trait() == Trait.TEXT)) {
            // Nothing else says which candidates are two.
            return;
        }
        int fields = schema.fields().size();
        double[][] counts = new double[fields][Level.COUNT];
        Grades grades = comparison.grades();
        for (int i = 0; i < sample.size; i++) {
            sample.read(i, grades);
            double share = 1 - Weights.probability(weights.scoreOfKnown(grades));
            for (int f = 0; f < fields; f++) {
                counts[f][grades.levels[f]] += share;
            }
        }
        for (int f = 0; f < fields; f++) {
            if (schema.fields().get(f).trait() == Trait.TEXT) {
                double[] chances = new double[Level.COUNT];
                spread(f, counts[f], chances, 1, true);
                weights.dependOn(f, chances);
            }
        }
    }

    private void maximise(Sample sample, double scale) {
        double[][] counts = new double[schema.fields().size()][Level.COUNT];
        Grades grades = comparison.grades();
        double found = 0;
        for (int i = 0; i < sample.size; i++) {
            sample.read(i, grades);
            double probability = Weights.probability(weights.score(grades));
            found += probability * scale;
            for (int f = 0; f < counts.length; f++) {
                counts[f][grades.levels[f]] += probability * scale;
            }
        }
        for (int f = 0; f < counts.length; f++) {
            spread(f, counts[f], weights.same[f], KNOWLEDGE, false);
        }
        double most = boundary > 0 ? Math.min(boundary, profiles.size() - boundary) : profiles.size();
        matches = Math.clamp((found + 0.1 * most * 0.5) / (most * 1.1), FEW, MANY);
        setPrior();
    }

    /** Makes chances of counts, for each family of levels by itself, with the known chances as {@code knowledge} counts. */
    private void spread(int field, double[] counts, double[] chances, double knowledge, boolean flat) {
        Map<Level, Double> known = schema.fields().get(field).trait().chances();
        double[] sums = new double[3];
        double[] knownSums = new double[3];
        for (Map.Entry<Level, Double> each : known.entrySet()) {
            int family = each.getKey().family();
            sums[family] += counts[each.getKey().code()];
            knownSums[family] += flat ? 1 : each.getValue();
        }
        for (Map.Entry<Level, Double> each : known.entrySet()) {
            int family = each.getKey().family();
            double share = (flat ? 1 : each.getValue()) / knownSums[family];
            double strength = flat ? Math.min(knowledge, 0.5 + sums[family] * 1e-3) : knowledge;
            double chance = (counts[each.getKey().code()] + strength * share) / Math.max(1e-9, sums[family] + strength);
            chances[each.getKey().code()] = flat
                    ? chance
                    : Math.clamp(chance, each.getValue() / DRIFT,
                            Math.min(0.995, each.getValue() * DRIFT));
        }
    }

    /** A record that has duplicates stands for part of a person only. */
    private void weighRecords(Sample sample) {
        float[] duplicates = new float[profiles.size()];
        Grades grades = comparison.grades();
        for (int i = 0; i < sample.size; i++) {
            sample.read(i, grades);
            float probability = (float) Weights.probability(weights.score(grades));
            duplicates[sample.first(i)] += probability;
            duplicates[sample.second(i)] += probability;
        }
        for (int i = 0; i < duplicates.length; i++) {
            duplicates[i] = Math.max(LEAST_RECORD, 1 / (1 + duplicates[i]));
        }
        frequencies.count(profiles, duplicates);
    }

    /**
     * Does the same for a list of which the sample shows a part only: a record's duplicates are found by looking at all of its
     * pairs, for those of a few say nothing about the record, and too much about its namesakes.
     */
    private void weighRecords(PairList candidates) {
        scores = new float[candidates.size()];
        IntStream.range(0, (scores.length + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            Grades grades = comparison.grades();
            for (int i = chunk * CHUNK; i < Math.min(scores.length, (chunk + 1) * CHUNK); i++) {
                comparison.grade(profiles.get(candidates.first(i)), profiles.get(candidates.second(i)), grades);
                scores[i] = (float) weights.score(grades);
            }
        });
        float[] sure = new float[profiles.size()];
        float[] unsure = new float[profiles.size()];
        for (int i = 0; i < scores.length; i++) {
            float likely = (float) Weights.probability(scores[i]);
            float square = likely * likely;
            int first = candidates.first(i);
            int second = candidates.second(i);
            sure[first] += square;
            sure[second] += square;
            unsure[first] += likely - square;
            unsure[second] += likely - square;
        }
        for (int i = 0; i < sure.length; i++) {
            sure[i] = (float) Math.max(LEAST_RECORD, partOfPerson(sure[i], unsure[i]));
        }
        frequencies.count(profiles, sure);
    }

    /** {@return what the candidates were worth before the last rounds; empty where the list is so short that nobody needs it} */
    float[] scores() {
        return scores;
    }

    /**
     * {@return which part of a person a record is expected to be} That is the mean of 1 / (1 + duplicates), which is more than that
     * of their mean: most of those that have doubtful duplicates have none. What is doubtful is taken to be many unlikely pairs
     * (Poisson).
     */
    static double partOfPerson(double sure, double unsure) {
        double doubt = unsure / (1 + sure);
        double alone = doubt < 1e-4 ? 1 : (1 - Math.exp(-doubt)) / doubt;
        return alone / (1 + sure);
    }
}
