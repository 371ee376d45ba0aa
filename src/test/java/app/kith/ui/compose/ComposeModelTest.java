package app.kith.ui.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.desk.Desk;
import app.kith.mail.Mailbox;
import app.kith.store.Correspondents.Correspondent;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.compose.Checks.Remark;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.outbox.OutboxModel;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter from its first word to the server, without a window. */
@OnScreen
class ComposeModelTest {
    private static final String ME = "lin@firm.example";

    @TempDir
    private Path folder;

    private final StepBackground background = new StepBackground();
    private final HandClock clock = new HandClock();
    private GreenMail server;
    private Desk desk;
    private Account account;
    private ChangeFeed feed;
    private OutboxModel outbox;
    private Composer composer;

    /** A clock that stands until it is put on. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser(ME, ME, "secret");
        server.start();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).at(clock));
        account = add(ME);
        feed = new ChangeFeed(background, desk::subscribe);
        outbox = new OutboxModel(desk.outbox(), desk.accounts(), desk.conversations(), desk.sync(), background, feed,
                clock);
        composer = new Composer(Services.of(desk), background, clock, () -> Words.of(Locale.ENGLISH));
    }

    private Account add(String email) {
        return desk.accounts().add(new Account(0, email, "Lin Yue", new Server("127.0.0.1", 1, Security.NONE),
                new Server("127.0.0.1", server.getSmtp().getPort(), Security.NONE), ME, null, null, null), "secret")
                .account();
    }

    @AfterEach
    void close() throws Exception {
        feed.close();
        outbox.close();
        desk.close();
        server.stop();
    }

    private ComposeModel begin(Consumer<Consumer<ComposeModel>> how) {
        List<ComposeModel> made = new ArrayList<>();
        how.accept(made::add);
        background.settle();
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private static void fail(Exception e) {
        throw new AssertionError(e);
    }

    private ComposeModel letter() {
        ComposeModel model = begin(then -> composer.write(List.of(), then, ComposeModelTest::fail));
        model.accept(model.to(), "Anna Keller <anna@nord.example>; wang@hua.example");
        model.subjectProperty().set("Offer Q-1042");
        model.textProperty().set("Dear Anna,\n\nthank you." + model.textProperty().get());
        return model;
    }

    private @Nullable Outgoing send(ComposeModel model) {
        List<Outgoing> sent = new ArrayList<>();
        model.send(null, sent::add);
        background.settle();
        assertThat(model.failureProperty().get()).isNull();
        return sent.isEmpty() ? null : sent.getFirst();
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
        outbox.tick();
        background.settle();
    }

    @Test
    void aLetterGoesToTheServerTenSecondsAfterItWasSent() throws Exception {
        Path file = Files.writeString(folder.resolve("报价.txt"), "prices");
        ComposeModel model = letter();
        model.attach(List.of(file));
        background.settle();
        Files.delete(file);
        Outgoing outgoing = requireNonNull(send(model));
        assertThat(outgoing.state()).isEqualTo(State.WAITING);
        pass(Duration.ofSeconds(9));
        assertThat(server.getReceivedMessages()).isEmpty();
        pass(Duration.ofSeconds(1));
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Offer Q-1042");
        String whole = GreenMailUtil.getWholeMessage(received[0]);
        assertThat(whole).contains("thank you.", "Anna Keller <anna@nord.example>", "cHJpY2Vz");
        pass(Duration.ofMinutes(10));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void sendingUndoneWithinTenSecondsSendsNothingAndOpensTheDraftAgain() {
        ComposeModel model = letter();
        Outgoing outgoing = requireNonNull(send(model));
        pass(Duration.ofSeconds(9));
        ComposeModel again = begin(then -> composer.open(outgoing, then, ComposeModelTest::fail));
        assertThat(again.draft().people()).isEqualTo(model.draft().people());
        assertThat(again.subjectProperty().get()).isEqualTo("Offer Q-1042");
        assertThat(again.textProperty().get()).isEqualTo("Dear Anna,\n\nthank you.");
        assertThat(again.id()).isEqualTo(outgoing.id());
        pass(Duration.ofHours(1));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(desk.outbox().list()).extracting(Outgoing::state).containsExactly(State.DRAFT);
        assertThat(requireNonNull(send(again)).id()).isEqualTo(outgoing.id());
        pass(Duration.ofMinutes(2));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whatIsTypedIsKeptAsOneDraftAndNothingTypedLeavesNothing() {
        ComposeModel untouched = begin(then -> composer.write(List.of(), then, ComposeModelTest::fail));
        untouched.close();
        background.settle();
        assertThat(desk.outbox().list()).isEmpty();
        ComposeModel model = letter();
        background.settle();
        assertThat(model.stageProperty().get()).isEqualTo(DraftKeeper.Stage.KEPT);
        model.textProperty().set("Dear Wang,");
        assertThat(model.stageProperty().get()).isEqualTo(DraftKeeper.Stage.TYPED);
        background.settle();
        model.textProperty().set("Dear Wang, the last words");
        model.lastSave().run();
        assertThat(desk.outbox().list()).hasSize(1);
        assertThat(desk.drafts().read(model.id()).text()).isEqualTo("Dear Wang, the last words");
        assertThat(outbox.rowsProperty().get()).singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo("Offer Q-1042"));
    }

    @Test
    void whatSpeaksAgainstSendingIsAskedOnceAndWhatCannotBeSentIsNot() {
        ComposeModel model = letter();
        model.textProperty().set("See the attached offer.");
        assertThat(model.remarksProperty().get()).extracting(Remark::kind).containsExactly(Checks.Kind.NO_FILE);
        assertThat(send(model)).isNull();
        assertThat(model.askedProperty().get()).hasSize(1);
        model.accept(model.to(), "not an address");
        assertThat(model.askedProperty().get()).as("changed since").isEmpty();
        assertThat(send(model)).isNull();
        assertThat(send(model)).isNull();
        assertThat(desk.outbox().list()).allMatch(each -> each.state() == State.DRAFT);
        model.to().removeLast();
        assertThat(send(model)).isNull();
        assertThat(send(model)).isNotNull();
    }

    @Test
    void anAnswerQuotesSignsAndComesFromTheAccountThatWasWrittenTo() {
        Account second = add("sales@firm.example");
        desk.texts().sign(account, "Lin");
        desk.texts().sign(second, "Sales of Firm");
        TestDesk.file(desk, account, List.of("""
                From: Anna Keller <anna@nord.example>\r
                To: sales@firm.example\r
                Cc: Bob <bob@nord.example>, lin@firm.example\r
                Subject: Prices\r
                Message-ID: <1@nord.example>\r
                Date: Wed, 25 Nov 2026 07:00:00 +0000\r
                \r
                What does it cost? See the attached list.\r
                """.getBytes(StandardCharsets.UTF_8)), clock.now);
        long message = desk.conversations().messages(desk.conversations().ids(0, "Prices", 0)[0]).getFirst().id();
        ComposeModel model = begin(
                then -> composer.answer(message, Kind.REPLY_ALL, then, ComposeModelTest::fail));
        assertThat(model.fromProperty().get().email()).isEqualTo("sales@firm.example");
        assertThat(model.to()).containsExactly(new Mailbox("Anna Keller", "anna@nord.example"));
        assertThat(model.cc()).containsExactly(new Mailbox("Bob", "bob@nord.example"));
        assertThat(model.subjectProperty().get()).isEqualTo("Re: Prices");
        assertThat(model.textProperty().get()).startsWith("\n\n-- \nSales of Firm\n\nOn ")
                .contains("> What does it cost?");
        assertThat(model.remarksProperty().get()).as("the quoted words are not the user's").isEmpty();
        assertThat(model.draft().inReplyTo()).containsExactly("1@nord.example");
        model.fromProperty().set(account);
        assertThat(model.textProperty().get()).startsWith("\n\n-- \nLin\n\nOn ");
        model.close();
        background.settle();
        assertThat(desk.outbox().list().getFirst().sender()).isEqualTo(ME);
        ComposeModel forward = begin(then -> composer.answer(message, Kind.FORWARD, then, ComposeModelTest::fail));
        assertThat(forward.to()).isEmpty();
        assertThat(forward.textProperty().get()).contains("Forwarded message", "What does it cost?");
    }

    @Test
    void addressesAreProposedTheMostWrittenToFirstAndTemplatesKnowWhomTheyGoTo() {
        ComposeModel model = letter();
        requireNonNull(send(model));
        pass(Duration.ofMinutes(1));
        ComposeModel next = begin(then -> composer.write(List.of(), then, ComposeModelTest::fail));
        List<Correspondent> found = new ArrayList<>();
        next.complete("kel", found::addAll);
        background.settle();
        assertThat(found).extracting(Correspondent::email).containsExactly("anna@nord.example");
        next.accept(next.to(), "anna@nord.example");
        found.clear();
        next.complete("example", found::addAll);
        background.settle();
        assertThat(found).extracting(Correspondent::email).containsExactly("wang@hua.example");
        List<String> filled = new ArrayList<>();
        next.fill("Dear {first name} of {公司}, {my name} {my address}", filled::add);
        background.settle();
        assertThat(filled).containsExactly("Dear Anna of {公司}, Lin Yue lin@firm.example");
    }

    @Test
    void whatIsThrownAwayComesBackByUndo() {
        ComposeModel model = letter();
        List<Outgoing> gone = new ArrayList<>();
        model.discard(outgoing -> gone.add(requireNonNull(outgoing)));
        background.settle();
        assertThat(desk.outbox().list()).extracting(Outgoing::state).containsExactly(State.CANCELLED);
        ComposeModel again = begin(then -> composer.restore(gone.getFirst(), then, ComposeModelTest::fail));
        assertThat(again.draft()).isEqualTo(model.draft());
        Outgoing waiting = requireNonNull(send(again));
        outbox.cancel(outbox.rowsProperty().get().getFirst(), () -> {}, ComposeModelTest::fail);
        background.settle();
        pass(Duration.ofMinutes(1));
        assertThat(server.getReceivedMessages()).isEmpty();
        ComposeModel third = begin(then -> composer.restore(waiting, then, ComposeModelTest::fail));
        assertThat(third.draft().people()).isEqualTo(model.draft().people());
    }

    private void startAgain() {
        server = new GreenMail(new ServerSetup(requireNonNull(account.smtp()).port(), "127.0.0.1",
                ServerSetup.PROTOCOL_SMTP));
        server.setUser(ME, ME, "secret");
        server.start();
    }

    @Test
    void somebodyWhoKnowsThatTheServerIsBackWaitsForNoPause() {
        server.stop();
        requireNonNull(send(letter()));
        pass(Duration.ofSeconds(10));
        assertThat(outbox.troublesProperty().get()).containsOnlyKeys(account.id());
        startAgain();
        outbox.sendDue();
        background.settle();
        assertThat(server.getReceivedMessages()).hasSize(2);
        requireNonNull(send(letter()));
        outbox.sendDue();
        background.settle();
        assertThat(server.getReceivedMessages()).as("one that can still be taken back").hasSize(2);
    }

    @Test
    void aServerThatCannotBeReachedIsTriedAgainAfterAPauseAndTheReasonIsShown() {
        server.stop();
        requireNonNull(send(letter()));
        pass(Duration.ofSeconds(10));
        assertThat(outbox.troublesProperty().get()).containsOnlyKeys(account.id());
        assertThat(outbox.open()).isEqualTo(1);
        startAgain();
        pass(Duration.ofSeconds(30));
        assertThat(server.getReceivedMessages()).isEmpty();
        outbox.sendNow(outbox.rowsProperty().get().getFirst(), ComposeModelTest::fail);
        background.settle();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(outbox.rowsProperty().get().getFirst().group())
                .isEqualTo(app.kith.ui.outbox.OutboxRow.Group.SENT);
    }

    @Test
    void signaturesAndTemplatesAreKeptAsTheyAreEdited() {
        TextsModel texts = new TextsModel(desk.texts(), desk.accounts(), background, ComposeModelTest::fail);
        background.settle();
        texts.textProperty().set("Lin Yue\nFirm");
        background.settle();
        texts.add("Offer");
        texts.textProperty().set("Dear {first name},");
        texts.nameProperty().set("Offer, short");
        background.settle();
        assertThat(desk.texts().signatures()).containsEntry(account.id(), "Lin Yue\nFirm");
        assertThat(desk.texts().templates()).containsOnlyKeys("Offer, short");
        texts.remove();
        background.settle();
        assertThat(desk.texts().templates()).isEmpty();
        ComposeModel model = begin(then -> composer.write(List.of(), then, ComposeModelTest::fail));
        assertThat(model.textProperty().get()).contains("-- \nLin Yue\nFirm");
    }
}
