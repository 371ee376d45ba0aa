package app.kith.match;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** The full scan: everything that a list says about which of its records are one. */
public final class Duplicates {
    private static final int CHUNK = 4096;

    private final Schema schema;
    private final List<Profile> profiles;
    private final int boundary;

    /**
     * Prepares a scan.
     *
     * @param schema what the columns say
     * @param profiles the records, made by the schema
     * @param boundary how many of the records are of the first list, where only pairs across two lists are wanted; else 0
     */
    public Duplicates(Schema schema, List<Profile> profiles, int boundary) {
        this.schema = schema;
        this.profiles = List.copyOf(profiles);
        this.boundary = boundary;
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
        Frequencies first = new Frequencies();
        float[] ones = new float[profiles.size()];
        Arrays.fill(ones, 1);
        first.count(profiles, ones);
        long[] candidates = new Blocking(profiles, new Keys(schema, first), boundary, !schema.isOfPeople()).pairs();
        progress.accept(0.2);
        stopIf(cancelled);
        Model model = new Trainer(schema, profiles, boundary).train(candidates);
        progress.accept(0.5);
        stopIf(cancelled);
        float[] scores = compare(model, candidates, progress, cancelled);
        return new Findings(model, profiles, candidates, scores, boundary);
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private float[] compare(Model model, long[] candidates, DoubleConsumer progress, BooleanSupplier cancelled) {
        int chunks = (candidates.length + CHUNK - 1) / CHUNK;
        float[] scores = new float[candidates.length];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            stopIf(cancelled);
            Grades grades = model.comparison().grades();
            for (int i = chunk * CHUNK; i < Math.min(candidates.length, (chunk + 1) * CHUNK); i++) {
                Profile a = profiles.get((int) (candidates[i] >>> 32));
                Profile b = profiles.get((int) candidates[i]);
                scores[i] = (float) model.score(a, b, grades);
            }
            progress.accept(0.5 + 0.4 * done.incrementAndGet() / chunks);
        });
        return scores;
    }
}
