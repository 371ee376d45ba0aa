package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.State;
import app.kith.compose.Letter;
import app.kith.compose.MessageId;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.mail.Mailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.ProposalKind;
import app.kith.support.HostileSmtp;
import app.kith.support.HostileSmtp.Step;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sent exactly once: whatever is cut or killed at whatever step, no mail is lost and none goes out twice. */
class OutboxTest {
    private static final String ANNA = "anna@customer.example";
    private static final String BOB = "bob@customer.example";
    private static final Map<String, Integer> ONCE = Map.of(ANNA, 1, BOB, 1);

    @TempDir
    private Path folder;

    private DemoServer imap;
    private SecondClient other;
    private HostileSmtp smtp;
    private Desk desk;
    private Account account;

    @BeforeEach
    void open() throws Exception {
        imap = DemoServer.start(SampleMailbox.of(7, 5, Instant.parse("2026-11-22T12:00:00Z")));
        other = new SecondClient(imap);
        smtp = new HostileSmtp(null);
        smtp.withExtension("PIPELINING");
        smtp.withExtension("DSN");
        desk = TestDesk.open(folder.resolve("home"));
        account = desk.accounts().add(new Account(0, imap.address(), "Lin Yue",
                new Server(imap.host(), imap.port(), Security.NONE),
                new Server("127.0.0.1", smtp.port(), Security.NONE),
                imap.address(), null, null, null), imap.password()).account();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        smtp.close();
        other.close();
        imap.close();
    }

    private Outgoing queue(String subject) {
        Letter letter = new Letter(MessageId.make(account.email()), ZonedDateTime.now(java.time.ZoneOffset.UTC),
                new Mailbox("", account.email()),
                List.of(new Mailbox("Anna", ANNA)), List.of(), List.of(new Mailbox("", BOB)), subject,
                "First line\n.\n..dots\nFrom here", null, List.of(), List.of(), List.of());
        return desk.outbox().queue(account, letter, Instant.EPOCH).outgoing();
    }

    private static List<KithException> send(Desk desk) {
        return desk.sync().send(desk.accounts().list().getFirst(), new StopSignal());
    }

    private static Outgoing now(Desk desk) {
        return desk.outbox().list().getLast();
    }

    private int inSent(String subject) throws MessagingException {
        return other.withSubject("Sent", subject);
    }

