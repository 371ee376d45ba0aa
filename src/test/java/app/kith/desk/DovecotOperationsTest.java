package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.demo.SampleMailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.LocalState;
import app.kith.store.Operations.Lying;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.OtherClient;
import app.kith.support.ServerState;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user does to mail while nobody is told, told to a real server later: both sides say the same afterwards. */
@NeedsDovecot
@SuppressWarnings("NullAway.Init") // Each test starts the server that it needs.
class DovecotOperationsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final MessageFlags SEEN = new MessageFlags(MessageFlags.SEEN, List.of());
    private static final MessageFlags FLAGGED = new MessageFlags(MessageFlags.FLAGGED, List.of());

    @TempDir
    private Path home;

    private DovecotServer server;
    private OtherClient other;
    private Desk desk;

    private void start(String kind) throws IOException {
        DovecotServer.Setup setup = switch (kind) {
            case "all" -> DovecotServer.setup();
            case "no MOVE" -> DovecotServer.setup().without("MOVE");
            case "no UIDPLUS" -> DovecotServer.setup().without("MOVE", "UIDPLUS");
            case "no QRESYNC" -> DovecotServer.setup().without("QRESYNC");
            default -> DovecotServer.setup().offering("IMAP4rev1");
        };
        server = setup.filledWith(SampleMailbox.of(9, 40, NOW)).start();
        other = server.otherClient();
        for (int i = 1; i <= 6; i++) {
            other.append("INBOX", raw(i));
        }
        desk = TestDesk.open(home);
        TestDesk.add(desk, server);
        sync();
    }

    @AfterEach
    void close() {
        desk.close();
        other.close();
        server.close();
    }

    private static byte[] raw(int number) {
        String text = "From: Anna <anna@customer.example>\r\nTo: sales@example.test\r\nSubject: Operation " + number
                + (number == 6 ? "" : "\r\nMessage-ID: <operation-" + number + "@customer.example>")
                + "\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nText " + number + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private SyncReport sync() {
        SyncReport report = TestDesk.sync(desk);
        assertThat(report.status()).as("%s", report.errors()).isEqualTo(Status.OK);
        return report;
    }

    private MessageRow row(int number) {
        long[] found = desk.conversations().ids(0, "operation " + number, 0);
        return desk.conversations().messages(found[0]).getFirst();
    }

    private List<Long> mail(int number) {
        for (long conversation : desk.conversations().ids(0, "", 0)) {
            for (MessageRow row : desk.conversations().messages(conversation)) {
                if (row.subject().equals("Operation " + number)) {
                    return List.of(row.id());
                }
            }
        }
        throw new AssertionError("no mail " + number);
    }

    private List<String> paths(List<Long> message) {
        return desk.operations().lying(message.getFirst()).stream().map(place -> place.folder().path()).toList();
    }

    private long uid(List<Long> message) {
        return desk.operations().lying(message.getFirst()).stream().mapToLong(Lying::uid).findFirst().orElseThrow();
    }

    /** Syncs, checks that a second pass finds nothing to do, and compares both sides message by message. */
    private SyncReport agree() throws IOException {
        SyncReport first = sync();
        SyncReport second = sync();
        assertThat(second.folders()).allMatch(f -> f.agrees() && f.fetched() + f.flagsChanged() + f.vanished() == 0);
        assertThat(desk.operations().list()).noneMatch(operation -> operation.state() == State.WAITING);
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        desk.close();
        ServerState truth = server.state();
        assertThat(LocalState.of(home)).isEqualTo(truth);
        desk = TestDesk.open(home);
        return first;
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "no QRESYNC", "no MOVE", "bare"})
    void whatIsDoneOfflineShowsAtOnceAndIsTheServersAfterwards(String kind) throws IOException {
        start(kind);
        int before = server.state().messages();
        List<Long> read = mail(1);
        List<Long> archived = mail(2);
        List<Long> deleted = mail(3);
        List<Long> junk = mail(4);
        List<Long> flagged = mail(5);
        List<Long> anonymous = mail(6);
        desk.operations().flag(read, SEEN, MessageFlags.NONE);
        desk.operations().flag(flagged, FLAGGED, MessageFlags.NONE);
        desk.operations().archive(archived);
        desk.operations().flag(archived, SEEN, MessageFlags.NONE);
        desk.operations().delete(deleted);
        desk.operations().junk(junk, true);
        desk.operations().move(anonymous, "Archive");
        assertThat(row(1).unread()).isFalse();
        assertThat(row(2).unread()).isFalse();
        assertThat(desk.conversations().ids(0, "operation 3", 0)).as("what is thrown away is out of sight").isEmpty();
        assertThat(desk.conversations().ids(0, "operation 4", 0)).isEmpty();
        assertThat(paths(archived)).containsExactly("Archive");
        assertThat(server.state().messages()).as("the server has not been told").isEqualTo(before);

        SyncReport report = agree();

        assertThat(report.told().done()).isEqualTo(7);
        assertThat(report.folders()).as("moved mail is not fetched again").allMatch(f -> f.fetched() == 0);
        assertThat(desk.operations().list()).isEmpty();
        assertThat(row(1).unread()).isFalse();
        assertThat(paths(archived)).containsExactly("Archive");
        assertThat(paths(deleted)).containsExactly("Trash");
        assertThat(paths(junk)).containsExactly("Junk");
        assertThat(paths(anonymous)).contains("Archive");
        assertThat(other.uids("Archive")).contains(uid(archived));
        int left = kind.equals("bare") ? 4 : 0;
        assertThat(report.told().marked()).isEqualTo(left);
        assertThat(server.state().messages()).as("nothing is removed for good").isEqualTo(before + left);
    }

    @Test
    void withoutUidplusMailIsMarkedAndNeverExpungedAndMailThatOthersMarkedStays() throws IOException {
        start("no UIDPLUS");
        other.addFlags("INBOX", Set.of("\\Deleted"), uid(mail(5)));
        int before = server.state().messages();
        List<Long> deleted = mail(3);
        desk.operations().delete(deleted);
        SyncReport report = agree();
        assertThat(report.told().marked()).isEqualTo(1);
        assertThat(server.state().messages()).isEqualTo(before + 1);
        assertThat(desk.conversations().ids(0, "operation 3", 0)).as("what is marked is out of sight").isEmpty();
        assertThat(row(5).unread()).as("what others marked is still there").isTrue();
    }

    @Test
    void theUsersLastWordHoldsForTheFlagHeTouchedAndNoOther() throws IOException {
        start("all");
        List<Long> mail = mail(1);
        desk.operations().flag(mail, SEEN, MessageFlags.NONE);
        desk.operations().flag(mail, MessageFlags.NONE, SEEN);
        desk.operations().flag(mail, FLAGGED, MessageFlags.NONE);
        other.addFlags("INBOX", Set.of("\\Seen", "\\Answered", "$Label1"), uid(mail));
        agree();
        MessageFlags now = desk.operations().lying(mail.getFirst()).getFirst().flags();
        assertThat(now).isEqualTo(new MessageFlags(MessageFlags.FLAGGED | MessageFlags.ANSWERED, List.of("$Label1")));
    }

    @Test
    void flagsFollowMailThatAnotherProgramMoved() throws IOException {
        start("all");
        List<Long> mail = mail(1);
        desk.operations().flag(mail, FLAGGED, MessageFlags.NONE);
        other.move("INBOX", uid(mail), "Archive");
        agree();
        Lying place = desk.operations().lying(mail.getFirst()).getFirst();
        assertThat(place.folder().path()).isEqualTo("Archive");
        assertThat(place.flags().has(MessageFlags.FLAGGED)).isTrue();
    }

    @Test
    void mailThatAnotherProgramMovedElsewhereStaysThereAndTheUserIsTold() throws IOException {
        start("all");
        List<Long> mail = mail(1);
        long uid = uid(mail);
        desk.operations().archive(mail);
        other.move("INBOX", uid, "Junk");
        SyncReport report = agree();
        assertThat(report.told().failed()).isEqualTo(1);
        Operation failed = desk.operations().list().getFirst();
        assertThat(failed.reason()).isEqualTo("elsewhere Junk");
        assertThat(paths(mail)).containsExactly("Junk");
        desk.operations().retry(failed.id());
        assertThat(paths(mail)).containsExactly("Archive");
        agree();
        assertThat(paths(mail)).containsExactly("Archive");
        assertThat(desk.operations().list()).isEmpty();
    }

    @Test
    void whatWasDoneBeforeAndAfterAMoveThatFailedIsToldInTheSamePass() throws IOException {
        start("all");
        List<Long> before = mail(1);
        List<Long> after = mail(2);
        long[] uids = {uid(before), uid(after)};
        desk.operations().flag(before, FLAGGED, MessageFlags.NONE);
        desk.operations().archive(before);
        desk.operations().archive(after);
        desk.operations().flag(after, FLAGGED, MessageFlags.NONE);
        for (long uid : uids) {
            other.move("INBOX", uid, "Trash");
        }
        SyncReport report = sync();
        assertThat(report.told().waiting()).isZero();
        assertThat(report.told().failed()).isEqualTo(2);
        for (List<Long> mail : List.of(before, after)) {
            Lying place = desk.operations().lying(mail.getFirst()).getFirst();
            assertThat(place.folder().path()).isEqualTo("Trash");
            assertThat(place.flags().has(MessageFlags.FLAGGED)).isTrue();
        }
        agree();
    }

    @Test
    void mailThatAnotherProgramMovedToTheSamePlaceIsDoneWith() throws IOException {
        start("all");
        List<Long> mail = mail(1);
        long uid = uid(mail);
        desk.operations().archive(mail);
        other.move("INBOX", uid, "Archive");
        agree();
        assertThat(paths(mail)).containsExactly("Archive");
        assertThat(desk.operations().list()).isEmpty();
    }

    @Test
    void mailThatAnotherProgramRemovedIsGone() throws IOException {
        start("all");
        List<Long> flagged = mail(1);
        List<Long> deleted = mail(2);
        List<Long> archived = mail(3);
        long[] uids = {uid(flagged), uid(deleted), uid(archived)};
        desk.operations().flag(flagged, FLAGGED, MessageFlags.NONE);
        desk.operations().delete(deleted);
        desk.operations().archive(archived);
        other.expunge("INBOX", uids);
        SyncReport report = agree();
        assertThat(report.told().done()).isEqualTo(2);
        assertThat(desk.operations().list()).singleElement()
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo("gone"));
    }

    @Test
    void aFolderThatIsNoMoreIsNotMadeAgainAndLaterChangesFindTheMail() throws IOException {
        start("all");
        other.create("Projekt");
        sync();
        List<Long> mail = mail(1);
        desk.operations().move(mail, "Projekt");
        desk.operations().flag(mail, FLAGGED, MessageFlags.NONE);
        other.delete("Projekt");
        agree();
        sync();
        assertThat(desk.operations().list()).singleElement()
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo("no-folder Projekt"));
        Lying place = desk.operations().lying(mail.getFirst()).getFirst();
        assertThat(place.folder().path()).isEqualTo("INBOX");
        assertThat(place.flags().has(MessageFlags.FLAGGED)).isTrue();
    }

    @Test
    void theArchiveIsMadeWhereThereIsNone() throws IOException {
        start("all");
        other.delete("Archive");
        sync();
        List<Long> mail = mail(1);
        desk.operations().archive(mail);
        agree();
        assertThat(paths(mail)).containsExactly("Archive");
        assertThat(desk.operations().list()).isEmpty();
    }

    @Test
    void aNewUidValidityLosesNoChange() throws IOException {
        start("all");
        List<Long> flagged = mail(1);
        List<Long> archived = mail(2);
        desk.operations().flag(flagged, FLAGGED, MessageFlags.NONE);
        desk.operations().archive(archived);
        other.close();
        server.newUidValidity("INBOX");
        other = server.otherClient();
        agree();
        assertThat(paths(archived)).containsExactly("Archive");
        assertThat(desk.operations().lying(flagged.getFirst()).getFirst().flags().has(MessageFlags.FLAGGED)).isTrue();
        assertThat(desk.operations().list()).isEmpty();
    }

    @Test
    void aChainOfMovesIsToldInItsOrder() throws IOException {
        start("all");
        List<Long> mail = mail(1);
        desk.operations().archive(mail);
        desk.operations().delete(mail);
        desk.operations().move(mail, "INBOX");
        desk.operations().flag(mail, FLAGGED, MessageFlags.NONE);
        desk.operations().junk(mail, true);
        agree();
        Lying place = desk.operations().lying(mail.getFirst()).getFirst();
        assertThat(place.folder().path()).isEqualTo("Junk");
        assertThat(place.flags().has(MessageFlags.FLAGGED)).isTrue();
    }
}
