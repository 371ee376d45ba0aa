package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.store.LocalState;
import app.kith.store.SyncView.FolderRow;
import app.kith.store.SyncView.Kept;
import app.kith.support.CyrusServer;
import app.kith.support.DovecotServer;
import app.kith.support.FaultProxy;
import app.kith.support.FaultProxy.Kind;
import app.kith.support.FaultProxy.Protocol;
import app.kith.support.HostileSmtp;
import app.kith.support.MailServer;
import app.kith.support.NeedsCyrus;
import app.kith.support.NeedsDovecot;
import app.kith.support.ServerState;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server, another program, the user and the network take random steps; after each pass that comes to its end both sides agree, no
 * mail is lost or doubled, the user's word holds, nothing waits any more, and every letter has gone out once. More steps by the
 * environment's KITH_WALK, others by {@code -Dkith.seed=N}, which also takes the same ones again.
 */
@NeedsDovecot
@SuppressWarnings("NullAway.Init") // Each walk has a server of its own.
class RandomWalkTest {
    private static final int STEPS = Integer.parseInt(System.getenv().getOrDefault("KITH_WALK", "300"));
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final int KINDS = 4;
    private static final int MANY_MAILS = 30;
    /** On a plain connection nobody could tell that bytes were changed. */
    private static final List<Kind> FAULTS = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.GARBLE).toList();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final WalkModel model = new WalkModel();
    private final List<String> story = new ArrayList<>();
    private MailServer server;
    private FaultProxy imap;
    private FaultProxy letters;
    private WalkOther other;
    private WalkUser user;
    private Path home;
    private Desk desk;
    private boolean copies;
    private int passes;

    @ParameterizedTest
    @ValueSource(strings = {"all", "no QRESYNC", "no MOVE"})
    void bothSidesAgreeWhateverHappensInWhateverOrder(String kind) throws Exception {
        copies = kind.equals("no MOVE");
        DovecotServer.Setup setup = switch (kind) { // What is compressed cannot be read on the way.
            case "all" -> DovecotServer.setup().without("COMPRESS");
            case "no QRESYNC" -> DovecotServer.setup().without("COMPRESS", "QRESYNC");
            default -> DovecotServer.setup().without("COMPRESS", "MOVE", "CONDSTORE", "QRESYNC");
        };
        try (DovecotServer dovecot = setup.start()) {
            walk(dovecot, kind);
        }
    }

    @Test
    @NeedsCyrus
    void bothSidesAgreeWithAServerOfAnotherFamilyToo() throws Exception {
        try (CyrusServer cyrus = new CyrusServer()) {
            walk(cyrus, "Cyrus");
        }
    }

    private void walk(MailServer real, String kind) throws Exception {
        try (HostileSmtp smtp = new HostileSmtp(null);
                FaultProxy toServer = new FaultProxy(real.port(), Protocol.IMAP);
                FaultProxy toSmtp = new FaultProxy(smtp.port(), Protocol.SMTP);
                WalkOther others = new WalkOther(real, random, model)) {
            server = real;
            imap = toServer;
            letters = toSmtp;
            other = others;
            user = new WalkUser(random, model, smtp);
            home = folder.resolve("home");
            desk = TestDesk.open(home);
            Server to = new Server("127.0.0.1", letters.port(), Security.NONE);
            desk.accounts().add(new Account(0, server.address(), "", new Server("127.0.0.1", imap.port(),
                    Security.NONE), to, server.address(), null, null, null), server.password());
            try {
                walk();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + SEED + ", " + kind + ": " + story, e);
            } finally {
                desk.close();
            }
        }
        System.out.printf("RandomWalkTest: %d steps (%s), %d passes, %d letters, 0 failures (seed %d)%n",
                STEPS / KINDS, kind, passes, user.letters(), SEED);
    }

    private void walk() throws Exception {
        for (int step = 0; step < STEPS / KINDS; step++) {
            story.add(step + " ");
            String what = step();
            if (!story.isEmpty()) {
                story.set(story.size() - 1, story.getLast() + what);
            }
        }
        story.add("end ");
        agree();
        openAgain(home);
    }

    private String step() throws Exception {
        int dice = random.nextInt(100);
        if (dice < 50) {
            return othersStep(dice);
        }
        if (dice < 60) {
            return "marked " + user.mark(desk);
        }
        if (dice < 68) {
            return "moved " + user.move(desk);
        }
        if (dice < 80) {
            return "put " + user.send(desk);
        }
        if (dice < 84) {
            return random.nextInt(6) == 0 ? "took back " + user.takeBack(desk) : user.thinkAgain(desk);
        }
        return dice < 87 ? "wrote " + user.write(desk) : pass(dice);
    }

    private String othersStep(int dice) {
        if (dice < 20) {
            return model.size() < MANY_MAILS ? "arrived " + other.arrive() : "expunged " + other.expunge();
        }
        if (dice < 32) {
            return "others flagged " + other.flag(desk);
        }
        if (dice < 40) {
            return "others moved " + other.move();
        }
        if (dice < 46) {
            return "others expunged " + other.expunge();
        }
        return dice < 49 ? "others " + other.changeFolders() : "numbered anew " + other.numberAnew();
    }

    private String pass(int dice) throws Exception {
        if (dice < 91) {
            agree();
            return "pass";
        }
        if (dice < 97) {
            return passWithFault(dice < 95 ? imap : letters, dice < 95 ? 60 : 25);
        }
        if (dice < 99) {
            return killedPass();
        }
        openAgain(home);
        return "opened again";
    }

    private String passWithFault(FaultProxy proxy, int steps) {
        proxy.arm(FAULTS.get(random.nextInt(FAULTS.size())), random.nextInt(steps));
        SyncReport report = TestDesk.sync(desk);
        String at = proxy.disarm();
        user.look(desk);
        if (report.status() != Status.OK) {
            assertThat(at).as("%s", report.errors()).isNotEmpty();
        }
        resumeAtOnceIfCopied();
        return "fault " + at;
    }

    /** Where mail is copied and then removed, what was cut between the two is not to be touched by others. */
    private void resumeAtOnceIfCopied() {
        if (copies) {
            agree();
        }
    }

    /** The process is killed after a commit; a new one goes on from what lies on the disk then. */
    private String killedPass() throws Exception {
        Path killed = folder.resolve("killed-" + passes);
        int commit = random.nextInt(5);
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
        openAgain(Files.exists(killed) ? killed : home);
        resumeAtOnceIfCopied();
        return "killed after commit " + commit;
    }

    private void openAgain(Path next) {
        desk.close();
        home = next;
        if (story.getLast().startsWith("end ")) {
            assertThat(LocalState.of(home)).isEqualTo(server.state());
        }
        desk = TestDesk.open(home);
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        user.look(desk);
    }

    /** Runs a pass that nothing disturbs, and looks at both sides. */
    private void agree() {
        String where = "pass " + ++passes;
        sync(where);
        if (user.answerDoubts(desk)) {
            sync(where);
        }
        assertThat(desk.operations().list()).as(where).noneMatch(operation -> operation.state() == State.WAITING);
        assertThat(desk.operations().list()).as(where).extracting(Operation::reason).doesNotContain("");
        user.checkLetters(desk, where);
        ServerState truth = server.state();
        model.check(truth, where);
        assertThat(kept()).as(where).isEqualTo(flags(truth));
        user.look(desk);
        story.clear();
        story.add(where + ", then ");
    }

    private void sync(String where) {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as("%s: %s %s", where, report.errors(), report.folders()).isEqualTo(Status.OK);
    }

    private Map<String, Map<Long, Set<String>>> kept() {
        Map<String, Map<Long, Set<String>>> folders = new HashMap<>();
        for (FolderRow row : desk.folders().folders(1)) {
            if (row.selectable()) {
                Kept kept = desk.folders().kept(row.id());
                Map<Long, Set<String>> messages = new HashMap<>();
                Arrays.stream(kept.uids()).forEach(uid -> messages.put(uid,
                        new HashSet<>(Objects.requireNonNull(kept.flags(uid)).words())));
                folders.put(row.key().path(), messages);
            }
        }
        return folders;
    }

    private static Map<String, Map<Long, Set<String>>> flags(ServerState truth) {
        Map<String, Map<Long, Set<String>>> folders = new HashMap<>();
        truth.folders().forEach((path, folder) -> {
            Map<Long, Set<String>> messages = new HashMap<>();
            folder.messages().forEach((uid, message) -> messages.put(uid, message.flags()));
            folders.put(path, messages);
        });
        return folders;
    }
}
