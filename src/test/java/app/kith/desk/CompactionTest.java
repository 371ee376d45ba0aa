package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.desk.Compaction.Result;
import app.kith.mail.Mailbox;
import app.kith.store.DeadMail.Dead;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written over goes from the mail log, and nothing else does. */
class CompactionTest {
    private static final int SAVES = 200;

    @TempDir
    private Path folder;

    private Desk desk;
    private Account account;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder.resolve("home"));
        account = desk.accounts().add(new Account(0, "lin@firm.example", "Lin Yue",
                new Server("127.0.0.1", 1, Security.NONE), new Server("127.0.0.1", 1, Security.NONE),
                "lin@firm.example", null, null, null), "secret").account();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Draft draft(String text, DraftFile... files) {
        return new Draft(List.of(new Mailbox("王小明", "wang@customer.example")), List.of(), List.of(), "报价单", text,
                List.of(), List.of(), List.of(files));
    }

    /** Types a letter that is saved again and again, as the form does. */
    private long type(Random random, int saves, DraftFile... files) {
        StringBuilder text = new StringBuilder();
        long id = 0;
        for (int i = 0; i < saves; i++) {
            for (int word = 0; word < 40; word++) {
                text.append(Long.toString(random.nextLong(), 36)).append(' ');
            }
            id = desk.drafts().save(id, account, draft(text.toString(), files)).id();
        }
        return id;
    }

    private DraftFile file(String content) {
        return desk.drafts().attach(account, "报价.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private String digest(Desk of) {
        Doctor.Findings findings = of.doctor().check(_ -> {});
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.damages()).isEmpty();
        return findings.digest();
    }

    /** The folder as a kill leaves it: copied while the desk is open. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void versionsOfALetterThatWereWrittenOverGo() {
        DraftFile kept = file("prices");
        long id = type(new Random(1), SAVES, kept);
        Draft last = desk.drafts().read(id);
        Result result = desk.compaction().all(() -> false);
        System.out.printf("CompactionTest: %d saves of one letter: the mail log had %d bytes and has %d%n", SAVES,
                result.before(), result.after());
        assertThat(result.messages()).isEqualTo(SAVES - 1);
        assertThat(result.after()).isLessThan(result.before() / 20);
        assertThat(desk.drafts().read(id)).isEqualTo(last);
        assertThat(desk.drafts().content(kept)).isEqualTo("prices".getBytes(StandardCharsets.UTF_8));
        assertThat(desk.compaction().dead()).isZero();
        assertThat(desk.compaction().all(() -> false).files()).isZero();
        String now = digest(desk);
        desk.drafts().save(id, account, draft("one more"));
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(desk.drafts().read(id)).isEqualTo(draft("one more"));
        assertThat(digest(desk)).isNotEqualTo(now);
    }

    @Test
    void theStoreIsWhatTheLogsBuildAgainAfterItAndNumbersGoOn() {
        desk.search();
        long first = type(new Random(1), 20, file("one"));
        long second = type(new Random(2), 20);
        desk.drafts().discard(second);
        desk.drafts().send(first, account, desk.drafts().read(first), Instant.EPOCH);
        long third = type(new Random(3), 20);
        Draft discarded = desk.drafts().read(second);
        desk.close();
        desk = TestDesk.open(folder.resolve("home")); // Forgets the file of the letter that was sent.
        desk.search();
        desk.compaction().all(() -> false);
        String before = digest(desk);
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(digest(desk)).isEqualTo(before);
        long fourth = type(new Random(4), 3);
        assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
        assertThat(desk.drafts().restore(second, account)).as("a letter thrown away can be taken up again")
                .isEqualTo(discarded);
        assertThat(desk.drafts().takeBack(first, account).text()).isNotEmpty();
        digest(desk);
        desk.compaction().all(() -> false);
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        desk.close();
        desk = TestDesk.open(folder.resolve("home"));
        digest(desk);
    }

    @Test
    void aFileThatALetterStillNamesStaysAndOneThatNoneNamesGoes() {
        DraftFile kept = file("kept " + "k".repeat(2000));
        DraftFile dropped = file("dropped " + "d".repeat(2000));
        long id = type(new Random(1), 5, kept, dropped);
        desk.drafts().save(id, account, draft("with one file", kept));
        desk.close();
        desk = TestDesk.open(folder.resolve("home")); // Files that no letter names are forgotten when the folder is opened.
        Result result = desk.compaction().all(() -> false);
        assertThat(result.messages()).as("five versions and a file").isEqualTo(6);
        assertThat(desk.drafts().content(desk.drafts().read(id).files().getFirst())).hasSize(2005);
        digest(desk);
    }

    @Test
    void whatIsStoppedOrKilledGoesOnAnotherTime() {
        long id = type(new Random(1), 40);
        Draft last = desk.drafts().read(id);
        AtomicInteger asked = new AtomicInteger();
        Result stopped = desk.compaction().all(() -> asked.incrementAndGet() > 5);
        assertThat(stopped.files()).isZero();
        digest(desk);
        assertThat(desk.compaction().dead()).as("still in the log").isPositive();
        Path killed = folder.resolve("killed");
        copy(folder.resolve("home"), killed);
        try (Desk again = TestDesk.open(killed)) {
            digest(again);
            Result result = again.compaction().all(() -> false);
            assertThat(result.messages()).isEqualTo(39);
            assertThat(result.after()).isLessThan(result.before() / 4);
            assertThat(again.drafts().read(id)).isEqualTo(last);
            digest(again);
        }
        Path rebuilt = folder.resolve("rebuilt");
        copy(folder.resolve("home"), rebuilt);
        try (Desk again = Desk.open(TestDesk.options(rebuilt).rebuilding())) {
            digest(again);
            assertThat(again.compaction().all(() -> false).messages()).isEqualTo(39);
            assertThat(again.drafts().read(id)).isEqualTo(last);
        }
    }

    @Test
    void itIsWorthItWhereAThirdOfAFileIsDeadAndThatIsMuch() {
        Dead dead = new Dead(1, 1, 5 << 20);
        assertThat(Compaction.chosen(List.of(dead), false, Set.of(1), Map.of(1, 15L << 20))).containsExactly(dead);
        assertThat(Compaction.chosen(List.of(dead), false, Set.of(1), Map.of(1, 16L << 20))).isEmpty();
        assertThat(Compaction.chosen(List.of(dead), true, Set.of(1), Map.of(1, 16L << 20))).containsExactly(dead);
        assertThat(Compaction.chosen(List.of(dead), true, Set.of(), Map.of(1, 1L))).as("it is appended to").isEmpty();
        assertThat(Compaction.chosen(List.of(new Dead(1, 1, 3 << 20)), false, Set.of(1), Map.of(1, 3L << 20)))
                .isEmpty();
    }

    @Test
    void whileMailComesNothingIsDone() {
        type(new Random(1), 10);
        Result result = desk.compaction().whereWorth(() -> false);
        assertThat(result.files()).isZero();
        assertThat(desk.compaction().dead()).isPositive();
        assertThat(Thread.currentThread().getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void aBackupMadeAfterwardsIsWhole() throws Exception {
        long id = type(new Random(1), 30);
        Draft last = desk.drafts().read(id);
        desk.compaction().all(() -> false);
        Backup backup = desk.backups().create(folder.resolve("b.kithbackup"), _ -> {}, () -> false);
        Path restored = folder.resolve("restored");
        BackupFile.restore(backup.file(), restored);
        try (Desk again = TestDesk.open(restored)) {
            assertThat(again.drafts().read(id)).isEqualTo(last);
            assertThat(digest(again)).isEqualTo(digest(desk));
        }
    }
}
