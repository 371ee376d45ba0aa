package app.kith.bench;

import app.kith.support.DovecotServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same job by programs that others use, where they are installed: mbsync pulls into a Maildir, mu indexes it. */
final class OtherTools {
    private static final Path MBSYNC = Path.of("/usr/bin/mbsync");
    private static final Path MU = Path.of("/usr/bin/mu");

    private OtherTools() {}

    static boolean installed() {
        return Files.isExecutable(MBSYNC) && Files.isExecutable(MU);
    }

    /** Seconds of the wall that both took together. */
    static double pullAndIndex(DovecotServer server, Path folder) throws IOException, InterruptedException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Path config = Files.writeString(folder.resolve("mbsyncrc"), """
                IMAPAccount a
                Host 127.0.0.1
                Port %d
                User %s
                Pass %s
                SSLType None
                AuthMechs LOGIN

                IMAPStore far
                Account a

                MaildirStore near
                SubFolders Verbatim
                Path %s/
                Inbox %s/INBOX

                Channel c
                Far :far:
                Near :near:
                Patterns *
                Create Near
                SyncState *
                """.formatted(server.port(), server.address(), server.password(), mail, mail));
        Map<String, String> home = Map.of("HOME", folder.toString());
        double pull = run(home, MBSYNC.toString(), "-c", config.toString(), "c");
        run(home, MU.toString(), "init", "--maildir=" + mail);
        double index = run(home, MU.toString(), "index", "--quiet");
        System.out.printf(Locale.ROOT, "mbsync %.2f s, mu index %.2f s%n", pull, index);
        return pull + index;
    }

    private static double run(Map<String, String> more, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(more);
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command[0] + " ended with " + exit + ": " + Files.readString(out));
        }
        Files.delete(out);
        return (System.nanoTime() - start) / 1e9;
    }
}
