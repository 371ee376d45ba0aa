package app.kith.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kith as a process of its own, which can be killed. */
public final class KithProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private KithProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a command on a data folder whose passphrase is that of {@link TestDesk}. */
    public static KithProcess start(Path home, String... command) throws IOException {
        Path passphrase = TestDesk.keys(home);
        Path output = Files.createTempFile("kith", ".out");
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "app.kith.Main",
                "--home",
                home.toString(), "--passphrase-file", passphrase.toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        return new KithProcess(builder.start(), output);
    }

    /** Waits for the end, or until a time has passed; returns whether it ended. */
    public boolean endsWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void kill() {
        process.destroyForcibly();
        endsWithin(10_000);
    }

    public int exit() {
        return process.exitValue();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(output);
    }
}
