package app.kith.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.CuttingProxy;
import app.kith.support.DovecotServer;
import app.kith.support.HostileSmtp;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.TestDesk;
import app.kith.sync.DraftStep;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that are being written lie on the server too, one copy each, as long as they are drafts. */
@NeedsDovecot
class DraftCopiesTest {
    private static final Draft LETTER = new Draft(
            List.of(new Mailbox("王小明", "wang@firm.example"), new Mailbox("", "not yet an addr")), List.of(),
            List.of(new Mailbox("", "boss@firm.example")), "报价单", "您好", List.of("q@b.example"),
            List.of("q@b.example"), List.of());

    @TempDir
    private Path folder;

    private DovecotServer server;
    private OtherClient other;
    private CuttingProxy proxy;
    private HostileSmtp smtp;
    private Path home;
    private Desk desk;
    private Account account;

    @BeforeEach
    void start() throws Exception {
        server = DovecotServer.setup().without("COMPRESS").start();
        other = server.otherClient();
        proxy = new CuttingProxy(server.port());
        smtp = new HostileSmtp(null);
        home = folder.resolve("home");
        desk = TestDesk.open(home);
        account = desk.accounts().add(new Account(0, server.address(), "Lin Yue",
                new Server("127.0.0.1", proxy.port(), Security.NONE),
                new Server("127.0.0.1", smtp.port(), Security.NONE), server.address(), null, null, null),
                server.password()).account();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        proxy.close();
        smtp.close();
        other.close();
        server.close();
    }

    private void sync() {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as(String.valueOf(report.errors())).isEqualTo(Status.OK);
    }

    /** Writes and closes a letter. */
    private long write(long id, Draft draft) {
        long number = desk.drafts().save(id, account, draft).id();
        desk.drafts().close(number);
        return number;
    }

    /** The mails in the folder of drafts on the server. */
    private List<Mail> copies() {
        return other.folders().contains("Drafts")
                ? other.uids("Drafts").stream().map(uid -> new MailReader().read(other.raw("Drafts", uid))).toList()
                : List.of();
    }

    /** What waits to be done, as the page of waiting changes shows it. */
    private List<DraftStep.Kind> waiting() {
        return desk.draftsWaiting().stream().map(DraftStep::kind).toList();
    }

