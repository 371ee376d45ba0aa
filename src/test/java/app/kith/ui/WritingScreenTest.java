package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.State;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.desk.Desk;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.compose.ComposeModel;
import app.kith.ui.compose.ComposeView;
import app.kith.ui.compose.Composer;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.compose.Services;
import app.kith.ui.compose.TextsForm;
import app.kith.ui.compose.TextsModel;
import app.kith.ui.look.Dates;
import app.kith.ui.work.StepBackground;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window for writing and the page of the outbox. What is shown is written to target/screenshots, to be looked at. */
@OnScreen
class WritingScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    private Path folder;

    private final StepBackground background = new StepBackground();
    private final List<Outgoing> sent = new ArrayList<>();
    private Desk desk;
    private Account account;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.open(TestDesk.options(folder.resolve("home")).at(CLOCK));
        account = add("lin.yue@huake.example", "Lin Yue 林悦");
        desk.texts().sign(account, "林悦 Lin Yue\n深圳华科电子 · Huake Electronics\n+86 138 0013 8000");
        desk.texts().template("", "Offer", "Dear {first name},\n\nplease find our offer for {company} below.");
        TestDesk.file(desk, account, List.of(SAMPLE.getBytes(StandardCharsets.UTF_8)), CLOCK.instant());
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
    }

    private Account add(String email, String name) {
        return desk.accounts().add(new Account(0, email, name, new Server("localhost", 1, Security.NONE),
                new Server("localhost", 1, Security.NONE), email, null, null, null), "secret").account();
    }

    private static final String SAMPLE = """
            From: Anna Keller <anna.keller@nordwind.example>\r
            To: Lin Yue <lin.yue@huake.example>, sales@huake.example\r
            Cc: Jonas Brandt <jonas@nordwind.example>\r
            Subject: Seal kits HY-PA-24V\r
            Message-ID: <1@nordwind.example>\r
            Date: Tue, 24 Nov 2026 09:12:00 +0100\r
            \r
            Dear Lin,\r
            \r
            we would need 500 seal kits for the HY-PA-24V by the middle of January.\r
            Could you send me your best price, with delivery to Hamburg?\r
            \r
            Kind regards\r
            Anna\r
            """;

    @AfterEach
    void close() {
        session.close();
        desk.close();
    }

    private Composer composer(Dress dress) {
        return new Composer(Services.of(desk), background, CLOCK, dress::words);
    }

    private ComposeModel begin(Consumer<Consumer<ComposeModel>> how) {
        List<ComposeModel> made = new ArrayList<>();
        how.accept(made::add);
        background.settle();
        return made.getFirst();
    }

    private ComposeView view(ComposeModel model, Dress dress) {
        return new ComposeView(model, dress.words(), new Dates(dress.words(), CLOCK),
                new ComposeView.Acts(List::of, sent::add, _ -> {}, () -> {}));
    }

    private void picture(ComposeView view, Dress dress, String name) {
        Shown.picture(view, dress, background, name, 760, 640);
    }

    private static void fail(Exception e) {
        throw new AssertionError(e);
    }

    private long message() {
        return desk.conversations().messages(desk.conversations().ids(0, "Seal kits", 0)[0]).getFirst().id();
    }

    @Test
    void aNewLetterIsEmptyButForTheSignature() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ComposeModel model = begin(
                        then -> composer(dress).write(List.of(), then, WritingScreenTest::fail));
                ComposeView view = view(model, dress);
                picture(view, dress, "compose-new");
                assertThat(ComposeView.title(model, dress.words())).isEqualTo(dress.words().get("write.new"));
                assertThat(Shown.texts(view)).doesNotContain(dress.words().get("write.cc"));
                Shown.button(view, dress.words().get("write.copies")).fire();
                assertThat(Shown.texts(view)).contains(dress.words().get("write.cc"), dress.words().get("write.bcc"));
                Shown.button(view, dress.words().get("write.send")).fire();
                picture(view, dress, "compose-stopped");
                assertThat(Shown.texts(view)).contains(dress.words().get("write.check.nobody"));
            }
            return true;
        });
    }

    @Test
    void anAnswerShowsWhomItGoesToAndTheQuoteBelow() throws Exception {
        add("sales@huake.example", "Huake Sales");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ComposeModel model = begin(then -> composer(dress).answer(message(), Kind.REPLY_ALL, then,
                        WritingScreenTest::fail));
                ComposeView view = view(model, dress);
                picture(view, dress, "compose-reply");
                assertThat(Shown.texts(view)).contains("Anna Keller", "Jonas Brandt");
                assertThat(model.textProperty().get()).contains("> Dear Lin,");
            }
            return true;
        });
    }

    @Test
    void filesAndWhatThereIsToSayStandBelowTheTextAndControlEnterAsksBeforeItSends() throws Exception {
        Path file = Files.writeString(folder.resolve("报价单 Q-1042.pdf"), "x".repeat(48_000));
        Path other = Files.writeString(folder.resolve("drawing.dwg"), "x".repeat(1_300_000));
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ComposeModel model = begin(then -> composer(dress).write(
                        List.of(new Mailbox("Anna Keller", "anna.keller@nordwind.example"), new Mailbox("", "wang@")),
                        then, WritingScreenTest::fail));
                ComposeView view = view(model, dress);
                picture(view, dress, "compose-files");
                model.subjectProperty().set("Offer Q-1042");
                model.textProperty().set("Dear Anna,\n\nplease find our offer for {company} attached.\n"
                        + model.textProperty().get());
                assertThat(Shown.texts(view)).contains(dress.words().get("write.check.no-file"));
                picture(view, dress, "compose-no-file");
                List<DraftFile> files = List.of(attach(file), attach(other));
                model.files().addAll(files);
                assertThat(Shown.texts(view)).doesNotContain(dress.words().get("write.check.no-file"));
                picture(view, dress, "compose-files");
                model.to().removeLast();
                press(view, KeyCode.ENTER);
                assertThat(sent).isEmpty();
                picture(view, dress, "compose-asked");
                press(view, KeyCode.ENTER);
                background.settle();
                assertThat(sent).hasSize(1);
                sent.clear();
            }
            return true;
        });
    }

    @Test
    void whatIsMadeToStandOutIsKeptAndSentAsHtmlBesideTheText() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ComposeModel model = begin(then -> composer(dress).write(
                        List.of(new Mailbox("Anna Keller", "anna.keller@nordwind.example")), then,
                        WritingScreenTest::fail));
                model.subjectProperty().set("Offer");
                model.textProperty().set("Dear Anna,\nthe price is 1,200 € until Friday.\nseals\nvalves");
                ComposeView view = view(model, dress);
                picture(view, dress, "compose-styled");
                Stage stage = new Stage(); // What is chosen can only be drawn in a window.
                stage.setScene(view.getScene());
                stage.show();
                RichTextArea area = (RichTextArea) requireNonNull(view.lookup(".compose-text"));
                area.select(TextPos.ofLeading(1, 13), TextPos.ofLeading(1, 20));
                press(area, KeyCode.B);
                press(area, KeyCode.U);
                area.select(TextPos.ofLeading(2, 0), TextPos.ofLeading(3, 6));
                Event.fireEvent(area, new KeyEvent(KeyEvent.KEY_PRESSED, "", "L", KeyCode.L, true, true, false, false));
                area.select(area.getDocumentEnd());
                enter(area);
                type(area, "pumps");
                enter(area);
                enter(area);
                press(area, KeyCode.I);
                type(area, "Regards");
                press(area, KeyCode.I);
                type(area, " Lin");
                picture(view, dress, "compose-styled");
                String text = model.textProperty().get();
                assertThat(text).isEqualTo(
                        "Dear Anna,\nthe price is 1,200 € until Friday.\nseals\nvalves\npumps\nRegards Lin");
                assertThat(model.marksProperty().get()).extracting(mark -> mark.style() + " "
                        + text.substring(mark.from(), mark.to())).containsExactly("BOLD 1,200 €", "UNDERLINE 1,200 €",
                                "ITEM seals", "ITEM valves", "ITEM pumps", "ITALIC Regards");
                press(view, KeyCode.ENTER);
                background.settle();
                Mail mail = desk.mails().read(sent.getFirst().message());
                assertThat(mail.text()).contains("- valves\n- pumps\nRegards Lin");
                assertThat(new String(desk.mails().raw(sent.getFirst().message()), StandardCharsets.UTF_8))
                        .contains("multipart/alternative", "<li>pumps</li>", "<b><u>1,200");
                sent.clear();
                stage.close();
            }
            return true;
        });
    }

    private static void enter(Node on) {
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private static void type(Node on, String text) {
        text.chars().forEach(c -> Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf((char) c), "",
                KeyCode.UNDEFINED, false, false, false, false)));
    }

    private DraftFile attach(Path file) throws java.io.IOException {
        return desk.drafts().attach(account, String.valueOf(file.getFileName()), "application/pdf",
                Files.readAllBytes(file));
    }

    private static void press(Node on, KeyCode key) {
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, true, false, false));
    }

    @Test
    void whatStandsUnfinishedInAFieldForAddressesGoesAlong() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            ComposeModel model = begin(then -> composer(dress).write(List.of(), then, WritingScreenTest::fail));
            model.subjectProperty().set("Hello");
            ComposeView view = view(model, dress);
            picture(view, dress, "compose-new");
            TextField field = (TextField) requireNonNull(view.lookup(".address-field .text-field"));
            field.setText("anna@nordwind.example");
            press(view, KeyCode.ENTER);
            background.settle();
            assertThat(sent).singleElement().satisfies(
                    each -> assertThat(each.recipients().getFirst().address()).isEqualTo("anna@nordwind.example"));
            return true;
        });
    }

    @Test
    void theOutboxShowsWhatIsWrittenWhatWaitsAndWhatFailedAndLetsOneAct() throws Exception {
        fillOutbox();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.place().set(Place.OUTBOX);
                MainView window = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                Shown.picture(window, dress, background, "outbox", 1180, 800);
                assertThat(Shown.texts(window)).contains(dress.words().count("write.outbox.failed", 2),
                        dress.words().count("write.outbox.drafts", 1), dress.words().count("write.outbox.waiting", 2));
                assertThat(session.outbox().open()).isEqualTo(5);
            }
            Dress dress = Shown.DRESSES.getFirst();
            MainView window = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            Shown.picture(window, dress, background, "outbox", 1180, 800);
            int waiting = waiting();
            Shown.button(window, dress.words().get("write.outbox.arrived") + ": 合同终稿").fire();
            Shown.picture(window, dress, background, "outbox-arrived", 1180, 800);
            assertThat(waiting()).isEqualTo(waiting);
            assertThat(session.outbox().open()).isEqualTo(4);
            return true;
        });
    }

    private int waiting() {
        return (int) desk.outbox().list().stream().filter(each -> each.state() == State.WAITING).count();
    }

    private void fillOutbox() {
        desk.drafts().save(0, account, letter("Delivery dates for January", "anna.keller@nordwind.example"));
        queue("Offer Q-1042", Duration.ofHours(16), State.WAITING, "");
        queue("Samples of HY-PA-24V", Duration.ZERO, State.WAITING, "");
        queue("Price list 2027", Duration.ZERO, State.REFUSED,
                "550 5.1.1 <anna.keler@nordwind.example>: no such user here");
        queue("合同终稿", Duration.ZERO, State.IN_DOUBT, "");
        queue("Thank you for your order", Duration.ZERO, State.FILED, "250 2.0.0 queued");
    }

    private static Draft letter(String subject, String to) {
        return new Draft(List.of(new Mailbox("", to)), List.of(), List.of(), subject, "text", List.of(), List.of(),
                List.of());
    }

    private void queue(String subject, Duration later, State state, String answer) {
        Draft draft = letter(subject, "anna.keller@nordwind.example");
        long id = desk.drafts().save(0, account, draft).id();
        Outgoing queued = desk.drafts().send(id, account, draft, CLOCK.instant().plus(later)).outgoing();
        Fate fate = switch (state) {
            case IN_DOUBT -> Fate.OFFERED;
            case REFUSED -> Fate.REFUSED;
            default -> Fate.TAKEN;
        };
        if (state != State.WAITING) {
            desk.journal().enter(app.kith.change.Actor.SYNC, "test", _ -> List.of(
                    new app.kith.change.Change.OutgoingChange(id, queued,
                            queued.turn(Fate.WAITING, fate).to(state, answer))));
        }
    }

    @Test
    void anEmptyOutboxTeachesAndTheWindowOffersToWrite() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : List.of(Shown.DRESSES.get(0), Shown.DRESSES.get(3))) {
                session.place().set(Place.OUTBOX);
                MainView window = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                Shown.picture(window, dress, background, "outbox-empty", 1180, 700);
                assertThat(Shown.texts(window)).contains(dress.words().get("write.outbox.nothing"));
                session.place().set(Place.MAIL);
                session.conversations().selectedProperty().set(desk.conversations().ids(0, "", 0)[0]);
                Shown.picture(window, dress, background, "card-answers", 1180, 700);
                List<Long> asked = new ArrayList<>();
                session.conversation().setOnAnswer((message, kind) -> {
                    assertThat(kind).isEqualTo(Kind.FORWARD);
                    asked.add(message);
                });
                Shown.button(window, dress.words().get("write.forward")).fire();
                assertThat(window.answer(Kind.FORWARD)).isTrue();
                assertThat(asked).containsExactly(message(), message());
            }
            return true;
        });
    }

    @Test
    void signaturesAndTemplatesAreEditedSideBySide() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                TextsModel model = new TextsModel(desk.texts(), desk.accounts(), background, WritingScreenTest::fail);
                background.settle();
                TextsForm form = new TextsForm(model, dress.words(), () -> {});
                Shown.picture(new StackPane(form), dress, background, "texts-signature", 900, 600);
                model.chosenProperty().set(model.entries().getLast());
                Shown.picture((StackPane) form.getParent(), dress, background, "texts-template", 900, 600);
                assertThat(model.textProperty().get()).startsWith("Dear {first name}");
            }
            return true;
        });
    }
}
