package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.demo.SampleMailbox;
import app.kith.desk.Doctor.Findings;
import app.kith.store.LocalState;
import app.kith.support.DovecotServer;
import app.kith.support.KithProcess;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kith sync} is killed (SIGKILL) at random moments of first pulls and of later passes. After each kill the folder opens, the
 * pass completes, the doctor finds no difference, and what is kept equals what the server holds. More kills by
 * {@code -Dkith.kills=N}, others by {@code -Dkith.seed=N}.
 */
@NeedsDovecot
class KillTest {
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("KITH_KILLS", "10"));
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final int FIRST_PULL_EVERY = 4;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledWhateverMomentTheProcessIsKilled() throws IOException {
        Random random = new Random(SEED);
        int killed = 0;
        try (DovecotServer server = DovecotServer.setup().filledWith(SampleMailbox.of(6, 500, Instant.EPOCH)).start();
                OtherClient other = server.otherClient()) {
            long longest = timeOfAWholePass(server);
            Path home = folder;
            for (int run = 0; killed < KILLS; run++) {
                if (run % FIRST_PULL_EVERY == 0) {
                    home = withAccount(folder.resolve("home-" + run), server);
                } else {
                    churn(other, random, run);
                }
                killed += killDuringPass(home, (long) (longest * (0.15 + random.nextDouble()))) ? 1 : 0;
                finishAndCompare(home, server, run);
            }
        }
        System.out.printf("KillTest: %d kills, 0 messages lost or doubled (seed %d)%n", killed, SEED);
    }

    private static Path withAccount(Path home, DovecotServer server) throws IOException {
        try (Desk desk = TestDesk.open(home)) {
            TestDesk.add(desk, server);
        }
        return home;
    }

    private long timeOfAWholePass(DovecotServer server) throws IOException {
        Path home = withAccount(folder.resolve("first"), server);
        long start = System.nanoTime();
        try (KithProcess process = KithProcess.start(home, "sync", "--json")) {
            assertThat(process.endsWithin(120_000)).isTrue();
            assertThat(process.exit()).as("%s", process.output()).isZero();
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static boolean killDuringPass(Path home, long afterMilliseconds) throws IOException {
        try (KithProcess process = KithProcess.start(home, "sync", "--json")) {
            if (process.endsWithin(afterMilliseconds)) {
                assertThat(process.exit()).as("%s", process.output()).isZero();
                return false;
            }
            process.kill();
            return true;
        }
    }

    private static void finishAndCompare(Path home, DovecotServer server, int run) {
        try (Desk desk = TestDesk.open(home)) {
            SyncReport report = TestDesk.sync(desk);
            assertThat(report.status()).as("run %d: %s", run, report.errors()).isEqualTo(Status.OK);
            Findings findings = desk.doctor().check(_ -> {});
            assertThat(findings.faults()).as("run %d", run).isEmpty();
            assertThat(findings.damages()).as("run %d", run).isEmpty();
        }
        assertThat(LocalState.of(home)).as("run %d", run).isEqualTo(server.state());
    }

    private static void churn(OtherClient other, Random random, int run) {
        for (int i = 0; i < 40; i++) {
            String text = "From: Churn <churn@churn.example>\r\nTo: sales@example.test\r\nSubject: Run " + run
                    + "\r\nMessage-ID: <" + run + "." + i + "@churn.example>\r\n\r\n"
                    + "text ".repeat(random.nextInt(4000))
                    + "\r\n";
            other.append(i % 2 == 0 ? "INBOX" : "Sent", text.getBytes(StandardCharsets.UTF_8));
        }
        List<Long> uids = other.uids("INBOX");
        for (int i = 0; i < 20; i++) {
            other.addFlags("INBOX", Set.of("\\Flagged"), uids.get(random.nextInt(uids.size())));
        }
        other.expunge("INBOX", uids.getFirst(), uids.get(random.nextInt(uids.size())));
        other.move("INBOX", other.uids("INBOX").getLast(), "Archive");
    }
}
