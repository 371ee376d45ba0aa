package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers;
import app.kith.store.OldStore;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.sync.Pass;
import app.kith.sync.Reason;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncPlan;
import app.kith.sync.SyncPlan.FolderPlan;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import app.kith.words.Problem;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker against an IMAP server inside the process, which has neither CONDSTORE nor QRESYNC: everything is compared. */
class SyncTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    private DemoServer server;
    private SecondClient other;
    private Desk desk;

    @BeforeEach
    void open() throws MessagingException {
        server = DemoServer.start(SampleMailbox.of(7, 120, NOW));
        other = new SecondClient(server);
        desk = TestDesk.open(home);
        TestDesk.add(desk, server);
    }

    @AfterEach
    void close() throws MessagingException {
        desk.close();
        other.close();
        server.close();
    }

    @Test
    void theWholeMailboxComesInAndTheCountsAgree() throws MessagingException {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(local(report)).isEqualTo(other.counts());
        assertThat(report.folders()).allMatch(FolderReport::agrees);
        assertThat(report.contactsProposed()).isPositive().isEqualTo((int) desk.customers().count());
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void aSecondPassChangesNothing() {
        TestDesk.sync(desk);
        String before = digest();
        SyncReport second = TestDesk.sync(desk);
        assertThat(second.folders()).allSatisfy(folder -> {
            assertThat(folder.fetched()).isZero();
            assertThat(folder.flagsChanged()).isZero();
            assertThat(folder.vanished()).isZero();
        });
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void newMailFlagsMovesAndDeletionsAreFollowed() throws MessagingException {
        TestDesk.sync(desk);
        long messages = desk.doctor().check(_ -> {}).counts().getOrDefault("messages", 0L);
        other.append("INBOX", "New Person <new@churn.example>", server.address(), "A new enquiry", "Hello");
        other.flag("INBOX", 1, Flags.Flag.FLAGGED, true);
        other.delete("INBOX", 2);
        other.move("INBOX", 2, "Archive");
        SyncReport report = TestDesk.sync(desk);
        assertThat(local(report)).isEqualTo(other.counts());
        FolderReport inbox = folder(report, "INBOX");
        assertThat(inbox.fetched()).isEqualTo(1);
        assertThat(inbox.flagsChanged()).isEqualTo(1);
        assertThat(inbox.vanished()).isEqualTo(2);
        assertThat(desk.doctor().check(_ -> {}).counts()).as("the moved mail is one message still")
                .containsEntry("messages", messages + 1);
        assertThat(TestDesk.sync(desk).folders()).allMatch(folder -> folder.fetched() == 0);
    }

    @Test
    void reportsOfPassesAreKeptSealedAndADamagedFileIsNoObstacle() throws IOException {
        SyncReport first = TestDesk.sync(desk);
        Account account = desk.accounts().list().getFirst();
        TestDesk.sync(desk);
        desk.close();
        desk = TestDesk.open(home);
        List<Pass> passes = desk.sync().history(account.id());
        assertThat(passes).hasSize(2).last().isEqualTo(Pass.of(account.id(), "", first));
        assertThat(passes.getFirst().fetched()).isZero();
        assertThat(passes.getFirst().startedAt()).isAfter(first.startedAt());
        desk.close();
        Path file = home.resolve("reports.sealed");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("INBOX");
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        desk = TestDesk.open(home);
        assertThat(desk.sync().history(account.id())).isEmpty();
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        assertThat(desk.sync().history(account.id())).hasSize(1);
        assertThat(home.resolve("reports.sealed.damaged")).hasBinaryContent(bytes);
        desk.accounts().remove(account);
        assertThat(desk.sync().history(account.id())).isEmpty();
    }

    @Test
    void anAccountWithSetTimesMakesNoPassAtEachStartOfTheProgram() {
        Account account = desk.accounts().list().getFirst().with(new Schedule(Kind.EVERY, 240, List.of(), false));
        desk.accounts().edit(account, "");
        assertThat(follow(account)).as("the first pass of all is due").isEqualTo(1);
        desk.close();
        desk = TestDesk.open(home);
        assertThat(follow(account)).as("the next one is not").isZero();
    }

    /** Watches the account for a moment; returns how many passes were made. */
    private int follow(Account account) {
        StopSignal stop = new StopSignal();
        List<SyncReport> reports = new CopyOnWriteArrayList<>();
        Thread watch = Thread.ofVirtual().start(() -> desk.sync().watch(account, false, stop, _ -> {}, reports::add));
        for (int i = 0; i < 150 && reports.isEmpty(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        stop.request();
        while (watch.isAlive()) {
            LockSupport.parkNanos(1_000_000);
        }
        return reports.size();
    }

    @Test
    void aPlanSaysWhatThePassThenDoes() throws MessagingException {
        TestDesk.sync(desk);
        Account account = desk.accounts().list().getFirst();
        other.append("INBOX", "A <a@b.example>", server.address(), "One", "Hello");
        other.append("INBOX", "Pest <x@pest.example>", server.address(), "Two", "Hello");
        account = account.with(Scope.ALL.withExcluded(List.of("pest.example")));
        desk.accounts().edit(account, "");
        SyncPlan plan = desk.sync().plan(account, "");
        assertThat(plan.toFetch()).isEqualTo(1);
        FolderPlan inbox = plan.folders().stream().filter(f -> f.folder().equals("INBOX")).findFirst().orElseThrow();
        assertThat(inbox.leftOut()).containsExactly(new Reason("sender", "pest.example", 1));
        SyncReport report = TestDesk.sync(desk);
        assertThat(folder(report, "INBOX").fetched()).isEqualTo(1);
        assertThat(desk.sync().plan(account, "").folders()).contains(new FolderPlan("INBOX", inbox.onServer(),
                inbox.local() + 1, 0, 0, inbox.leftOut()));
    }

    @Test
    void aMailThatLiesInTwoFoldersIsOneMessage() throws MessagingException {
        byte[] raw = "From: a@b.example\r\nTo: sales@example.test\r\nSubject: twice\r\nMessage-ID: <twice@x>\r\n\r\nText\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        other.append("INBOX", raw);
        other.append("Archive", raw);
        SyncReport report = TestDesk.sync(desk);
        assertThat(local(report)).isEqualTo(other.counts());
        ConversationRow row = conversation("twice");
        assertThat(row.messages()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNewOrGoneOnTheServerIsFollowed() throws MessagingException {
        TestDesk.sync(desk);
        other.createFolder("项目");
        other.append("项目", "x@y.example", server.address(), "In the new folder", "Text");
        assertThat(local(TestDesk.sync(desk))).isEqualTo(other.counts()).containsEntry("项目", 1);
        other.deleteFolder("项目");
        assertThat(local(TestDesk.sync(desk))).isEqualTo(other.counts()).doesNotContainKey("项目");
        assertThat(conversation("In the new folder").messages()).as("what was there is still known").isEqualTo(1);
    }

    @Test
    void anAnswerThatComesLateJoinsItsConversation() throws MessagingException {
        other.append("INBOX", raw("late-2@x", "late-1@x", "Re: The late mail"));
        TestDesk.sync(desk);
        other.append("INBOX", raw("late-3@x", "", "Another matter"));
        TestDesk.sync(desk);
        other.append("INBOX", raw("late-1@x", "", "The late mail"));
        other.append("INBOX", raw("late-4@x", "late-2@x> <late-3@x", "Re: Another matter"));
        TestDesk.sync(desk);
        assertThat(conversation("late mail").messages()).as("one mail names both, so they are one now").isEqualTo(4);
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
    }

    private static byte[] raw(String id, String inReplyTo, String subject) {
        String text = "From: a@b.example\r\nTo: sales@example.test\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMessage-ID: <"
                + id
                + ">\r\n" + (inReplyTo.isEmpty() ? "" : "References: <" + inReplyTo + ">\r\n") + "Subject: " + subject
                + "\r\n\r\nText "
                + id;
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void stoppedAtAnyPointThePassGoesOnWithoutLossOrDoubles() throws MessagingException {
        for (int stopAfter : new int[]{1, 5, 12, 23, 40}) {
            StopSignal stop = new StopSignal();
            int[] seen = {0};
            SyncReport cut = desk.sync().pass(desk.accounts().list(), "", stop, progress -> {
                if (progress.messages() > 0 && ++seen[0] >= stopAfter) {
                    stop.request();
                }
            }).getFirst();
            assertThat(cut.errors()).as("stopped after %d messages", stopAfter).singleElement()
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.CANCELLED));
        }
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(local(report)).isEqualTo(other.counts());
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void aStoreThatWasDeletedIsBuiltAnewFromTheLogs() throws Exception {
        TestDesk.sync(desk);
        String before = digest();
        List<String> customers = customers();
        desk.close();
        Files.delete(home.resolve("kith.mv.db"));
        desk = TestDesk.open(home);
        assertThat(digest()).isEqualTo(before);
        assertThat(customers()).isEqualTo(customers);
        assertThat(TestDesk.sync(desk).folders()).allMatch(folder -> folder.fetched() == 0);
    }

    @Test
    void aStoreOfAnEarlierFormIsBuiltAnewFromTheLogs() throws Exception {
        TestDesk.sync(desk);
        String before = digest();
        desk.close();
        OldStore.beforeClues(home);
        desk = TestDesk.open(home);
        assertThat(digest()).isEqualTo(before);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        assertThat(TestDesk.sync(desk).folders()).allMatch(folder -> folder.fetched() == 0);
    }

    @Test
    void aStoreWithOverwrittenBytesIsBuiltAnewOnRequest() throws Exception {
        TestDesk.sync(desk);
        String before = digest();
        desk.close();
        byte[] bytes = Files.readAllBytes(home.resolve("kith.mv.db"));
        for (int i = 8192; i < bytes.length; i += 997) {
            bytes[i] ^= 0x55;
        }
        Files.write(home.resolve("kith.mv.db"), bytes);
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(digest()).isEqualTo(before);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    @Test
    void aLedgerCutInMidRecordOpens() throws Exception {
        TestDesk.sync(desk);
        desk.close();
        Path ledger = home.resolve("ledger").resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(ledger);
        Files.write(ledger, Arrays.copyOf(bytes, bytes.length - 11));
        desk = TestDesk.open(home);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        TestDesk.sync(desk);
        assertThat(desk.customers().count()).isPositive();
    }

    @Test
    void aFlippedByteInTheMailLogIsNamedAndItsMailsAreFetchedAgain() throws Exception {
        TestDesk.sync(desk);
        long messages = desk.doctor().check(_ -> {}).counts().getOrDefault("messages", 0L);
        desk.close();
        Path log = home.resolve("mail").resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(desk.damages()).singleElement()
                .satisfies(damage -> assertThat(damage.file()).isEqualTo("mail/00000001.log"));
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(local(report)).isEqualTo(other.counts());
        assertThat(desk.doctor().check(_ -> {}).counts()).containsEntry("messages", messages);
    }

    @Test
    void withoutANetworkEverythingKeptIsThereAndThePassSaysWhy() {
        TestDesk.sync(desk);
        long customers = desk.customers().count();
        server.close();
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).isEqualTo(Status.UNREACHABLE);
        assertThat(report.errors()).singleElement()
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE));
        assertThat(desk.customers().ids("", Customers.Order.NAME, 0)).hasSize((int) customers);
    }

    @Test
    void aWrongPasswordIsSaidAndNothingIsLost() {
        Account account = desk.accounts().list().getFirst();
        desk.accounts().edit(account, "wrong");
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(report.errors()).singleElement()
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.SIGN_IN_REFUSED));
    }

    @Test
    void anUnprotectedConnectionIsMadeToThisMachineOnly() {
        Account far = new Account(0, "a@b.example", "", new Server("mail.example", 143, Security.NONE), null, "a", null,
                null,
                null);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> desk.accounts().add(far, "x")))
                .hasMessageContaining("PLAIN_REFUSED");
    }

    @Test
    void aRemovedAccountTakesItsMailOutOfSight() {
        TestDesk.sync(desk);
        desk.accounts().remove(desk.accounts().list().getFirst());
        assertThat(desk.conversations().count()).isZero();
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        TestDesk.add(desk, server);
        SyncReport again = TestDesk.sync(desk);
        assertThat(again.status()).isEqualTo(Status.OK);
        assertThat(desk.conversations().count()).isPositive();
    }

    private ConversationRow conversation(String words) {
        long[] ids = desk.conversations().ids(0, words, 0);
        assertThat(ids).as("conversations with '%s'", words).hasSize(1);
        return desk.conversations().find(ids[0]).orElseThrow();
    }

    private List<String> customers() {
        List<Long> ids = Arrays.stream(desk.customers().ids("", Customers.Order.NAME, 0)).boxed().toList();
        return desk.customers().rows(ids).stream().map(Object::toString).sorted().toList();
    }

    private String digest() {
        return desk.doctor().check(_ -> {}).digest();
    }

    private static FolderReport folder(SyncReport report, String name) {
        return report.folders().stream().filter(folder -> folder.folder().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, Integer> local(SyncReport report) {
        return report.folders().stream()
                .collect(Collectors.toMap(FolderReport::folder, folder -> (int) folder.local(), (a, _) -> a,
                        TreeMap::new));
    }
}
