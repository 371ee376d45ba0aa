package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.demo.SampleMailbox;
import app.kith.store.LocalState;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.ServerState;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncProgress;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker against a real Dovecot: what is kept equals what the server holds, UID by UID, flag by flag, byte by byte. */
@NeedsDovecot
class DovecotSyncTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    /** What a server can tell of changes. */
    private static DovecotServer.Setup setup(String kind) {
        return switch (kind) {
            case "QRESYNC" -> DovecotServer.setup();
            case "CONDSTORE" -> DovecotServer.setup().without("QRESYNC");
            case "bare" -> DovecotServer.setup().offering("IMAP4rev1");
            default ->
                DovecotServer.setup().without("QRESYNC", "CONDSTORE", "LIST-STATUS", "LIST-EXTENDED", "SPECIAL-USE",
                        "ID");
        };
    }

    @Test
    void twoThousandMessagesComeInWholeAndASecondPassChangesNothing() throws IOException {
        SampleMailbox mailbox = SampleMailbox.of(3, 2000, NOW);
        try (DovecotServer server = DovecotServer.setup().filledWith(mailbox).start()) {
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                SyncReport report = TestDesk.sync(desk);
                assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
                assertThat(report.messages()).isEqualTo(server.state().messages());
                String digest = desk.doctor().check(_ -> {}).digest();
                assertNothingDone(TestDesk.sync(desk));
                assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(digest);
                assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
            }
            assertSame(server.state(), LocalState.of(home));
        }
    }

    @Test
    void theNewestOfTheInboxAndOfWhatWasSentComeBeforeTheRest() throws IOException {
        try (DovecotServer server = DovecotServer.setup().filledWith(SampleMailbox.of(6, 1200, NOW)).start()) {
            Map<String, Long> fetched = new HashMap<>();
            Map<String, Long> inboxBefore = new HashMap<>();
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                SyncReport report = desk.sync().pass(desk.accounts().list(), "", new StopSignal(), progress -> {
                    if (progress.phase() == SyncProgress.Phase.FETCHING) {
                        inboxBefore.putIfAbsent(progress.folder(), fetched.getOrDefault("INBOX", 0L));
                        fetched.merge(progress.folder(), 1L, Long::sum);
                    }
                }).getFirst();
                assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
                assertThat(report.folders()).allMatch(folder -> folder.fetched() == folder.onServer());
            }
            assertThat(inboxBefore.get("Sent")).as("messages of the inbox before the first of Sent").isEqualTo(200);
            assertThat(fetched.get("INBOX")).isGreaterThan(200);
            assertSame(server.state(), LocalState.of(home));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"QRESYNC", "CONDSTORE", "neither", "bare"})
    void whatAnotherClientDoesIsFollowedExactly(String kind) throws IOException {
        try (DovecotServer server = setup(kind).filledWith(SampleMailbox.of(4, 250, NOW)).start();
                OtherClient other = server.otherClient()) {
            Random random = new Random(kind.hashCode());
            for (int round = 0; round < 4; round++) {
                try (Desk desk = TestDesk.open(home)) {
                    if (round == 0) {
                        TestDesk.add(desk, server);
                    }
                    SyncReport report = TestDesk.sync(desk);
                    assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
                    assertNothingDone(TestDesk.sync(desk));
                }
                assertSame(server.state(), LocalState.of(home));
                churn(other, random, round);
            }
        }
    }

    private static void churn(OtherClient other, Random random, int round) {
        for (String folder : List.of("INBOX", "Sent", "Archive")) {
            List<Long> uids = other.uids(folder);
            for (int i = 0; i < 12; i++) {
                long uid = uids.get(random.nextInt(uids.size()));
                Set<String> flags = Set
                        .of(List.of("\\Seen", "\\Flagged", "\\Answered", "$Label1").get(random.nextInt(4)));
                if (random.nextBoolean()) {
                    other.addFlags(folder, flags, uid);
                } else {
                    other.removeFlags(folder, flags, uid);
                }
            }
            other.expunge(folder, uids.getFirst(), uids.get(uids.size() / 2), uids.getLast());
            other.append(folder, raw(folder, round), "\\Seen");
        }
        List<Long> inbox = other.uids("INBOX");
        other.move("INBOX", inbox.get(inbox.size() / 3), "Archive");
        if (round == 1) {
            other.create("Neu/项目");
            other.append("Neu/项目", raw("project", round));
        }
        if (round == 2) {
            other.delete("Neu/项目");
        }
    }

    private static byte[] raw(String name, int round) {
        String text = "From: Churn <churn@churn.example>\r\nTo: sales@example.test\r\nSubject: " + name + " " + round
                + "\r\nMessage-ID: <" + name.hashCode() + "." + round + "@churn.example>\r\n\r\nText of " + name
                + "\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewUidValidityDoublesNothing() throws IOException {
        try (DovecotServer server = DovecotServer.setup().filledWith(SampleMailbox.of(5, 150, NOW)).start()) {
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                TestDesk.sync(desk);
                Long messages = desk.doctor().check(_ -> {}).counts().get("messages");
                server.newUidValidity("INBOX");
                SyncReport report = TestDesk.sync(desk);
                assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
                assertThat(desk.doctor().check(_ -> {}).counts()).containsEntry("messages", messages);
            }
            assertSame(server.state(), LocalState.of(home));
        }
    }

    @Test
    void aServerWhoseAuthorityIsNotTrustedGetsNoPassword() throws Exception {
        try (DovecotServer server = DovecotServer.setup().start(); Desk desk = TestDesk.open(home)) {
            var account = TestDesk.add(desk, server);
            desk.accounts().edit(new app.kith.account.Account(account.id(), account.email(), "", account.imap(), null,
                    account.user(), null, null, null), "");
            SyncReport report = TestDesk.sync(desk);
            assertThat(report.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(report.errors().getFirst().problem()).isEqualTo(app.kith.words.Problem.TLS_UNTRUSTED);
            assertThat(server.says("no auth attempts")).as("%s", server.log()).isTrue();
        }
    }

    private static void assertNothingDone(SyncReport report) {
        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(report.folders()).allMatch(FolderReport::agrees)
                .allMatch(folder -> folder.fetched() + folder.flagsChanged() + folder.vanished() == 0);
    }

    private static void assertSame(ServerState server, ServerState local) {
        assertThat(local.folders().keySet()).isEqualTo(server.folders().keySet());
        server.folders().forEach((name, folder) -> assertThat(local.folders().get(name)).as(name).isEqualTo(folder));
    }
}
