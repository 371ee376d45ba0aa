package app.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Duke, an open program that finds duplicates, on a table. Its jars are fetched once, by
 * {@code mvn -q -f src/test/bench/duke/pom.xml dependency:copy-dependencies -DoutputDirectory=$PWD/target/duke}.
 */
final class DukeRun {
    private static final Path JARS = Path.of("target", "duke");
    private static final String MAIN = "no.priv.garshol.duke.Duke";
    /** Plain comparators and odds, as somebody sets them who does not know the list; nothing was tuned. */
    private static final String[][] PROPERTIES = {{"name", "JaroWinkler", "0.3", "0.85", "LowerCaseNormalizeCleaner"},
            {"email", "Levenshtein", "0.4", "0.95", "LowerCaseNormalizeCleaner"},
            {"phone", "Levenshtein", "0.4", "0.9", "DigitsOnlyCleaner"},
            {"company", "QGramComparator", "0.4", "0.65", "LowerCaseNormalizeCleaner"},
            {"title", "ExactComparator", "0.48", "0.52", "LowerCaseNormalizeCleaner"},
            {"address", "QGramComparator", "0.45", "0.65", "LowerCaseNormalizeCleaner"}};

    private DukeRun() {}

    static boolean isThere() throws IOException {
        if (!Files.isDirectory(JARS)) {
            return false;
        }
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.anyMatch(jar -> String.valueOf(jar.getFileName()).startsWith("duke-"));
        }
    }

    /** What it found and what it took; the process's own processor time and peak memory are told by the system. */
    record Ran(double seconds, double cpu, long peak, List<String[]> pairs) {}

    /** Runs it on a table, with two threads. */
    static Ran on(Path table, Path folder) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("duke.xml"), config(table));
        Path links = folder.resolve("links.txt");
        Path log = folder.resolve("duke.log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-cp", JARS.toAbsolutePath() + "/*", MAIN, "--threads=2", "--linkfile=" + links,
                config.toString());
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long peak = 0;
        double cpu = 0;
        do {
            peak = Math.max(peak, peakMegabytes(process.pid()));
            cpu = Math.max(cpu, process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0));
        } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Duke ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return new Ran(seconds, cpu, peak, pairs(links));
    }

    private static String config(Path table) {
        StringBuilder schema = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        for (String[] each : PROPERTIES) {
            String property = each[0].toUpperCase(Locale.ROOT);
            schema.append("<property><name>").append(property)
                    .append("</name><comparator>no.priv.garshol.duke.comparators.").append(each[1])
                    .append("</comparator><low>").append(each[2]).append("</low><high>").append(each[3])
                    .append("</high></property>\n");
            columns.append("<column name=\"").append(each[0]).append("\" property=\"").append(property)
                    .append("\" cleaner=\"no.priv.garshol.duke.cleaners.").append(each[4]).append("\"/>\n");
        }
        return """
                <duke>
                <schema><threshold>0.8</threshold>
                <property type="id"><name>ID</name></property>
                %s</schema>
                <database class="no.priv.garshol.duke.databases.LuceneDatabase"/>
                <csv><param name="input-file" value="%s"/>
                <column name="id" property="ID"/>
                %s</csv>
                </duke>
                """.formatted(schema, table, columns);
    }

    /** A line is {@code +,ID,ID,PROBABILITY}; Duke may find a pair from either side. */
    private static List<String[]> pairs(Path links) throws IOException {
        List<String[]> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(links)) {
            String[] words = line.split(",", -1);
            boolean inOrder = words[1].compareTo(words[2]) < 0;
            String[] pair = {inOrder ? words[1] : words[2], inOrder ? words[2] : words[1]};
            if (words[0].equals("+") && seen.add(pair[0] + ' ' + pair[1])) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static long peakMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // It ended just now.
        }
    }
}