    @Test
    void aMailIsSentAsItWasWrittenAndFiledOnce() throws Exception {
        Outgoing queued = queue("报价单 Q-1042");
        assertThat(send(desk)).isEmpty();
        assertThat(smtp.copies()).isEqualTo(ONCE);
        assertThat(smtp.taken().getFirst().raw()).isEqualTo(desk.mails().raw(queued.message()));
        assertThat(new String(smtp.taken().getFirst().raw(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(BOB);
        assertThat(now(desk).state()).isEqualTo(State.FILED);
        assertThat(inSent("报价单 Q-1042")).isEqualTo(1);
        assertThat(send(desk)).isEmpty();
        assertThat(inSent("报价单 Q-1042")).isEqualTo(1);
        assertThat(smtp.copies()).isEqualTo(ONCE);
    }

    @Test
    void whatWaitsIsShownAtOnceAndNothingIsDoubledWhenTheCopyComesBack() {
        Outgoing queued = queue("Waiting");
        MessageRow waiting = row("Waiting");
        assertThat(waiting.outgoing()).isTrue();
        assertThat(waiting.unread()).isFalse();
        assertThat(waiting.onItsWay()).isEqualTo(State.WAITING);
        TestDesk.sync(desk);
        MessageRow sent = row("Waiting");
        assertThat(sent.id()).as("the same bytes are the same message").isEqualTo(queued.message());
        assertThat(sent.onItsWay()).isEqualTo(State.FILED);
        TestDesk.sync(desk);
        assertThat(row("Waiting").gone()).isFalse();
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        assertThat(TestDesk.sync(desk).folders()).allMatch(f -> f.agrees() && f.vanished() == 0);
    }

    @Test
    void aCopyThatTheServerFiledInOtherBytesTakesThePlaceOfOurs() throws Exception {
        Outgoing queued = queue("Filed by the server");
        smtp.at(Step.AFTER_END, () -> append("Sent", "X-Server: yes\r\n", queued));
        TestDesk.sync(desk);
        assertThat(now(desk).state()).isEqualTo(State.FILED);
        assertThat(inSent("Filed by the server")).isEqualTo(1);
        assertThat(row("Filed by the server").id()).isNotEqualTo(queued.message());
    }

    private void append(String where, String more, Outgoing outgoing) {
        try {
            byte[] raw = desk.mails().raw(outgoing.message());
            byte[] copy = (more + new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            other.append(where, copy);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageRow row(String subject) {
        long id = desk.conversations().ids(0, subject, 0)[0];
        List<MessageRow> rows = desk.conversations().messages(id);
        assertThat(rows).as("messages shown in the conversation").hasSize(1);
        return rows.getFirst();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aConnectionCutAtAnyStepNeverLosesAndNeverDoubles(Step step) {
        boolean overTls = step == Step.STARTTLS || step == Step.EHLO_TLS;
        queue("Cut");
        smtp.cutAt(overTls ? Step.EHLO : step);
        send(desk);
        smtp.behave();
        finish(desk, step);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = {"STARTTLS", "EHLO_TLS"})
    void aProcessKilledAtAnyStepNeverLosesAndNeverDoubles(Step step) {
        queue("Killed");
        Path killed = folder.resolve("killed");
        AtomicBoolean first = new AtomicBoolean(true);
        smtp.at(step, () -> {
            if (first.getAndSet(false)) {
                TestDesk.copy(folder.resolve("home"), killed);
            }
        });
        smtp.cutAt(step);
        send(desk);
        smtp.behave();
        assertThat(first).as("the step was reached").isFalse();
        try (Desk again = TestDesk.open(killed)) {
            finish(again, step);
            assertThat(again.doctor().check(_ -> {}).healthy()).isTrue();
        }
    }

    /** Goes on until the mail has gone out, answering for the user what only he can know. */
    private void finish(Desk at, Step step) {
        int before = smtp.taken().size();
        send(at);
        if (now(at).state() == State.IN_DOUBT) {
            assertThat(step).as("only the end of a message leaves a doubt").isIn(Step.MID_BODY, Step.BEFORE_END,
                    Step.AFTER_END, Step.AFTER_TAKEN);
            send(at);
            assertThat(smtp.taken()).as("never again without the user's word").hasSize(before);
            assertThat(now(at).state()).isEqualTo(State.IN_DOUBT);
            if (before == 1) {
                at.outbox().cancel(now(at).id());
            } else {
                at.outbox().retry(now(at).id());
            }
            send(at);
        }
        assertThat(now(at).state()).isEqualTo(State.FILED);
        assertThat(smtp.copies()).isEqualTo(ONCE);
        assertThat(now(at).recipients()).allMatch(each -> each.fate() == Fate.TAKEN);
    }

    @Test
    void aMailInDoubtThatLiesInSentWasSent() {
        Outgoing queued = queue("Found");
        smtp.at(Step.AFTER_END, () -> append("Sent", "", queued));
        smtp.cutAt(Step.AFTER_END);
        assertThat(send(desk)).extracting(KithException::problem).containsExactly(Problem.SENT_IN_DOUBT);
        assertThat(now(desk).state()).isEqualTo(State.IN_DOUBT);
        smtp.behave();
        assertThat(send(desk)).isEmpty();
        assertThat(now(desk).state()).isEqualTo(State.FILED);
        assertThat(smtp.copies()).isEqualTo(ONCE);
    }

    @Test
    void oneSentAgainByTheUsersWordIsLookedForOnceMoreBefore() {
        Outgoing queued = queue("Looked for");
        smtp.cutAt(Step.AFTER_END);
        send(desk);
        smtp.behave();
        desk.outbox().retry(queued.id());
        append("Sent", "", queued);
        send(desk);
        assertThat(smtp.copies()).isEqualTo(ONCE);
        assertThat(now(desk).state()).isEqualTo(State.FILED);
    }

    @Test
    void aRefusedRecipientStaysWithTheServersReason() {
        queue("One refused");
        smtp.refuse(BOB, "550 5.1.1 no such user here");
        assertThat(send(desk)).singleElement().satisfies(e -> assertThat(e.details().getLast().toString())
                .contains(BOB, "no such user here"));
        Outgoing sent = now(desk);
        assertThat(sent.state()).isEqualTo(State.FILED);
        assertThat(sent.recipients()).extracting(Outgoing.Recipient::fate).containsExactly(Fate.TAKEN, Fate.REFUSED);
        assertThat(sent.recipients().getLast().answer()).isEqualTo("550 5.1.1 no such user here");
        assertThat(smtp.copies()).isEqualTo(Map.of(ANNA, 1));
    }

    /** As with a notice of delivery that comes by mail: it is proposed that the address does not work, and nothing more. */
    @Test
    void anAddressThatTheServerDoesNotKnowIsProposedAsDeadAndOneThatItWillNotServeIsNot() throws Exception {
        desk.records().add(List.of(Value.of(Property.NAME, "", "Anna"), Value.of(Property.EMAIL, "", ANNA)));
        smtp.refuse(ANNA, "550 5.7.1 blocked by policy");
        queue("Refused for what it is");
        send(desk);
        assertThat(desk.proposals().list(ProposalKind.BOUNCE, 9)).isEmpty();
        smtp.refuse(ANNA, "550 5.1.1 no such user here");
        queue("Refused for the address");
        send(desk);
        assertThat(desk.proposals().list(ProposalKind.BOUNCE, 9)).singleElement().satisfies(dead -> {
            assertThat(dead.status()).isEqualTo("5.1.1");
            assertThat(dead.line()).contains("no such user here");
            assertThat(dead.seen()).isEqualTo(1);
        });
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(desk.proposals().list(ProposalKind.BOUNCE, 9)).as("from the logs").hasSize(1);
    }

    @Test
    void whoIsPutOffIsTriedAgainAloneAndTheOthersGetNoSecondCopy() {
        queue("One later");
        smtp.refuse(BOB, "451 4.7.1 greylisted");
        send(desk);
        assertThat(now(desk).state()).isEqualTo(State.WAITING);
        assertThat(now(desk).notBefore()).isAfter(Instant.now());
        smtp.behave();
        send(desk);
        assertThat(smtp.copies()).as("not before its time").isEqualTo(Map.of(ANNA, 1));
        desk.outbox().retry(now(desk).id());
        send(desk);
        assertThat(smtp.copies()).isEqualTo(ONCE);
        assertThat(now(desk).state()).isEqualTo(State.FILED);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"MAIL", "DATA", "AFTER_END"})
    void aTemporaryRefusalIsTriedAgainWithGrowingPausesAndAPermanentOneStops(Step step) {
        queue("Refused");
        smtp.answerAt(step, "452 4.3.1 no room");
        send(desk);
        assertThat(now(desk).state()).isEqualTo(State.WAITING);
        assertThat(now(desk).attempts()).isEqualTo(1);
        assertThat(now(desk).answer()).contains("no room");
        smtp.answerAt(step, "550 5.7.1 not wanted");
        desk.outbox().retry(now(desk).id());
        send(desk);
        assertThat(now(desk).state()).isEqualTo(State.REFUSED);
        assertThat(now(desk).answer()).isEqualTo("550 5.7.1 not wanted");
        smtp.behave();
        send(desk);
        assertThat(smtp.taken()).isEmpty();
        desk.outbox().retry(now(desk).id());
        send(desk);
        assertThat(smtp.copies()).isEqualTo(ONCE);
    }

    @Test
    void whatIsTakenBackIsNeitherSentNorShown() {
        Outgoing queued = queue("Taken back");
        desk.outbox().cancel(queued.id());
        send(desk);
        assertThat(smtp.taken()).isEmpty();
        assertThat(desk.conversations().ids(0, "Taken back", 0)).isEmpty();
        assertThatThrownBy(() -> desk.outbox().cancel(queued.id())).isInstanceOf(KithException.class);
        assertThatThrownBy(() -> desk.outbox().retry(queued.id())).isInstanceOf(KithException.class);
    }

    @Test
    void whatIsTooLargeForTheServerIsRefusedInPlainWords() {
        smtp.withoutExtension("SIZE");
        smtp.withExtension("SIZE 100");
        queue("Too large");
        send(desk);
        assertThat(now(desk).state()).isEqualTo(State.REFUSED);
        assertThat(now(desk).answer()).contains("the server takes 100");
        assertThat(smtp.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void theOutboxIsBuiltAgainFromTheLogs() throws IOException {
        queue("One");
        smtp.refuse(BOB, "550 no");
        send(desk);
        queue("Two");
        String before = desk.doctor().check(_ -> {}).digest();
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(before);
        assertThat(desk.outbox().list()).extracting(Outgoing::state).containsExactly(State.FILED, State.WAITING);
    }
}
