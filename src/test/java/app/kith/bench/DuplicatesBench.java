package app.kith.bench;

import app.kith.match.MadeUpTable;
import app.kith.match.ScanMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How right and how costly the search for duplicates is on made-up lists of growing length, and after answers of the user; or on one
 * list of {@code -Dkith.bench.rows=N} records. Then the whole program on a table, and beside it Duke where {@link DukeRun its jars}
 * are there; {@code -Dkith.bench.beside=N} sets the length of that table, 0 leaves it out.
 */
final class DuplicatesBench implements Bench.Scenario {
    private static final int[] SIZES = {3_000, 36_000, 102_803};
    private static final long SEED = 5;

    @Override
    public void run() throws IOException, InterruptedException {
        int rows = Integer.getInteger("kith.bench.rows", 0);
        if (rows > 0) {
            System.out.println(ScanMeasure.measure(rows, SEED));
        } else {
            for (int size : SIZES) {
                System.out.println(ScanMeasure.measure(size, SEED));
            }
            System.out.println(ScanMeasure.answered(3_000, 6, 60));
            System.out.println(ScanMeasure.lookup(102_803, 7));
        }
        int beside = Integer.getInteger("kith.bench.beside", rows > 0 ? 0 : 36_000);
        if (beside > 0) {
            beside(beside);
        }
    }

    private static void beside(int rows) throws IOException, InterruptedException {
        MadeUpTable table = new MadeUpTable(rows, SEED);
        Path folder = Files.createTempDirectory("bench-duplicates");
        Path file = folder.resolve("people.csv");
        table.write(file);
        MeasuredRun kith = MeasuredRun.of(Files.createDirectory(folder.resolve("home")), "duplicates", "pairs",
                file.toString(), "--json");
        print("kith", rows, table.judge(pairs(kith.output())), kith.seconds(), kith.cpu(), kith.peak());
        if (!DukeRun.isThere()) {
            System.out.println("Duke: not measured, its jars are not in target/duke (see DukeRun)");
            return;
        }
        DukeRun.Ran duke = DukeRun.on(file, folder);
        print("Duke", rows, table.judge(duke.pairs()), duke.seconds(), duke.cpu(), duke.peak());
    }

    private static void print(String who, int rows, String accuracy, double seconds, double cpu, long peak) {
        System.out.printf(Locale.ROOT, "%s, table of %,d records: %s; %.1f s, %.1f CPU s, process %d MB%n", who, rows,
                accuracy, seconds, cpu, peak);
    }

    private static List<String[]> pairs(String json) {
        List<String[]> pairs = new ArrayList<>();
        for (JsonNode item : JsonMapper.shared().readTree(json).get("items")) {
            pairs.add(new String[]{item.get("a").asString(), item.get("b").asString()});
        }
        return pairs;
    }
}
