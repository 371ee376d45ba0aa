package app.kith.bench;

import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.support.DovecotServer;
import app.kith.support.RawImapRead;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first pull of a mailbox of 20,000 messages (or {@code -Dkith.bench.messages=N}) over TLS from a Dovecot on this machine,
 * beside a raw socket read of the same folders in the same run, and beside mbsync with mu where they are installed; then a pass in
 * which nothing changed.
 */
final class PullBench implements Bench.Scenario {
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 20_000);
    private static final int RUNS = Integer.getInteger("kith.bench.runs", 3);

    @Override
    public void run() throws Exception {
        if (!DovecotServer.installed()) {
            System.out.println("Dovecot is not installed: nothing measured.");
            return;
        }
        Path folder = Files.createTempDirectory("kith-bench");
        try (DovecotServer server = DovecotServer.setup()
                .filledWith(SampleMailbox.of(1, MESSAGES, Instant.parse("2026-11-22T12:00:00Z"))).start()) {
            List<Double> raw = new ArrayList<>();
            List<MeasuredRun> pulls = new ArrayList<>();
            List<MeasuredRun> idle = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; i < RUNS; i++) {
                RawImapRead plain = RawImapRead.of(server.port(), null, server.address(), server.password());
                RawImapRead tls = RawImapRead.of(server.tlsPort(), server.authority(), server.address(),
                        server.password());
                bytes = tls.bytes();
                raw.add(tls.seconds());
                Path home = folder.resolve("home-" + i);
                try (Desk desk = TestDesk.open(home)) {
                    TestDesk.add(desk, server);
                }
                MeasuredRun pull = MeasuredRun.of(home, "sync", "--json");
                pulls.add(pull);
                idle.add(MeasuredRun.of(home, "sync", "--json"));
                System.out.printf(Locale.ROOT,
                        "run %d: raw %.2f s plain, %.2f s TLS; pull %.2f s (%.2f s after the start), %.1f CPU s, %d MB; no change %.2f s (%.2f s)%n",
                        i + 1, plain.seconds(), tls.seconds(), pull.seconds(), inside(pull), pull.cpu(), pull.peak(),
                        idle.getLast().seconds(), inside(idle.getLast()));
            }
            MeasuredRun pull = median(pulls);
            if (OtherTools.installed()) {
                double others = OtherTools.pullAndIndex(server, Files.createDirectories(folder.resolve("others")));
                System.out.printf(Locale.ROOT, "mbsync and mu together %.2f s: Kith takes %.2f of it%n", others,
                        pull.seconds() / others);
            }
            double floor = raw.stream().sorted().toList().get(raw.size() / 2);
            System.out.printf(Locale.ROOT,
                    "median: %d messages, %.0f MB in %.2f s: %.0f messages/s, %.1f MB/s, %.1f CPU s, peak %d MB (-Xmx512m); %.1f times the raw read%n",
                    MESSAGES, bytes / 1e6, pull.seconds(), MESSAGES / pull.seconds(), bytes / 1e6 / pull.seconds(),
                    pull.cpu(), pull.peak(), pull.seconds() / floor);
        } finally {
            delete(folder);
        }
    }

    private static double inside(MeasuredRun run) {
        JsonNode account = new JsonMapper().readTree(run.output()).get("accounts").get(0);
        if (!account.get("status").asString().equals("ok")) {
            throw new IllegalStateException(run.output());
        }
        return account.get("seconds").asDouble();
    }

    private static MeasuredRun median(List<MeasuredRun> runs) {
        return runs.stream().sorted(Comparator.comparingDouble(MeasuredRun::seconds)).toList().get(runs.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
