package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.Actor;
import app.kith.change.Change.OperationChange;
import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to mail in the window without a network: it shows at once, waits, and can be taken back. */
@OnScreen
class MailActsTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private OutsideTwin outside;

    @BeforeEach
    void pullAndGoOffline() throws Exception {
        desk = TestDesk.open(folder.resolve("home"));
        try (DemoServer server = DemoServer.start(SampleMailbox.of(20_260_401, 80, NOW))) {
            TestDesk.add(desk, server);
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        }
        background = new StepBackground();
        outside = new OutsideTwin();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
    }

    @AfterEach
    void close() {
        session.close();
        desk.close();
    }

    private MainView view(Settings settings) {
        Words words = Words.of(settings.locale());
        MainView view = new MainView(session, settings, words, new Dates(words, CLOCK), outside, new Label(),
                new MainView.Acts(() -> {}, _ -> {}, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}), Writing.Acts.NONE,
                        () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, _ -> {}, _ -> {}));
        Look.take(settings.theme() == Theme.DARK);
        Look.dress(new Scene(view, 1280, 800), settings);
        view.resize(1280, 800);
        Picture.settle(view, background);
        return view;
    }

    private static Settings english() {
        return Settings.USUAL.themed(Theme.LIGHT).speaking("en");
    }

    /** Goes to a conversation that has an unread mail from somebody else; returns that mail. */
    private MessageRow openUnread() {
        for (long id : desk.conversations().ids(0, "", 0)) {
            for (MessageRow row : desk.conversations().messages(id).reversed()) {
                if (row.unread() && !row.outgoing()) {
                    session.place().set(Place.MAIL);
                    session.conversations().selectedProperty().set(id);
                    return row;
                }
            }
        }
        throw new AssertionError("nothing is unread");
    }

    private MessageRow now(MessageRow row) {
        return desk.conversations().message(row.id()).orElseThrow();
    }

    private static void press(MainView view, KeyCode code) {
        Node at = view.lookupAll(".message").stream().filter(node -> !node.getStyleClass().contains("closed"))
                .findFirst().orElseThrow();
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aMailThatIsOpenForAMomentIsReadUnlessTheUserWantsOtherwise() throws Exception {
        Toolkit.on(() -> {
            session.acts().readsOnOpen(false);
            MainView view = view(english());
            MessageRow mail = openUnread();
            Picture.settle(view, background);
            assertThat(now(mail).unread()).isTrue();
            session.conversations().selectedProperty().set(null);
            Picture.settle(view, background);
            session.acts().readsOnOpen(true);
            openUnread();
            MainView again = view(english());
            Picture.settle(again, background);
            assertThat(now(mail).unread()).isFalse();
            assertThat(session.pending().pendingProperty().get().waiting()).isEqualTo(1);
            press(again, KeyCode.U);
            Picture.settle(again, background);
            assertThat(now(mail).unread()).as("the user's word holds, though the mail is open").isTrue();
            return true;
        });
    }

    @Test
    void keysArchiveFlagAndThrowAwayAndEachIsTakenBack() throws Exception {
        session.acts().readsOnOpen(false);
        Toolkit.on(() -> {
            MainView view = view(english());
            MessageRow mail = openUnread();
            Picture.settle(view, background);
            press(view, KeyCode.S);
            Picture.settle(view, background);
            assertThat(now(mail).flagged()).isTrue();
            press(view, KeyCode.E);
            Picture.settle(view, background);
            assertThat(outside.said.getLast()).isEqualTo("Archived");
            assertThat(folders(mail)).containsExactly("Archive");
            outside.offered.run();
            Picture.settle(view, background);
            assertThat(folders(mail)).containsExactly("INBOX");
            int before = desk.conversations().messages(mail.conversation()).size();
            press(view, KeyCode.DELETE);
            Picture.settle(view, background);
            assertThat(folders(mail)).containsExactly("Trash");
            assertThat(desk.conversations().messages(mail.conversation())).hasSize(before - 1);
            outside.offered.run();
            Picture.settle(view, background);
            assertThat(desk.conversations().messages(mail.conversation())).hasSize(before);
            return true;
        });
    }

    private List<String> folders(MessageRow mail) {
        return desk.operations().lying(mail.id()).stream().map(place -> place.folder().path()).toList();
    }

    @Test
    void whatWaitsAndWhatFailedIsSaidAndCanBeCancelledAndTriedAgain() throws Exception {
        session.acts().readsOnOpen(false);
        Toolkit.on(() -> {
            List<Long> mails = Arrays.stream(desk.conversations().ids(0, "", 0)).boxed()
                    .map(id -> desk.conversations().messages(id).getLast()).filter(row -> !row.outgoing())
                    .map(MessageRow::id).limit(4).toList();
            desk.operations().archive(mails.subList(0, 1));
            desk.operations().delete(mails.subList(1, 2));
            desk.operations().move(mails.subList(2, 3), "Archive");
            desk.operations().flag(mails.subList(3, 4),
                    new app.kith.change.MessageFlags(app.kith.change.MessageFlags.FLAGGED, List.of()),
                    app.kith.change.MessageFlags.NONE);
            Operation first = desk.operations().list().getFirst();
            desk.journal().enter(Actor.SYNC, "test", _ -> List
                    .of(new OperationChange(first.id(), first, first.in(State.FAILED, "elsewhere Junk"))));
            session.place().set(Place.SYNC);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    MainView view = view(Settings.USUAL.themed(theme).speaking(locale.toLanguageTag()));
                    save(view, "waiting", locale, theme);
                    assertThat(texts(view)).anyMatch(text -> text.contains("Junk"));
                    assertThat(session.pending().pendingProperty().get().waiting()).isEqualTo(3);
                }
            }
            MainView view = view(english());
            assertThat(texts(view)).anyMatch(text -> text.contains("3 changes wait"))
                    .anyMatch(text -> text.contains("1 change could not be made"));
            button(view, "Try again").fire();
            Picture.settle(view, background);
            assertThat(session.pending().pendingProperty().get().waiting()).isEqualTo(4);
            for (int left = 4; left > 0; left--) {
                button(view, "Cancel").fire();
                Picture.settle(view, background);
                assertThat(session.pending().pendingProperty().get().waiting()).isEqualTo(left - 1);
            }
            assertThat(requireNonNull(view.lookup(".pending")).isVisible()).isFalse();
            return true;
        });
    }

    @Test
    void theRowOfActsIsDrawn() throws Exception {
        session.acts().readsOnOpen(false);
        Toolkit.on(() -> {
            MessageRow mail = openUnread();
            desk.operations().flag(List.of(mail.id()),
                    new app.kith.change.MessageFlags(app.kith.change.MessageFlags.FLAGGED, List.of()),
                    app.kith.change.MessageFlags.NONE);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    MainView view = view(Settings.USUAL.themed(theme).speaking(locale.toLanguageTag()));
                    save(view, "acts", locale, theme);
                    assertThat(view.lookupAll(".mail-actions")).anyMatch(Node::isVisible);
                    assertThat(view.lookupAll(".mail-actions .button")).as("every icon speaks")
                            .allMatch(node -> !Objects.toString(node.getAccessibleText(), "").isEmpty());
                }
            }
            return true;
        });
    }

    private static void save(MainView view, String name, Locale locale, Theme theme) {
        Picture.save(view.snapshot(null, null), PICTURES.resolve(name + "-" + locale.getLanguage() + "-"
                + theme.name().toLowerCase(Locale.ROOT) + ".png"));
    }

    private static List<String> texts(MainView view) {
        return Stream.concat(view.lookupAll(".label").stream(), view.lookupAll(".button").stream())
                .filter(Labeled.class::isInstance)
                .map(node -> Objects.toString(((Labeled) node).getText(), "")).toList();
    }

    private static Button button(MainView view, String text) {
        return (Button) view.lookupAll(".pending .button").stream()
                .filter(node -> node instanceof Button button && text.equals(button.getText())).findFirst()
                .orElseThrow();
    }
}
