package app.kith.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the benchmarks: all, or the one that is named. */
public final class Bench {
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("pull", new PullBench());
        SCENARIOS.put("parse", new ParseBench());
        SCENARIOS.put("reply", new ReplyBench());
        SCENARIOS.put("import", new ImportBench());
        SCENARIOS.put("duplicates", new DuplicatesBench());
        SCENARIOS.put("search", new SearchBench());
        SCENARIOS.put("window", new WindowBench());
        SCENARIOS.put("stalls", new StallsBench());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 0 ? "" : args[0];
        for (Map.Entry<String, Scenario> each : SCENARIOS.entrySet()) {
            if (wanted.isBlank() || wanted.equals(each.getKey())) {
                System.out.println("== " + each.getKey());
                each.getValue().run();
            }
        }
        System.exit(0); // The toolkit of the window would keep the process.
    }

    /** One benchmark. */
    interface Scenario {
        void run() throws Exception;
    }
}
