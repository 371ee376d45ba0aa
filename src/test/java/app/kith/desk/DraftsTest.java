package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.compose.Draft;
import app.kith.compose.DraftCodec;
import app.kith.compose.DraftFile;
import app.kith.mail.Mailbox;
import app.kith.support.HostileSmtp;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.words.KithException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters being written are kept whatever happens, and go nowhere before the user sends them. */
class DraftsTest {
    private static final Draft LETTER = new Draft(List.of(new Mailbox("王小明", "wang@customer.example")),
            List.of(new Mailbox("Keller, Anna", "anna@customer.example")),
            List.of(new Mailbox("", "boss@firm.example")),
            "报价单 Q-1042", "您好，\n\n附件是报价单。\n\n> old words\n>> older words", List.of("a@b.example"),
            List.of("r@b.example", "a@b.example"), List.of());

    @TempDir
    private Path folder;

    private HostileSmtp smtp;
    private Desk desk;
    private Account account;

    @BeforeEach
    void open() throws Exception {
        smtp = new HostileSmtp(null);
        desk = TestDesk.open(folder.resolve("home"));
        account = add("lin@firm.example");
    }

    private Account add(String email) {
        return desk.accounts().add(new Account(0, email, "Lin Yue", new Server("127.0.0.1", 1, Security.NONE),
                new Server("127.0.0.1", smtp.port(), Security.NONE), email, null, null, null), "secret").account();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        smtp.close();
    }

