package app.kith.bench;

import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the program as a process of its own.
 *
 * @param seconds from start to end of the process
 * @param cpu processor seconds of the process
 * @param peak peak resident memory in MB
 * @param heap peak use of the heap in MB
 * @param output what it printed
 */
record MeasuredRun(double seconds, double cpu, long peak, long heap, String output) {
    private static final Pattern MEASURED = Pattern
            .compile(MeasuredMain.MARK + "cpu=([0-9.]+) peak=(\\d+) heap=(\\d+)");

    /** Runs a command with the options that the installed program runs with. */
    static MeasuredRun of(Path home, String... command) throws IOException, InterruptedException {
        Path passphrase = Files.writeString(home.resolveSibling(home.getFileName() + ".passphrase"),
                TestDesk.PASSPHRASE);
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:FreqInlineSize=100", "-XX:InlineSmallCode=1000",
                "-XX:MaxInlineLevel=9", "-Djdk.nio.maxCachedBufferSize=262144", "-XX:SoftRefLRUPolicyMSPerMB=100",
                "--enable-native-access=ALL-UNNAMED"));
        String extra = System.getProperty("kith.bench.java", "");
        words.addAll(extra.isBlank() ? List.of() : List.of(extra.split(" ")));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredMain.class.getName(), "--home",
                home.toString(), "--passphrase-file", passphrase.toString()));
        words.addAll(List.of(command));
        Path out = Files.createTempFile("bench", ".out");
        Path err = Files.createTempFile("bench", ".err");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(err, StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new IllegalStateException("exit state " + exit + ": " + said);
        }
        Matcher measured = MEASURED.matcher(said);
        if (!measured.find()) {
            throw new IllegalStateException("no measurement: " + said);
        }
        return new MeasuredRun(seconds, Double.parseDouble(measured.group(1)), Long.parseLong(measured.group(2)),
                Long.parseLong(measured.group(3)), Files.readString(out, StandardCharsets.UTF_8));
    }
}