    @Test
    void whatWaitsForTheServerIsKnown() {
        assertThat(waiting()).isEmpty();
        long id = write(0, LETTER);
        assertThat(desk.draftsWaiting()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(DraftStep.Kind.PUT);
            assertThat(step.account().email()).isEqualTo(server.address());
            assertThat(step.letter().id()).isEqualTo(id);
            assertThat(desk.conversations().message(step.letter().message())).get()
                    .extracting(MessageRow::subject).isEqualTo("报价单");
        });
        sync();
        assertThat(waiting()).as("the copy lies there").isEmpty();
        write(id, LETTER.with(List.of(desk.drafts().attach(account, "a.txt", "text/plain", new byte[10]))));
        assertThat(waiting()).containsExactly(DraftStep.Kind.REPLACE);
        sync();
        assertThat(waiting()).isEmpty();
        desk.drafts().discard(id);
        assertThat(waiting()).containsExactly(DraftStep.Kind.REMOVE);
        sync();
        assertThat(waiting()).isEmpty();
        assertThat(copies()).isEmpty();
    }

    @Test
    void aLetterThatIsTooLargeForAServersFolderDoesNotWait() {
        desk.accounts().edit(account.with(Scope.ALL.withLargest(100_000)), "");
        write(0, LETTER.with(List.of(desk.drafts().attach(account, "a.bin", "application/octet-stream",
                new byte[90_000]))));
        assertThat(waiting()).isEmpty();
        write(0, LETTER.with(List.of(desk.drafts().attach(account, "b.bin", "application/octet-stream",
                new byte[60_000]))));
        assertThat(waiting()).containsExactly(DraftStep.Kind.PUT);
    }

    @Test
    void aClosedLetterLiesOnTheServerAndAnOpenOneDoesNot() {
        DraftFile file = desk.drafts().attach(account, "a.txt", "text/plain",
                "prices".getBytes(StandardCharsets.UTF_8));
        long id = desk.drafts().save(0, account, LETTER.with(List.of(file))).id();
        sync();
        assertThat(copies()).as("somebody is writing on it").isEmpty();
        desk.drafts().close(id);
        sync();
        assertThat(copies()).singleElement().satisfies(copy -> {
            assertThat(copy.subject()).isEqualTo("报价单");
            assertThat(copy.text().strip()).isEqualTo("您好");
            assertThat(copy.to()).extracting(Mailbox::address).containsExactly("wang@firm.example");
            assertThat(copy.attachments()).hasSize(1);
            assertThat(copy.inReplyTo()).containsExactly("q@b.example");
        });
        byte[] raw = other.raw("Drafts", other.uids("Drafts").getFirst());
        assertThat(new String(raw, StandardCharsets.UTF_8)).contains("Bcc: boss@firm.example");
        assertThat(requireNonNull(server.state().folders().get("Drafts")).messages().values().iterator().next().flags())
                .isEqualTo(Set.of("\\Draft", "\\Seen"));
        for (int i = 0; i < 3; i++) {
            sync();
        }
        assertThat(copies()).as("never doubled").hasSize(1);
        assertThat(desk.conversations().ids(0, "", 0)).as("a draft is no correspondence").isEmpty();
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void theNextVersionTakesThePlaceOfTheFormerOneAndSendingRemovesIt() {
        long id = write(0, LETTER);
        sync();
        Draft whole = new Draft(List.of(new Mailbox("", "wang@firm.example")), List.of(), List.of(), "报价单", "新的",
                List.of(), List.of(), List.of());
        write(id, whole);
        sync();
        assertThat(copies()).extracting(copy -> copy.text().strip()).containsExactly("新的");
        desk.drafts().send(id, account, whole, Instant.EPOCH);
        sync();
        assertThat(smtp.taken()).hasSize(1);
        sync();
        assertThat(copies()).isEmpty();
        assertThat(other.uids("Sent")).hasSize(1);
    }

    @Test
    void aLetterThatIsThrownAwayOrMovedToAnotherAccountLeavesNothingBehind() {
        long one = write(0, LETTER);
        write(0, LETTER.saying("another one"));
        other.append("Drafts",
                "Subject: of another program\r\nMessage-ID: <x@y>\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII));
        sync();
        assertThat(copies()).hasSize(3);
        desk.drafts().discard(one);
        sync();
        assertThat(copies()).extracting(Mail::subject).containsExactlyInAnyOrder("报价单", "of another program");
    }

    @Test
    void aCopyThatAnotherProgramRemovedIsNotPutThereAgainUntilTheLetterIsChanged() {
        long id = write(0, LETTER);
        sync();
        sync();
        other.expunge("Drafts", other.uids("Drafts").getFirst());
        sync();
        sync();
        assertThat(copies()).isEmpty();
        assertThat(desk.drafts().read(id)).as("the letter itself is kept").isEqualTo(LETTER);
        write(id, LETTER.saying("gone on with"));
        sync();
        assertThat(copies()).hasSize(1);
    }

    @Test
    void aFolderOfDraftsThatIsNotFetchedIsLeftAlone() {
        other.create("Drafts-old");
        desk.accounts().edit(account.with(Scope.ALL.withLeftOut(List.of("Drafts"))), "");
        write(0, LETTER);
        TestDesk.sync(desk);
        assertThat(copies()).isEmpty();
    }

    @Test
    void cutOrKilledAtEveryLineTheServerHasOneCopyInTheEnd() throws IOException {
        sync();
        int points = 0;
        for (int line = 5;; line++) {
            for (boolean afterwards : List.of(false, true)) {
                proxy.behave();
                long id = write(0, LETTER.saying("version one of " + line + afterwards));
                sync();
                write(id, LETTER.saying("version two of " + line + afterwards));
                Path killed = folder.resolve("killed-" + line + afterwards);
                proxy.cutAt(line, afterwards, () -> TestDesk.copy(home, killed));
                TestDesk.sync(desk);
                if (!Files.exists(killed)) {
                    System.out.printf("DraftCopiesTest: killed at %d points, 0 failures%n", points);
                    assertThat(points).as("points tried").isGreaterThan(10);
                    return;
                }
                points++;
                proxy.behave();
                desk.close();
                home = killed;
                desk = TestDesk.open(home);
                sync();
                sync();
                assertThat(copies()).as("line %d %s", line, afterwards).extracting(copy -> copy.text().strip())
                        .containsExactly("version two of " + line + afterwards);
                desk.drafts().discard(id);
                sync();
                sync();
                assertThat(copies()).isEmpty();
            }
        }
    }
}
