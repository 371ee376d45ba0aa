package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.MessageFlags;
import app.kith.change.Operation.State;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.LocalState;
import app.kith.support.CuttingProxy;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.ServerState;
import app.kith.support.ServerState.FolderState;
import app.kith.support.ServerState.MessageState;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process is killed at every line that it sends to the server, before the server has it and after, and after every commit of its
 * store: no operation is lost, none is done twice, no mail is lost or doubled.
 */
@NeedsDovecot
@SuppressWarnings("NullAway.Init") // Each test starts the server that it needs.
class OperationKillTest {
    private static final MessageFlags FLAGGED = new MessageFlags(MessageFlags.FLAGGED, List.of());
    private static final int SIGN_IN = 5;
    /** Each point where CI asks for many kills; else some of them. */
    private static final boolean ALL = Integer.parseInt(System.getenv().getOrDefault("KITH_KILLS", "10")) >= 50;

    @TempDir
    private Path folder;

    private DovecotServer server;
    private OtherClient other;
    private CuttingProxy proxy;
    private Path home;
    private Desk desk;
    private int mails;
    private int points;
    private final List<Long> four = new ArrayList<>();

    private void start(String kind) throws IOException {
        DovecotServer.Setup setup = DovecotServer.setup();
        server = (kind.equals("MOVE") ? setup.without("COMPRESS") : setup.without("COMPRESS", "MOVE")).start();
        other = server.otherClient();
        proxy = new CuttingProxy(server.port());
        home = folder.resolve("home");
        desk = TestDesk.open(home);
        desk.accounts().add(new Account(0, server.address(), "", new Server("127.0.0.1", proxy.port(), Security.NONE),
                null, server.address(), null, null, null), server.password());
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        proxy.close();
        other.close();
        server.close();
    }

    private static byte[] raw(int number) {
        String text = "From: Anna <anna@customer.example>\r\nTo: sales@example.test\r\nSubject: Kill " + number
                + "\r\nMessage-ID: <kill-" + number + "@customer.example>\r\n\r\nText " + number + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Four new mails: one is flagged; one flagged and archived; one thrown away; one archived, brought back and flagged. */
    private void act() {
        proxy.behave();
        four.clear();
        for (int i = 0; i < 4; i++) {
            other.append("INBOX", raw(++mails));
        }
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        for (int i = 3; i >= 0; i--) {
            long conversation = desk.conversations().ids(0, "kill " + (mails - i), 0)[0];
            four.add(desk.conversations().messages(conversation).getFirst().id());
        }
        desk.operations().flag(List.of(four.get(0), four.get(1)), FLAGGED, MessageFlags.NONE);
        desk.operations().archive(List.of(four.get(1)));
        desk.operations().delete(List.of(four.get(2)));
        desk.operations().archive(List.of(four.get(3)));
        desk.operations().move(List.of(four.get(3)), "INBOX");
        desk.operations().flag(List.of(four.get(3)), FLAGGED, MessageFlags.NONE);
    }

    /** Goes on from what the killed process left on the disk, and looks at both sides. */
    private void goOn(Path killed, String where) throws IOException {
        desk.close();
        proxy.behave();
        home = killed;
        desk = TestDesk.open(home);
        assertThat(TestDesk.sync(desk).status()).as(where).isEqualTo(Status.OK);
        assertThat(TestDesk.sync(desk).folders()).as(where)
                .allMatch(f -> f.agrees() && f.fetched() + f.flagsChanged() + f.vanished() == 0);
        assertThat(desk.operations().list()).as(where).noneMatch(o -> o.state() == State.WAITING);
        assertThat(desk.operations().list()).as("%s: nothing has failed", where).isEmpty();
        ServerState truth = server.state();
        assertThat(truth.messages()).as("%s: nothing lost, nothing doubled", where).isEqualTo(mails);
        List<String> digests = four.stream().map(this::digest).toList();
        check(truth, "INBOX", digests.get(0), true, where);
        check(truth, "Archive", digests.get(1), true, where);
        check(truth, "Trash", digests.get(2), false, where);
        check(truth, "INBOX", digests.get(3), true, where);
        desk.close();
        assertThat(LocalState.of(home)).as(where).isEqualTo(truth);
        desk = TestDesk.open(home);
    }

    private String digest(long message) {
        MessageRow row = desk.conversations().message(message).orElseThrow();
        return HexFormat.of().formatHex(row.digest());
    }

    private static void check(ServerState truth, String path, String digest, boolean flagged, String where) {
        FolderState in = truth.folders().getOrDefault(path, new FolderState(0, Map.of()));
        List<MessageState> found = in.messages().values().stream().filter(m -> m.sha256().equals(digest)).toList();
        assertThat(found).as("%s: in %s", where, path).hasSize(1);
        assertThat(found.getFirst().flags().contains("\\Flagged")).as("%s: flag in %s", where, path)
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVE", "COPY"})
    void killedAtEveryLineToTheServer(String kind) throws IOException {
        start(kind);
        int line = SIGN_IN;
        while (isKilledAt(line, line % 2 == 0) && (!ALL || isKilledAt(line, line % 2 != 0))) {
            line += ALL ? 1 : 3;
        }
        System.out.printf("OperationKillTest: killed at %d lines to a server with %s, 0 failures%n", points, kind);
        assertThat(points).as("points tried").isGreaterThan(5);
    }

    /** Returns false if the pass is over before that line. */
    private boolean isKilledAt(int line, boolean afterwards) throws IOException {
        act();
        Path killed = folder.resolve("killed-" + mails);
        proxy.cutAt(line, afterwards, () -> TestDesk.copy(home, killed));
        TestDesk.sync(desk);
        if (Files.exists(killed)) {
            points++;
            goOn(killed, "line " + line + (afterwards ? " after" : " before"));
            return true;
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVE", "COPY"})
    void killedAfterEveryCommitOfTheStore(String kind) throws Exception {
        start(kind);
        for (int commit = 0;; commit += ALL ? 1 : 3) {
            act();
            Path killed = folder.resolve("killed-" + mails);
            AtomicInteger left = new AtomicInteger(commit);
            StopSignal stop = new StopSignal();
            try (AutoCloseable _ = desk.subscribe(_ -> {
                if (left.getAndDecrement() == 0) {
                    TestDesk.copy(home, killed);
                    stop.request();
                }
            })) {
                desk.sync().pass(desk.accounts().list(), "", stop, _ -> {});
            }
            if (!Files.exists(killed)) {
                break;
            }
            points++;
            goOn(killed, "commit " + commit);
        }
        System.out.printf("OperationKillTest: killed after %d commits with %s, 0 failures%n", points, kind);
        assertThat(points).as("points tried").isGreaterThan(1);
    }
}
