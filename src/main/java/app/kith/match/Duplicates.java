package app.kith.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** The full scan: everything that a list says about which of its records are one. */
public final class Duplicates {
    /** Pairs with a probability below this are not kept: they are of no use to anybody. */
    private static final double LEAST_SCORE = -14;
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
        List<Match> matches = compare(model, candidates, progress, cancelled);
        return new Findings(model, profiles, matches, candidates.length, boundary);
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private List<Match> compare(Model model, long[] candidates, DoubleConsumer progress, BooleanSupplier cancelled) {
        int chunks = (candidates.length + CHUNK - 1) / CHUNK;
        List<List<Match>> found = IntStream.range(0, chunks).parallel().mapToObj(chunk -> {
            stopIf(cancelled);
            List<Match> part = new ArrayList<>();
            Grades grades = model.comparison().grades();
            for (int i = chunk * CHUNK; i < Math.min(candidates.length, (chunk + 1) * CHUNK); i++) {
                int a = (int) (candidates[i] >>> 32);
                int b = (int) candidates[i];
                double score = model.score(profiles.get(a), profiles.get(b), grades);
                if (score > LEAST_SCORE) {
                    part.add(new Match(a, b, score));
                }
            }
            if (chunk % 16 == 0) {
                progress.accept(0.5 + 0.4 * chunk / Math.max(1, chunks));
            }
            return part;
        }).toList();
        List<Match> all = new ArrayList<>();
        found.forEach(all::addAll);
        return all;
    }
}
