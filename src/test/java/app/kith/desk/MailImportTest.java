package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.MessageFlags;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.TestDesk;
import app.kith.sync.OperationQueue;
import app.kith.sync.SyncReport.Status;
import app.kith.words.KithException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail taken in from files. */
class MailImportTest {
    @TempDir
    private Path folder;

    private static Account me(Desk desk) {
        return desk.accounts().add(new Account(0, "me@shop.example", "", new Server("localhost", 1, Security.TLS), null,
                "me@shop.example", null, null, null), "secret").account();
    }

    private Path box(int mails) throws Exception {
        Path box = folder.resolve("old.mbox");
        try (OutputStream out = Files.newOutputStream(box)) {
            for (int i = 0; i < mails; i++) {
                out.write(("From - Mon Nov 16 09:30:00 2020\nFrom: Anna <anna@nordwind.example>\nTo: me@shop.example\n"
                        + "Subject: Letter " + i + "\nMessage-ID: <" + i + "@nordwind.example>\n"
                        + "Date: Mon, 16 Nov 2020 09:30:00 +0000\n\nText " + i + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return box;
    }

    private static int shown(Desk desk) {
        return desk.conversations().ids(0, "", 0).length;
    }

    @Test
    void mailIsTakenOnceTakenBackAndBroughtBack() throws Exception {
        Path box = box(450);
        Path home = folder.resolve("home");
        try (Desk desk = TestDesk.open(home)) {
            Account me = me(desk);
            MailImports.Done first = desk.transfers().mailImports().take(box, me, _ -> {}, () -> false);
            assertThat(first).isEqualTo(new MailImports.Done(450, 450, 0, List.of(), false));
            assertThat(shown(desk)).isEqualTo(450);
            assertThat(desk.transfers().mailImports().take(box, me, _ -> {}, () -> false).known()).isEqualTo(450);
            assertThat(desk.transfers().mailImports().list())
                    .containsExactly(new MailImports.Taken("old.mbox", me.id(), 450));
            assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
            assertThat(desk.transfers().mailImports().remove("old.mbox")).isEqualTo(450);
            assertThat(shown(desk)).isZero();
            assertThat(desk.transfers().mailImports().list()).isEmpty();
            assertThat(desk.transfers().mailImports().take(box, me, _ -> {}, () -> false).taken()).isEqualTo(450);
            assertThat(shown(desk)).isEqualTo(450);
        }
        try (Desk again = Desk.open(TestDesk.options(home).rebuilding())) {
            assertThat(shown(again)).as("after the store is built anew").isEqualTo(450);
        }
    }

    @Test
    void aStoppedImportIsTakenUpAgain() throws Exception {
        Path box = box(450);
        try (Desk desk = TestDesk.open(folder.resolve("home"))) {
            Account me = me(desk);
            int[] asked = {0};
            MailImports.Done stopped = desk.transfers().mailImports().take(box, me, _ -> {}, () -> ++asked[0] >= 250);
            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.taken()).isEqualTo(250);
            assertThat(desk.transfers().mailImports().take(box, me, _ -> {}, () -> false))
                    .isEqualTo(new MailImports.Done(450, 200, 250, List.of(), false));
        }
    }

    @Test
    void mailThatAlsoCameFromAServerIsThereOnceAndASyncLeavesTheFileAlone() throws Exception {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(7, 60, Instant.parse("2026-11-22T12:00:00Z")));
                Desk desk = TestDesk.open(folder.resolve("home"))) {
            Account account = TestDesk.add(desk, server);
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
            List<Long> ids = new ArrayList<>();
            for (long conversation : desk.conversations().ids(0, "", 0)) {
                desk.conversations().messages(conversation).forEach(message -> ids.add(message.id()));
            }
            Path all = Files.createDirectories(folder.resolve("copies"));
            for (long id : ids) {
                Files.write(all.resolve(id + ".eml"), desk.mails().raw(id));
            }
            int before = shown(desk);
            MailImports.Done done = desk.transfers().mailImports().take(all, account, _ -> {}, () -> false);
            assertThat(done.taken()).isZero();
            assertThat(done.known()).isEqualTo(ids.size());
            desk.transfers().mailImports().take(box(20), account, _ -> {}, () -> false);
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
            assertThat(shown(desk)).isEqualTo(before + 20);
            assertThat(desk.transfers().mailImports().list()).hasSize(1);
        }
    }

    private static MessageRow first(Desk desk) {
        return desk.conversations().messages(desk.conversations().ids(0, "", 0)[0]).getFirst();
    }

    @Test
    void mailThatLiesOnlyInAFileIsMarkedAndTakenAwayHereAndNoServerIsAsked() throws Exception {
        Path home = folder.resolve("home");
        MessageFlags flagged = new MessageFlags(MessageFlags.FLAGGED, List.of());
        MessageFlags seen = new MessageFlags(MessageFlags.SEEN, List.of());
        try (Desk desk = TestDesk.open(home)) {
            desk.transfers().mailImports().take(box(1), me(desk), _ -> {}, () -> false);
            long id = first(desk).id();
            assertThat(first(desk).unread()).isFalse();
            OperationQueue.Entered marked = desk.operations().flag(List.of(id), flagged, seen);
            assertThat(first(desk).flagged()).isTrue();
            assertThat(first(desk).unread()).isTrue();
            assertThat(desk.operations().list()).as("nothing waits for a server").isEmpty();
            desk.operations().undo(marked);
            assertThat(first(desk).flagged()).isFalse();
            assertThat(first(desk).unread()).isFalse();
            desk.operations().archive(List.of(id));
            assertThat(shown(desk)).as("it is out of the inbox already").isEqualTo(1);
            assertThatThrownBy(() -> desk.operations().junk(List.of(id), true)).isInstanceOf(KithException.class);
            assertThatThrownBy(() -> desk.operations().move(List.of(id), "INBOX")).isInstanceOf(KithException.class);
            OperationQueue.Entered gone = desk.operations().delete(List.of(id));
            assertThat(shown(desk)).isZero();
            desk.operations().undo(gone);
            assertThat(shown(desk)).isEqualTo(1);
            desk.operations().flag(List.of(id), flagged, MessageFlags.NONE);
            assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        }
        try (Desk again = Desk.open(TestDesk.options(home).rebuilding())) {
            assertThat(first(again).flagged()).as("after the store is built anew").isTrue();
        }
    }
}