    private DraftFile file(String content) {
        return desk.drafts().attach(account, "报价.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Outgoing only(Desk desk) {
        assertThat(desk.outbox().list()).hasSize(1);
        return desk.outbox().list().getFirst();
    }

    /** The folder as a kill leaves it: copied while the desk is open. */
    private Desk killed() {
        Path copy = folder.resolve("killed");
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path each : files.toList()) {
                Path target = copy.resolve(folder.resolve("home").relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestDesk.open(copy);
    }

    @Test
    void aDraftIsOneEntryThatSaysWhatWasLastTypedAlsoAfterAKill() {
        Draft half = new Draft(List.of(new Mailbox("", "not yet an addr")), List.of(), List.of(), "", "x", List.of(),
                List.of(), List.of());
        long id = desk.drafts().save(0, account, half).id();
        assertThat(desk.drafts().read(id)).isEqualTo(half);
        Draft whole = LETTER.with(List.of(file("prices")));
        desk.drafts().save(id, account, whole);
        try (Desk again = killed()) {
            Outgoing kept = only(again);
            assertThat(kept.state()).isEqualTo(State.DRAFT);
            assertThat(kept.recipients()).hasSize(3);
            assertThat(again.drafts().read(kept.id())).isEqualTo(whole);
            assertThat(again.drafts().content(whole.files().getFirst()))
                    .isEqualTo("prices".getBytes(StandardCharsets.UTF_8));
            assertThat(again.doctor().check(_ -> {}).healthy()).isTrue();
        }
    }

    @Test
    void whateverAKillLeavesHalfDoneIsPutRight() {
        long first = desk.drafts().save(0, account, LETTER).id();
        Filing filing = (Filing) desk.journal();
        FolderKey drafts = FolderKey.drafts(account.id());
        Draft newer = LETTER.saying("filed, and killed before it was entered");
        filing.file(List.of(arrived(drafts, first, DraftCodec.write(newer)),
                arrived(drafts, first + 1, DraftCodec.write(Draft.EMPTY.saying("the first version of another"))),
                new MailEvent.FolderSeen(FolderKey.outbox(account.id()), '\0', app.kith.change.FolderRole.OUTBOX, true),
                arrived(FolderKey.outbox(account.id()), first, "Subject: never queued\r\n\r\nx".getBytes(
                        StandardCharsets.UTF_8))));
        try (Desk again = killed()) {
            assertThat(again.outbox().list()).extracting(Outgoing::state).containsExactly(State.DRAFT, State.DRAFT);
            assertThat(again.drafts().read(first)).isEqualTo(newer);
            assertThat(again.drafts().read(first + 1).text()).isEqualTo("the first version of another");
            assertThat(again.conversations().ids(0, "never queued", 0)).isEmpty();
        }
    }

    private static MailEvent arrived(FolderKey folder, long uid, byte[] raw) {
        return new MailEvent.Arrived(folder, uid, Instant.EPOCH, MessageFlags.NONE, raw);
    }

    @Test
    void aDraftIsNeitherSentNorShownAmongMail() {
        long id = desk.drafts().save(0, account, LETTER.with(List.of(file("prices")))).id();
        assertThat(send()).isEmpty();
        assertThat(smtp.taken()).isEmpty();
        assertThat(only(desk).state()).isEqualTo(State.DRAFT);
        assertThat(desk.conversations().ids(0, "", 0)).isEmpty();
        assertThat(desk.correspondents().find("wang@customer.example")).isEmpty();
        assertThat(desk.folders().folders(account.id())).isEmpty();
        assertThatThrownBy(() -> desk.outbox().retry(id)).isInstanceOf(KithException.class);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
    }

    private List<KithException> send() {
        return desk.sync().send(account, new StopSignal());
    }

    @Test
    void aDraftThatIsSentGoesOutOnceAndIsADraftNoMore() {
        Draft whole = LETTER.with(List.of(file("prices")));
        long id = desk.drafts().save(0, account, whole).id();
        desk.drafts().send(id, account, whole, Instant.EPOCH);
        assertThat(only(desk).state()).isEqualTo(State.WAITING);
        send();
        assertThat(smtp.copies()).containsOnlyKeys("wang@customer.example", "anna@customer.example",
                "boss@firm.example");
        assertThat(new String(smtp.taken().getFirst().raw(), StandardCharsets.UTF_8)).doesNotContain("boss@");
        assertThat(only(desk).state()).isEqualTo(State.SENT);
        assertThatThrownBy(() -> desk.drafts().save(id, account, whole)).isInstanceOf(KithException.class);
        assertThatThrownBy(() -> desk.drafts().takeBack(id, account)).isInstanceOf(KithException.class);
        try (Desk again = killed()) {
            assertThat(only(again).state()).isEqualTo(State.SENT);
        }
    }

    @Test
    void aLetterTakenBackFromTheOutboxIsTheDraftThatItWas() {
        Draft whole = LETTER.with(List.of(file("prices")));
        long id = desk.drafts().save(0, account, whole).id();
        desk.drafts().send(id, account, whole, Instant.EPOCH);
        Draft back = desk.drafts().takeBack(id, account);
        assertThat(back.with(List.of())).isEqualTo(LETTER);
        assertThat(back.files()).extracting(DraftFile::name).containsExactly("报价.txt");
        assertThat(desk.drafts().content(back.files().getFirst())).isEqualTo("prices".getBytes(StandardCharsets.UTF_8));
        assertThat(desk.drafts().read(id)).isEqualTo(back);
        send();
        assertThat(smtp.taken()).isEmpty();
        assertThat(desk.conversations().ids(0, "", 0)).isEmpty();
    }

    @Test
    void aDraftCanChangeItsAccountAndItsFilesGoWithIt() {
        Draft whole = LETTER.with(List.of(file("prices")));
        long id = desk.drafts().save(0, account, whole).id();
        Account other = add("second@firm.example");
        assertThat(desk.drafts().save(id, other, whole).sender()).isEqualTo("second@firm.example");
        desk.accounts().remove(account);
        try (Desk again = killed()) {
            assertThat(only(again).account()).isEqualTo(other.id());
            assertThat(again.drafts().content(again.drafts().read(id).files().getFirst())).hasSize(6);
        }
    }

    @Test
    void aDraftThrownAwayComesBackByUndoAndElseTakesItsFilesAlong() {
        Draft whole = LETTER.with(List.of(file("prices")));
        long id = desk.drafts().save(0, account, whole).id();
        desk.drafts().discard(id);
        assertThat(only(desk).state()).isEqualTo(State.CANCELLED);
        desk.drafts().save(id, account, whole);
        assertThat(desk.drafts().read(id)).isEqualTo(whole);
        desk.drafts().discard(id);
        desk.close();
        desk = TestDesk.open(folder.resolve("home"));
        assertThat(only(desk).state()).isEqualTo(State.CANCELLED);
        assertThat(desk.outbox().list()).noneMatch(each -> each.state() == State.DRAFT);
    }

    @Test
    void draftsSignaturesAndTemplatesAreBuiltAgainFromTheLogs() {
        desk.drafts().save(0, account, LETTER.with(List.of(file("prices"))));
        desk.texts().sign(account, "Lin Yue\nFirm");
        desk.texts().template("", "Offer", "Dear {first name},");
        desk.texts().template("Offer", "报价", "{姓名}，您好！");
        String before = desk.doctor().check(_ -> {}).digest();
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(before);
        assertThat(desk.texts().signatures()).containsEntry(account.id(), "Lin Yue\nFirm");
        assertThat(desk.texts().templates()).containsOnlyKeys("报价");
        assertThat(desk.drafts().read(only(desk).id()).subject()).isEqualTo(LETTER.subject());
    }
}
