package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.change.MessageFlags;
import app.kith.demo.SampleMailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.LocalState;
import app.kith.support.CyrusServer;
import app.kith.support.NeedsCyrus;
import app.kith.support.OtherClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker against a real server that is not Dovecot: what is kept equals what the server holds, whoever changed it. */
@NeedsCyrus
class CyrusSyncTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    private CyrusServer server;

    @BeforeEach
    void start() {
        server = new CyrusServer();
        server.fill(SampleMailbox.of(4, 120, NOW));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void passAndCompare(Desk desk, boolean nothingDone) {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
        assertThat(report.folders()).allMatch(FolderReport::agrees);
        if (nothingDone) {
            assertThat(report.folders())
                    .allMatch(folder -> folder.fetched() + folder.flagsChanged() + folder.vanished() == 0);
        }
    }

    @Test
    void whatAnotherClientDoesIsFollowedExactly() throws IOException {
        for (int round = 0; round < 3; round++) {
            try (Desk desk = TestDesk.open(home)) {
                if (round == 0) {
                    TestDesk.add(desk, server);
                }
                passAndCompare(desk, false);
                passAndCompare(desk, true);
                assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
            }
            assertThat(LocalState.of(home)).isEqualTo(server.state());
            churn(round);
        }
    }

    private void churn(int round) {
        try (OtherClient other = server.otherClient()) {
            List<Long> uids = other.uids("INBOX");
            other.addFlags("INBOX", Set.of("\\Flagged", "$Label1"), uids.get(round), uids.getLast());
            other.removeFlags("INBOX", Set.of("\\Seen"), uids.get(uids.size() / 2), uids.get(uids.size() / 3));
            other.expunge("INBOX", uids.get(2), uids.get(uids.size() / 4));
            other.move("INBOX", uids.get(uids.size() / 5), "Archive");
            other.append("Sent", ("From: a@x.example\r\nSubject: R" + round + "\r\n\r\nText\r\n")
                    .getBytes(StandardCharsets.UTF_8), "\\Seen");
            if (round == 0) {
                other.create("Neu/项目");
                other.append("Neu/项目", "Subject: P\r\n\r\nText\r\n".getBytes(StandardCharsets.UTF_8));
            } else if (round == 1) {
                other.delete("Neu/项目");
                assertThat(server.newUidValidity("Archive")).isTrue();
            }
        }
    }

    @Test
    void whatTheUserDoesOfflineIsTheServersAfterwards() throws IOException {
        try (Desk desk = TestDesk.open(home)) {
            Account account = TestDesk.add(desk, server);
            passAndCompare(desk, false);
            List<Long> mails = desk.conversations().messages(desk.conversations().ids(0, "", 0)[0]).stream()
                    .map(MessageRow::id).toList();
            long first = mails.getFirst();
            desk.operations().flag(mails, new MessageFlags(MessageFlags.FLAGGED, List.of("$Label2")),
                    MessageFlags.NONE);
            desk.operations().move(List.of(first), "Archive");
            desk.operations().archive(mails);
            desk.operations().delete(List.of(first));
            passAndCompare(desk, false);
            assertThat(desk.operations().list()).isEmpty();
            passAndCompare(desk, true);
            assertThat(desk.operations().lying(first)).extracting(place -> place.folder().path())
                    .containsExactly("Trash");
            assertThat(account.user()).isEqualTo(server.address());
        }
        assertThat(LocalState.of(home)).isEqualTo(server.state());
    }
}
