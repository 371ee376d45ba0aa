package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Operation.State;
import app.kith.demo.SampleMailbox;
import app.kith.store.LocalState;
import app.kith.support.DovecotServer;
import app.kith.support.FaultProxy;
import app.kith.support.FaultProxy.Kind;
import app.kith.support.FaultProxy.Protocol;
import app.kith.support.HostileSmtp;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.ServerState;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network fails at the protocol's steps, one after another: cut before, within and behind a step, cut with the command done and
 * its answer lost, dribbling, and over TLS with changed bytes. Each pass also has to tell the server what the user did to mail, and to
 * send a letter. After each, one clean pass makes what is kept equal to what the server holds, with nothing lost or doubled, nothing
 * left to be told, and the letter sent once. More points by the environment's KITH_FAULTS, others by {@code -Dkith.seed=N}.
 */
@NeedsDovecot
class FaultTest {
    private static final int POINTS = Integer.parseInt(System.getenv().getOrDefault("KITH_FAULTS", "40"));
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int FIRST_PULL_EVERY = 5;
    private static final int SENDING_EVERY = 7;

    @TempDir
    private Path folder;

    /** The steps still to be tried of each kind of pass. */
    private final Map<String, Map<Kind, Integer>> next = new TreeMap<>();
    private final Random random = new Random(SEED);
    /** SHA-256 of the mails that the other program removed for good. */
    private final Set<String> removed = new HashSet<>();
    private int points;
    private int letters;
    private int late;

    @Test
    void aNetworkThatFailsAtAnyStepCostsNothing() throws IOException, GeneralSecurityException {
        try (DovecotServer server = DovecotServer.setup().without("COMPRESS")
                .filledWith(SampleMailbox.of(8, 40, Instant.EPOCH)).start();
                OtherClient other = server.otherClient();
                HostileSmtp smtp = new HostileSmtp(null);
                FaultProxy plain = new FaultProxy(server.port(), Protocol.IMAP);
                FaultProxy tls = new FaultProxy(server.tlsPort(), Protocol.OPAQUE);
                FaultProxy sending = new FaultProxy(smtp.port(), Protocol.SMTP)) {
            Path home = folder;
            int messages = server.state().messages();
            WalkUser user = new WalkUser(random, new WalkModel(), smtp);
            for (int round = 0; points < POINTS; round++) {
                Kind kind = KINDS.get(round % KINDS.size());
                FaultProxy imap = kind == Kind.GARBLE ? tls : plain;
                boolean first = round % FIRST_PULL_EVERY == 0;
                if (first) {
                    home = folder.resolve("home-" + round);
                    letters += user.letters();
                    user = new WalkUser(random, new WalkModel(), smtp);
                } else {
                    churn(other, round);
                    messages += 2;
                }
                messages++; // The letter's copy in Sent.
                Account account = account(server, imap, sending, kind == Kind.GARBLE);
                boolean onItsWayOut = round % SENDING_EVERY == 1 && kind != Kind.GARBLE;
                String pass = onItsWayOut ? "sending" : first ? "first pull" : "later pass";
                String at = passWithFault(home, new Setting(account, server.password(), first, pass),
                        onItsWayOut ? sending : imap, kind, user);
                finishAndCompare(home, server, user, messages, at);
            }
            letters += user.letters();
        }
        System.out.printf(
                "FaultTest: %d points, %d letters, %d moves of mail removed meanwhile, 0 failures (seed %d)%n",
                points, letters, late, SEED);
    }

    /** A pass that is to be disturbed. */
    private record Setting(Account account, String secret, boolean first, String pass) {}

    private String passWithFault(Path home, Setting setting, FaultProxy proxy, Kind kind, WalkUser user) {
        try (Desk desk = TestDesk.open(home)) {
            if (setting.first()) {
                desk.accounts().add(setting.account(), setting.secret());
            } else {
                desk.accounts().edit(setting.account(), "");
            }
            act(desk, user);
            Map<Kind, Integer> steps = next.computeIfAbsent(setting.pass(), _ -> new EnumMap<>(Kind.class));
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

    /** What the user does before the pass; a first pull finds no mail to do anything to. */
    private static void act(Desk desk, WalkUser user) {
        user.look(desk);
        user.mark(desk);
        user.move(desk);
        user.send(desk);
        user.mark(desk);
        user.write(desk);
    }

    private static Account account(DovecotServer server, FaultProxy imap, FaultProxy smtp, boolean tls)
            throws IOException {
        return new Account(1, server.address(), "",
                new Server("localhost", imap.port(), tls ? Security.TLS : Security.NONE),
                new Server("localhost", smtp.port(), Security.NONE), server.address(), null, null,
                Files.readString(server.authority()));
    }

    private void finishAndCompare(Path home, DovecotServer server, WalkUser user, int messages, String at) {
        try (Desk desk = TestDesk.open(home)) {
            SyncReport report = TestDesk.sync(desk);
            assertThat(report.status()).as("after %s: %s", at, report.errors()).isEqualTo(Status.OK);
            if (user.answerDoubts(desk)) {
                assertThat(TestDesk.sync(desk).status()).as("after %s, letter settled", at).isEqualTo(Status.OK);
            }
            forgetMovesOfRemoved(desk);
            assertThat(desk.operations().list()).as("after %s: nothing waits or has failed", at).isEmpty();
            user.checkLetters(desk, "after " + at);
            assertThat(desk.doctor().check(_ -> {}).healthy()).as("after %s", at).isTrue();
        }
        ServerState truth = server.state();
        assertThat(truth.messages()).as("after %s: nothing lost or doubled", at).isEqualTo(messages);
        assertThat(LocalState.of(home)).as("after %s", at).isEqualTo(truth);
    }

    /** A mail that the other program removed for good, and that the user wanted elsewhere before he knew: that move has failed. */
    private void forgetMovesOfRemoved(Desk desk) {
        desk.operations().list().stream()
                .filter(move -> move.state() == State.FAILED && removed.contains(WalkUser.digest(desk, move.message())))
                .forEach(move -> {
                    assertThat(desk.operations().lying(move.message())).isEmpty();
                    desk.operations().cancel(move.id());
                    late++;
                });
    }

    /** Three mails come, one is removed for good, others are flagged and moved. */
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
        removed.add(other.digest("INBOX", uids.getFirst()));
        other.expunge("INBOX", uids.getFirst());
        other.move("INBOX", other.uids("INBOX").getLast(), "Archive");
    }
}
