package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.FolderRole;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.SyncView.FolderRow;
import app.kith.support.ScriptedImap;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that name their messages themselves (Gmail, EMAILID), and servers that have folders of several people. */
class NamedMailTest {
    @TempDir
    private Path home;

    private static String mail(String subject) {
        return "From: a@b.example\r\nTo: me@firm.example\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject
                + "@b.example>\r\n\r\nText\r\n";
    }

    private static Account add(Desk desk, ScriptedImap server) {
        return desk.accounts().add(new Account(0, "me@firm.example", "",
                new Server("127.0.0.1", server.port(), Security.NONE), null, "me", null, null, null), "secret")
                .account();
    }

    private static Map<String, Long> fetched(SyncReport report) {
        return report.folders().stream().collect(Collectors.toMap(FolderReport::folder, FolderReport::fetched));
    }

    private static Map<String, Long> local(SyncReport report) {
        return report.folders().stream().collect(Collectors.toMap(FolderReport::folder, FolderReport::local));
    }

    @ParameterizedTest
    @CsvSource({"X-GM-EXT-1 SPECIAL-USE, 1278455344230334865, 1278455344230334866",
            "OBJECTID SPECIAL-USE, M6d99ac3275bb4e, M5fdc09b49ea703"})
    void aMailWithSeveralLabelsIsFetchedOnceAndAllMailNotAtAll(String capabilities, String one, String two)
            throws IOException {
        try (ScriptedImap server = new ScriptedImap(capabilities); Desk desk = TestDesk.open(home)) {
            server.folder("INBOX", "", false);
            server.folder("Customers/East", "", false);
            server.folder("[Gmail]/All Mail", "\\All", false);
            server.put(one, mail("one"), "INBOX", "Customers/East", "[Gmail]/All Mail");
            server.put(two, mail("two"), "[Gmail]/All Mail");
            add(desk, server);
            SyncReport report = TestDesk.sync(desk);
            assertThat(report.status()).as(String.valueOf(report.errors())).isEqualTo(Status.OK);
            assertThat(local(report)).isEqualTo(Map.of("INBOX", 1L, "Customers/East", 1L, "[Gmail]/All Mail", 2L));
            assertThat(server.bodies()).as("each body is asked for once").isEqualTo(2);
            assertThat(fetched(report)).isEqualTo(Map.of("INBOX", 1L, "Customers/East", 0L, "[Gmail]/All Mail", 1L));
            ConversationRow row = desk.conversations().find(desk.conversations().ids(0, "one", 0)[0]).orElseThrow();
            assertThat(row.messages()).as("one message, three places").isEqualTo(1);
            assertThat(desk.operations().lying(row.id())).hasSize(3);
        }
        try (ScriptedImap server = new ScriptedImap(capabilities);
                Desk desk = Desk.open(TestDesk.options(home).rebuilding())) {
            server.folder("INBOX", "", false);
            server.folder("Label", "", false);
            server.put(two, mail("two"), "Label");
            Account account = desk.accounts().list().getFirst();
            assertThat(desk.folders().named(account.id(), List.of(one, two))).as("known again after a rebuild")
                    .hasSize(2);
            assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
            Account elsewhere = new Account(account.id(), account.email(), "",
                    new Server("127.0.0.1", server.port(), Security.NONE), null, "me", null, null, null);
            desk.accounts().edit(elsewhere, "");
            TestDesk.sync(desk);
            assertThat(server.bodies()).as("a label that was given later needs no body").isZero();
            desk.accounts().edit(new Account(account.id(), account.email(), "",
                    new Server("localhost", server.port(), Security.NONE), null, "me", null, null, null), "");
            assertThat(desk.folders().hasNames(account.id())).as("another server has names of its own").isFalse();
        }
    }

