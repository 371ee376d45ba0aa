package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.change.MessageFlags;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of which only the headers are fetched; a mail comes as a whole when it is opened. */
@NeedsDovecot
class HeadersOnlyTest {
    @TempDir
    private Path home;

    private DovecotServer server;
    private OtherClient other;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        server = DovecotServer.setup().start();
        other = server.otherClient();
        desk = TestDesk.open(home);
        Account account = TestDesk.add(desk, server);
        desk.accounts().edit(account.with(Scope.ALL.withHeadersOnly(true)), "");
        for (int i = 0; i < 5; i++) {
            other.append("INBOX", raw("Number" + i));
        }
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        other.close();
        server.close();
    }

    private static byte[] raw(String subject) {
        return ("From: Anna Berg <anna@customer.example>\r\nTo: sales@example.test\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject + "@customer.example>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The text of " + subject + "</p>\r\n"
                + "--b\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
                + "x".repeat(60_000) + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private MessageRow row(String subject) {
        long[] ids = desk.conversations().ids(0, subject, 0);
        assertThat(ids).as(subject).hasSize(1);
        List<MessageRow> rows = desk.conversations().messages(ids[0]);
        assertThat(rows).as(subject).hasSize(1);
        return rows.getFirst();
    }

    private SyncReport sync() {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as(String.valueOf(report.errors())).isEqualTo(Status.OK);
        assertThat(report.folders()).allMatch(FolderReport::agrees);
        return report;
    }

    private void scope(Scope scope) {
        desk.accounts().edit(desk.accounts().list().getFirst().with(scope), "");
    }

    @Test
    void onlyHeadersComeAndAnOpenedMailComesAsAWholeAndStaysTheSame() {
        SyncReport report = sync();
        FolderReport inbox = report.folders().stream().filter(f -> f.folder().equals("INBOX")).findFirst()
                .orElseThrow();
        assertThat(inbox.fetched()).isEqualTo(5);
        assertThat(inbox.bytes()).as("no body came").isLessThan(5 * 1000);
        MessageRow before = row("Number3");
        assertThat(before.headerOnly()).isTrue();
        assertThat(before.senderName()).isEqualTo("Anna Berg");
        assertThat(desk.mails().read(before.id()).text()).isBlank();
        desk.operations().flag(List.of(before.id()), new MessageFlags(MessageFlags.FLAGGED, List.of()),
                MessageFlags.NONE);
        desk.mails().complete(before.id());
        MessageRow after = row("Number3");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.headerOnly()).isFalse();
        assertThat(after.flagged()).isTrue();
        assertThat(after.attachments()).isEqualTo(1);
        assertThat(after.size()).isEqualTo(raw("Number3").length);
        assertThat(desk.mails().raw(after.id())).isEqualTo(raw("Number3"));
        assertThat(desk.mails().read(after.id()).html()).contains("The text of Number3");
        desk.mails().complete(after.id());
        sync();
        assertThat(desk.operations().list()).isEmpty();
        assertThat(row("Number3").headerOnly()).isFalse();
        assertThat(row("Number2").headerOnly()).isTrue();
        String digest = desk.doctor().check(_ -> {}).digest();
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).as("the logs say the same").isEqualTo(digest);
        assertThat(desk.mails().raw(row("Number3").id())).isEqualTo(raw("Number3"));
    }

    @Test
    void aMailThatIsMovedElsewhereOrLiesTwiceIsOneMailWholeOrNot() {
        other.append("Archive", raw("Number1"));
        sync();
        desk.mails().complete(row("Number4").id());
        other.move("INBOX", other.uids("INBOX").getLast(), "Archive");
        other.move("INBOX", other.uids("INBOX").getFirst(), "Archive");
        sync();
        assertThat(row("Number4").headerOnly()).as("it is known by its header, and stays whole").isFalse();
        assertThat(row("Number0").headerOnly()).isTrue();
        assertThat(row("Number1").headerOnly()).isTrue();
        desk.mails().complete(row("Number1").id());
        assertThat(desk.mails().raw(row("Number1").id())).isEqualTo(raw("Number1"));
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void mailsWithoutAnIdAreNeverTakenForEachOther() {
        String header = "From: a@b.example\r\nSubject: Report\r\n\r\n";
        other.append("Archive", (header + "first").getBytes(StandardCharsets.US_ASCII));
        other.append("Archive", (header + "second").getBytes(StandardCharsets.US_ASCII));
        sync();
        scope(Scope.ALL);
        sync();
        List<String> texts = desk.conversations().messages(desk.conversations().ids(0, "Report", 0)[0]).stream()
                .map(row -> desk.mails().read(row.id()).text().strip()).toList();
        List<String> all = desk.conversations().ids(0, "Report", 0).length == 1
                ? texts
                : java.util.Arrays.stream(desk.conversations().ids(0, "Report", 0)).boxed()
                        .flatMap(id -> desk.conversations().messages(id).stream())
                        .map(row -> desk.mails().read(row.id()).text().strip()).toList();
        assertThat(all).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void offlineThereIsOnePlainSentence() throws IOException {
        sync();
        long id = row("Number1").id();
        server.close();
        assertThatExceptionOfType(KithException.class).isThrownBy(() -> desk.mails().complete(id))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.BODY_ON_SERVER));
        assertThat(row("Number1").headerOnly()).isTrue();
    }

    @Test
    void whatNoServerHasAnyMoreIsSaid() {
        sync();
        long id = row("Number1").id();
        other.expunge("INBOX", other.uids("INBOX").get(1));
        assertThatExceptionOfType(KithException.class).isThrownBy(() -> desk.mails().complete(id))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.NOT_ON_SERVER));
        sync();
    }

    @Test
    void whereWholeMailIsWantedAgainTheRestComesWithTheNextPass() {
        sync();
        desk.mails().complete(row("Number0").id());
        scope(Scope.ALL);
        other.append("INBOX", raw("Number5"));
        SyncReport report = sync();
        assertThat(report.folders().stream().mapToLong(FolderReport::fetched).sum()).isEqualTo(5);
        for (int i = 0; i < 6; i++) {
            assertThat(row("Number" + i).headerOnly()).as("Number" + i).isFalse();
            assertThat(desk.mails().raw(row("Number" + i).id())).isEqualTo(raw("Number" + i));
        }
        assertThat(sync().folders()).allMatch(folder -> folder.fetched() == 0);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void aMailThatIsMovedWhileWholeMailIsWantedAgainIsStillTheSame() throws IOException {
        sync();
        long moved = row("Number0").id();
        desk.mails().complete(row("Number4").id());
        Long messages = desk.doctor().check(_ -> {}).counts().get("messages");
        scope(Scope.ALL);
        other.move("INBOX", other.uids("INBOX").getLast(), "Archive");
        other.move("INBOX", other.uids("INBOX").getFirst(), "Archive");
        sync();
        assertThat(desk.doctor().check(_ -> {}).counts()).containsEntry("messages", messages);
        assertThat(row("Number0").id()).isEqualTo(moved);
        for (String subject : List.of("Number0", "Number4")) {
            assertThat(row(subject).headerOnly()).as(subject).isFalse();
            assertThat(desk.mails().raw(row(subject).id())).isEqualTo(raw(subject));
            assertThat(desk.operations().lying(row(subject).id())).singleElement()
                    .satisfies(place -> assertThat(place.folder().path()).isEqualTo("Archive"));
        }
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        String digest = desk.doctor().check(_ -> {}).digest();
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).as("the logs say the same").isEqualTo(digest);
    }
}
