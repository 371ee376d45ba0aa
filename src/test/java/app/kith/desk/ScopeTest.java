package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.store.LocalState;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncPlan;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.LeftOut;
import app.kith.sync.SyncReport.Status;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies outside the scope stays on the server and is counted; a wider scope fetches it, a narrower one takes nothing away. */
class ScopeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate SINCE = LocalDate.parse("2026-08-01");

    @TempDir
    private Path home;

    private static byte[] raw(String from, int bytes) {
        String text = "From: " + from + "\r\nTo: sales@example.test\r\nSubject: scope\r\nMessage-ID: <"
                + from.hashCode()
                + "." + bytes + "@x>\r\n\r\n" + "text\r\n".repeat(bytes / 6);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static SyncReport sync(Desk desk, Scope scope) {
        Account account = desk.accounts().list().getFirst();
        desk.accounts().edit(account.with(scope), "");
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as("%s %s", report.errors(), report.folders()).isEqualTo(Status.OK);
        assertThat(report.folders()).allMatch(FolderReport::agrees);
        return report;
    }

    private static Map<String, Long> reasons(SyncReport report, String folder) {
        return folder(report, folder).leftOut().stream()
                .collect(Collectors.groupingBy(LeftOut::reason, Collectors.counting()));
    }

    private static FolderReport folder(SyncReport report, String name) {
        return report.folders().stream().filter(each -> each.folder().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void eachReasonIsNamedAndHoldsOnlyAsLongAsTheScopeSaysSo() throws MessagingException {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(7, 60, NOW));
                SecondClient other = new SecondClient(server);
                Desk desk = TestDesk.open(home)) {
            byte[] large = raw("Large <large@fine.example>", 30_000);
            other.append("INBOX", large);
            other.append("INBOX", raw("\"Shop, The\" <News@Mail.Shop.Example>", 60));
            other.append("INBOX", raw("One <one@pest.example>", 60));
            other.append("INBOX", raw("Two <two@pest.example>", 60));
            TestDesk.add(desk, server);
            Scope narrow = Scope.ALL.withLargest(large.length - 1L)
                    .withExcluded(List.of("@shop.example", "ONE@pest.example")).withLeftOut(List.of("Archive"));
            SyncReport first = sync(desk, narrow);
            assertThat(reasons(first, "INBOX")).containsEntry("too-large " + large.length, 1L)
                    .containsEntry("sender shop.example", 1L).containsEntry("sender one@pest.example", 1L);
            FolderReport archive = folder(first, "Archive");
            assertThat(archive.local()).isZero();
            assertThat(reasons(first, "Archive")).containsExactlyEntriesOf(Map.of("folder", archive.onServer()));
            SyncPlan plan = desk.sync().plan(desk.accounts().list().getFirst(), "");
            assertThat(plan.folders()).allMatch(each -> each.toFetch() == 0);

            SyncReport wider = sync(desk, narrow.withExcluded(List.of("pest.example")));
            assertThat(folder(wider, "INBOX").fetched()).as("the shop's").isEqualTo(1);
            assertThat(reasons(wider, "INBOX")).containsEntry("sender pest.example", 1L);
            plan = desk.sync().plan(desk.accounts().list().getFirst().with(Scope.ALL), "");
            SyncReport all = sync(desk, Scope.ALL);
            assertThat(plan.folders().stream().mapToLong(SyncPlan.FolderPlan::toFetch).sum())
                    .isEqualTo(all.folders().stream().mapToLong(FolderReport::fetched).sum())
                    .isEqualTo(archive.onServer() + 2);
            assertThat(all.folders()).allMatch(each -> each.leftOut().isEmpty());
            assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        }
    }

    @Test
    void mailOfStrangersStaysOnTheServerUntilTheyAreKnown() throws MessagingException {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(7, 60, NOW));
                SecondClient other = new SecondClient(server);
                Desk desk = TestDesk.open(home)) {
            other.append("INBOX", raw("Stranger <odd@stranger.example>", 60));
            other.append("INBOX", raw("Copied <copied@stranger.example>", 72));
            TestDesk.add(desk, server);
            SyncReport first = sync(desk, Scope.ALL.withKnownOnly(true));
            Map<String, Long> left = reasons(first, "INBOX");
            assertThat(left).containsEntry("stranger odd@stranger.example", 1L).allSatisfy(
                    (reason, _) -> assertThat(reason).startsWith("stranger "));
            assertThat(folder(first, "Sent").leftOut()).isEmpty();
            FolderReport inbox = folder(first, "INBOX");
            assertThat(inbox.fetched()).as("mail of those who were written to, in the same pass").isPositive();
            assertThat(desk.sync().plan(desk.accounts().list().getFirst(), "").folders())
                    .allMatch(each -> each.toFetch() == 0);
            assertThat(folder(TestDesk.sync(desk), "INBOX").fetched()).isZero();

            desk.records().add(List.of(Value.of(Property.NAME, "", "Odd"),
                    Value.of(Property.EMAIL, "", "ODD@stranger.example")));
            FolderReport known = folder(TestDesk.sync(desk), "INBOX");
            assertThat(known.fetched()).isEqualTo(1);
            assertThat(known.leftOut()).hasSize(inbox.leftOut().size() - 1);

            SyncReport all = sync(desk, Scope.ALL);
            assertThat(folder(all, "INBOX").fetched()).isEqualTo(known.leftOut().size());
            assertThat(all.folders()).allMatch(each -> each.leftOut().isEmpty());
        }
    }

    @Test
    void aNarrowerScopeTakesNothingAwayAndHoldsForWhatComesAfterIt() throws MessagingException {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(7, 60, NOW));
                SecondClient other = new SecondClient(server);
                Desk desk = TestDesk.open(home)) {
            TestDesk.add(desk, server);
            long before = sync(desk, Scope.ALL).messages();
            SyncReport narrow = sync(desk, Scope.ALL.withLargest(1).withLeftOut(List.of("Archive")));
            assertThat(narrow.messages()).isEqualTo(before);
            assertThat(narrow.folders()).allMatch(each -> each.leftOut().isEmpty());
            other.append("Archive", raw("Late <late@fine.example>", 60));
            other.append("INBOX", raw("Late <late@fine.example>", 120));
            other.delete("Archive", 1);
            SyncReport after = TestDesk.sync(desk);
            assertThat(reasons(after, "Archive")).containsExactlyEntriesOf(Map.of("folder", 1L));
            assertThat(folder(after, "Archive").vanished()).isEqualTo(1);
            assertThat(folder(after, "INBOX").leftOut()).hasSize(1);
            assertThat(after.folders()).allMatch(FolderReport::agrees);
        }
    }

    @NeedsDovecot
    @ParameterizedTest
    @ValueSource(strings = {"QRESYNC", "CONDSTORE", "bare"})
    void aScopeThatGrowsStepByStepEndsWithExactlyWhatTheServerHolds(String kind) throws IOException {
        DovecotServer.Setup setup = switch (kind) {
            case "QRESYNC" -> DovecotServer.setup();
            case "CONDSTORE" -> DovecotServer.setup().without("QRESYNC");
            default -> DovecotServer.setup().offering("IMAP4rev1");
        };
        try (DovecotServer server = setup.filledWith(SampleMailbox.of(5, 400, NOW)).start();
                OtherClient other = server.otherClient()) {
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                Scope narrow = Scope.ALL.withSince(SINCE).withExcluded(List.of("pest.example")).withLargest(4000);
                other.append("INBOX", raw("One <one@pest.example>", 60));
                SyncReport first = sync(desk, narrow);
                assertThat(reasons(first, "INBOX").keySet()).anyMatch(reason -> reason.startsWith("before "))
                        .anyMatch(reason -> reason.startsWith("too-large ")).contains("sender pest.example")
                        .filteredOn(reason -> reason.startsWith("before "))
                        .allMatch(reason -> LocalDate.parse(reason.substring(7)).isBefore(SINCE));
                assertThat(folder(first, "INBOX").fetched()).isPositive();
                assertThat(TestDesk.sync(desk).folders()).allMatch(each -> each.fetched() == 0 && each.agrees());
                List<Long> uids = other.uids("INBOX");
                other.expunge("INBOX", uids.getFirst(), uids.getLast());
                other.append("INBOX", raw("Two <two@pest.example>", 60));
                SyncReport wider = sync(desk, narrow.withLargest(Scope.MOST));
                assertThat(reasons(wider, "INBOX").keySet()).noneMatch(reason -> reason.startsWith("too-large "))
                        .contains("sender pest.example");
                sync(desk, Scope.ALL.withSince(SINCE.minusMonths(3)));
                SyncReport all = sync(desk, Scope.ALL);
                assertThat(all.folders()).allMatch(each -> each.leftOut().isEmpty());
                assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
            }
            assertThat(LocalState.of(home)).isEqualTo(server.state());
        }
    }

    @NeedsDovecot
    @Test
    void theBodyOfAnExcludedSenderIsNeverAskedFor() throws IOException {
        try (DovecotServer server = DovecotServer.setup().start();
                OtherClient other = server.otherClient();
                Desk desk = TestDesk.open(home)) {
            other.append("INBOX", raw("One <one@pest.example>", 50_000));
            other.append("INBOX", raw("Fine <fine@fine.example>", 600));
            TestDesk.add(desk, server);
            Account account = desk.accounts().list().getFirst();
            desk.accounts().edit(account.with(Scope.ALL.withExcluded(List.of("pest.example"))), "");
            long[] bytes = {0};
            desk.sync().pass(desk.accounts().list(), "", new StopSignal(),
                    progress -> bytes[0] = Math.max(bytes[0], progress.bytes()));
            assertThat(bytes[0]).isBetween(600L, 1000L);
        }
    }
}
