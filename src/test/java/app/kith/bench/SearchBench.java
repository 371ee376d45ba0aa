package app.kith.bench;

import app.kith.search.IndexMeasure;
import java.nio.file.Path;

/**
 * How long an answer takes while one types, in an index of 500,000 mails (or {@code -Dkith.bench.messages=N});
 * {@code -Dkith.bench.home=DIR} keeps the index for another run.
 */
final class SearchBench implements Bench.Scenario {
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 500_000);

    @Override
    public void run() throws Exception {
        String kept = System.getProperty("kith.bench.home", "");
        IndexMeasure.measure(MESSAGES, kept.isEmpty() ? null : Path.of(kept));
    }
}