    @Test
    void withoutNamesOfItsOwnAServerIsNotAskedForThem() throws IOException {
        try (ScriptedImap server = new ScriptedImap("SPECIAL-USE"); Desk desk = TestDesk.open(home)) {
            server.folder("INBOX", "", false);
            server.folder("Copy", "", false);
            server.put("1", mail("one"), "INBOX", "Copy");
            add(desk, server);
            assertThat(local(TestDesk.sync(desk))).isEqualTo(Map.of("INBOX", 1L, "Copy", 1L));
            assertThat(server.bodies()).isEqualTo(2);
            assertThat(server.heard()).noneMatch(line -> line.contains("MSGID") || line.contains("EMAILID")
                    || line.equals("NAMESPACE"));
        }
    }

    @Test
    void foldersOfOtherPeopleAreListedAndFollowedOnlyWhereTheUserWantsThem() throws IOException {
        try (ScriptedImap server = new ScriptedImap("NAMESPACE"); Desk desk = TestDesk.open(home)) {
            server.namespaces("((\"Mail/\" \"/\")) ((\"Users/\" \"/\")) ((\"Public/\" \"/\"))");
            server.folder("INBOX", "", false);
            server.folder("Mail/Sent", "", false);
            server.folder("Public/Sent", "", false);
            server.folder("Users/boss/Trash", "", true);
            server.put("1", mail("one"), "INBOX", "Public/Sent", "Users/boss/Trash");
            Account account = add(desk, server);
            SyncReport report = TestDesk.sync(desk);
            assertThat(local(report)).isEqualTo(Map.of("INBOX", 1L, "Mail/Sent", 0L));
            assertThat(report.status()).isEqualTo(Status.OK);
            assertThat(desk.folders().folders(account.id()).stream()
                    .collect(Collectors.toMap(row -> row.key().path(), FolderRow::role)))
                    .isEqualTo(Map.of("INBOX", FolderRole.INBOX, "Mail/Sent", FolderRole.SENT, "Public/Sent",
                            FolderRole.SHARED, "Users/boss/Trash", FolderRole.SHARED));
            assertThat(server.heard()).noneMatch(line -> line.startsWith("EXAMINE Public"));
            desk.accounts().edit(account.with(Scope.ALL.withShared(List.of("Users/boss/Trash"))), "");
            assertThat(local(TestDesk.sync(desk)))
                    .isEqualTo(Map.of("INBOX", 1L, "Mail/Sent", 0L, "Users/boss/Trash", 1L));
            assertThat(desk.sync().plan(desk.accounts().list().getFirst(), "").folders()).hasSize(3);
        }
    }

    @Test
    void aServerThatAnnouncesNamespacesAndTellsNoneIsFollowedAllTheSame() throws IOException {
        try (ScriptedImap server = new ScriptedImap("NAMESPACE"); Desk desk = TestDesk.open(home)) {
            server.refuse("NAMESPACE");
            server.folder("INBOX", "", false);
            server.put("1", mail("one"), "INBOX");
            add(desk, server);
            assertThat(local(TestDesk.sync(desk))).isEqualTo(Map.of("INBOX", 1L));
        }
    }

    @Test
    void anInboxThatHoldsAllFoldersIsReadAsTheServerSays() throws IOException {
        try (ScriptedImap server = new ScriptedImap("NAMESPACE"); Desk desk = TestDesk.open(home)) {
            server.namespaces("((\"INBOX/\" \"/\")) NIL NIL");
            server.folder("INBOX", "", false);
            server.folder("INBOX/Papierkorb", "", false);
            server.folder("INBOX/Kunden/Archiv", "", false);
            Account account = add(desk, server);
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
            assertThat(desk.folders().folders(account.id()).stream()
                    .collect(Collectors.toMap(row -> row.key().path(), FolderRow::role)))
                    .isEqualTo(Map.of("INBOX", FolderRole.INBOX, "INBOX/Papierkorb", FolderRole.TRASH,
                            "INBOX/Kunden/Archiv", FolderRole.OTHER));
        }
    }
}
