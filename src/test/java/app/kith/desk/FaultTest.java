package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.SampleMailbox;
import app.kith.store.LocalState;
import app.kith.support.DovecotServer;
import app.kith.support.FaultProxy;
import app.kith.support.FaultProxy.Kind;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network fails at the protocol's steps, one after another: cut before, within and behind a step, cut with the command done and
 * its answer lost, dribbling, and over TLS with changed bytes. After each, one clean pass makes what is kept equal to what the server
 * holds. More points by the environment's KITH_FAULTS, others by {@code -Dkith.seed=N}.
 */
@NeedsDovecot
class FaultTest {
    private static final int POINTS = Integer.parseInt(System.getenv().getOrDefault("KITH_FAULTS", "40"));
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int FIRST_PULL_EVERY = 5;

    @TempDir
    private Path folder;

    /** The steps still to be tried of each kind of pass. */
    private final Map<String, Map<Kind, Integer>> next = new TreeMap<>();
    private final Random random = new Random(SEED);
    private int points;

    @Test
    void aNetworkThatFailsAtAnyStepCostsNothing() throws IOException {
        try (DovecotServer server = DovecotServer.setup().filledWith(SampleMailbox.of(8, 40, Instant.EPOCH)).start();
                OtherClient other = server.otherClient();
                FaultProxy plain = new FaultProxy(server.port(), true);
                FaultProxy tls = new FaultProxy(server.tlsPort(), false)) {
            Path home = folder;
            for (int round = 0; points < POINTS; round++) {
                Kind kind = KINDS.get(round % KINDS.size());
                FaultProxy proxy = kind == Kind.GARBLE ? tls : plain;
                boolean first = round % FIRST_PULL_EVERY == 0;
                if (first) {
                    home = folder.resolve("home-" + round);
                } else {
                    churn(other, round);
                }
                String at = passWithFault(home, server, proxy, kind, first);
                finishAndCompare(home, server, at);
            }
        }
        System.out.printf("FaultTest: %d points, 0 failures (seed %d)%n", points, SEED);
    }

    private String passWithFault(Path home, DovecotServer server, FaultProxy proxy, Kind kind, boolean first)
            throws IOException {
        try (Desk desk = TestDesk.open(home)) {
            Account account = account(server, proxy, kind == Kind.GARBLE);
            if (first) {
                desk.accounts().add(account, server.password());
            } else {
                desk.accounts().edit(account, "");
            }
            Map<Kind, Integer> steps = next.computeIfAbsent(first ? "first pull" : "later pass",
                    _ -> new EnumMap<>(Kind.class));
            int step = steps.getOrDefault(kind, 0);
            proxy.arm(kind, step);
            SyncReport report = TestDesk.sync(desk);
            String at = proxy.disarm();
            // Behind the last step: from the beginning again, not always at the same ones.
            steps.put(kind, at.isEmpty() ? random.nextInt(4) : step + 1 + random.nextInt(3));
            points += at.isEmpty() ? 0 : 1;
            if (at.isEmpty() || kind == Kind.TRICKLE) {
                assertThat(report.status()).as("%s %s", at, report.errors()).isEqualTo(Status.OK);
            }
            return at;
        }
    }

    private static Account account(DovecotServer server, FaultProxy proxy, boolean tls) throws IOException {
        return new Account(1, server.address(), "",
                new Server("localhost", proxy.port(), tls ? Security.TLS : Security.NONE), null, server.address(), null,
                null, Files.readString(server.authority()));
    }

    private static void finishAndCompare(Path home, DovecotServer server, String at) {
        try (Desk desk = TestDesk.open(home)) {
            SyncReport report = TestDesk.sync(desk);
            assertThat(report.status()).as("after %s: %s", at, report.errors()).isEqualTo(Status.OK);
            assertThat(desk.doctor().check(_ -> {}).healthy()).as("after %s", at).isTrue();
        }
        assertThat(LocalState.of(home)).as("after %s", at).isEqualTo(server.state());
    }

    private void churn(OtherClient other, int round) {
        for (int i = 0; i < 3; i++) {
            String text = "From: Churn <churn@churn.example>\r\nTo: sales@example.test\r\nSubject: Round " + round
                    + "\r\nMessage-ID: <" + round + "." + i + "@churn.example>\r\n\r\n"
                    + "text ".repeat(random.nextInt(60))
                    + "\r\n";
            other.append(i < 2 ? "INBOX" : "Sent", text.getBytes(StandardCharsets.UTF_8));
        }
        List<Long> uids = other.uids("INBOX");
        other.addFlags("INBOX", Set.of("\\Flagged"), uids.get(random.nextInt(uids.size())));
        other.removeFlags("INBOX", Set.of("\\Seen"), uids.get(random.nextInt(uids.size())));
        other.expunge("INBOX", uids.getFirst());
        other.move("INBOX", other.uids("INBOX").getLast(), "Archive");
    }
}
