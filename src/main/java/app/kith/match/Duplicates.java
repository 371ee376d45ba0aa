package app.kith.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** The full scan: everything that a list says about which of its records are one. */
public final class Duplicates {
    private static final int CHUNK = 4096;
    /** What was worth no more before the last rounds of learning is not looked at again: they move a score by few bits. */
    private static final double HOPELESS = -14;

    private final Schema schema;
    private final List<Profile> profiles;
    private final int boundary;
    private final Signs signs;
    private final List<Answer> answers;
    private final List<Label> labels = new ArrayList<>();

    /**
     * Prepares a scan.
     *
     * @param schema what the columns say
     * @param profiles the records, made by the schema
     * @param boundary how many of the records are of the first list, where only pairs across two lists are wanted; else 0
     */
    public Duplicates(Schema schema, List<Profile> profiles, int boundary) {
        this(schema, profiles, boundary, List.of(), List.of());
    }

    /**
     * Prepares a scan that knows more than the values.
     *
     * @param schema what the columns say
     * @param profiles the records, made by the schema
     * @param boundary how many of the records are of the first list, where only pairs across two lists are wanted; else 0
     * @param signs what is known of pairs besides
     * @param answers what the user said of pairs; they hold for those pairs and move the weights for all
     */
    public Duplicates(Schema schema, List<Profile> profiles, int boundary, List<Sign> signs, List<Answer> answers) {
        this.schema = schema;
        this.answers = List.copyOf(answers);
        List<Sign> all = new ArrayList<>(signs);
        for (Answer answer : answers) {
            all.add(new Sign(answer.first(), answer.second(),
                    answer.same() ? Sign.What.THE_SAME : Sign.What.NOT_THE_SAME));
        }
        this.signs = new Signs(profiles, all);
        this.profiles = List.copyOf(profiles);
        this.boundary = boundary;
    }

    /**
     * Takes in what the user said of records as they were then, which need not be there any more.
     *
     * @param said what was said
     * @return this
     */
    public Duplicates taught(List<Label> said) {
        labels.addAll(said);
        return this;
    }

    /**
     * Scans.
     *
     * @param progress is told the share done, 0 to 1, from any thread
     * @param cancelled is asked now and then whether to stop
     * @return what was found
     * @throws CancellationException if it was stopped
     */
    public Findings scan(DoubleConsumer progress, BooleanSupplier cancelled) {
        Frequencies frequencies = new Frequencies();
        frequencies.count(profiles);
        PairList candidates = signs.with(new Blocking(profiles, schema, frequencies, boundary).pairs());
        progress.accept(0.2);
        stopIf(cancelled);
        Trainer trainer = new Trainer(schema, profiles, boundary, frequencies);
        Model model = trainer.train(candidates);
        Learnt learnt = learn(model);
        progress.accept(0.5);
        stopIf(cancelled);
        float[] scores = compare(model, candidates, trainer.scores(), progress, cancelled);
        return new Findings(model, profiles, candidates, scores, boundary, signs, learnt);
    }

    private Learnt learn(Model model) {
        Map<String, Profile> byId = new HashMap<>();
        if (!answers.isEmpty()) {
            profiles.forEach(profile -> byId.put(profile.id(), profile));
        }
        List<Label> all = new ArrayList<>(labels);
        for (Answer answer : answers) {
            Profile first = byId.get(answer.first());
            Profile second = byId.get(answer.second());
            if (first != null && second != null) {
                all.add(new Label(first, second, answer.same()));
            }
        }
        List<Learner.Example> examples = new ArrayList<>();
        for (Label label : all) {
            Grades grades = model.comparison().grades();
            model.comparison().grade(label.first(), label.second(), grades);
            examples.add(new Learner.Example(grades, label.same()));
        }
        return examples.isEmpty()
                ? Learnt.NOTHING
                : new Learner(model.weights(), schema.fields()).learn(examples);
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private float[] compare(Model model, PairList candidates, float[] before, DoubleConsumer progress,
            BooleanSupplier cancelled) {
        int chunks = (candidates.size() + CHUNK - 1) / CHUNK;
        float[] scores = new float[candidates.size()];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            stopIf(cancelled);
            Grades grades = model.comparison().grades();
            for (int i = chunk * CHUNK; i < Math.min(candidates.size(), (chunk + 1) * CHUNK); i++) {
                int first = candidates.first(i);
                int second = candidates.second(i);
                boolean hopeless = before.length > 0 && before[i] < HOPELESS;
                double score = hopeless
                        ? before[i]
                        : model.score(profiles.get(first), profiles.get(second), grades);
                scores[i] = (float) (score + signs.bits(first, second));
            }
            progress.accept(0.5 + 0.4 * done.incrementAndGet() / chunks);
        });
        return scores;
    }
}
