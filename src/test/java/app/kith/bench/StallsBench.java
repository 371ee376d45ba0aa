package app.kith.bench;

import app.kith.support.DovecotServer;
import app.kith.ui.WindowMeasure;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the JavaFX thread keeps the user waiting while 20,000 messages come in ({@code -Dkith.bench.messages=N}), and how long until
 * there are conversations to look at; with {@code -Dkith.bench.first=true} only that.
 */
final class StallsBench implements Bench.Scenario {
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 20_000);

    @Override
    public void run() throws Exception {
        if (!DovecotServer.installed()) {
            System.out.println("Dovecot is not installed: nothing measured.");
            return;
        }
        Path folder = Files.createTempDirectory("kith-bench");
        try {
            WindowMeasure.pull(folder.resolve("home"), MESSAGES, !Boolean.getBoolean("kith.bench.first"));
        } finally {
            ImportBench.delete(folder);
        }
    }
}
