package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.ConversationActs.Act;
import app.kith.desk.Desk;
import app.kith.store.ConversationList.Filter;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import app.kith.store.Conversations.ConversationRow;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.look.MailLook;
import app.kith.ui.look.Settings;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of mail on the screen: what it is sifted by, and what is done to whole conversations with keys and buttons. */
@OnScreen
class MailListScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
    private static final Scope INBOX = new Scope(0, FolderRole.INBOX, "");
    private static final Dress ENGLISH = Shown.DRESSES.getFirst();

    @TempDir
    private static Path pulled;

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private OutsideTwin outside;
    private Settings settings = Settings.USUAL;

    @BeforeAll
    static void pull() {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(20_260_401, 220, NOW));
                Desk desk = TestDesk.open(pulled.resolve("home"))) {
            TestDesk.add(desk, server);
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        }
    }

    @BeforeEach
    void open() throws Exception {
        TestDesk.copy(pulled.resolve("home"), folder.resolve("home"));
        desk = TestDesk.open(folder.resolve("home"));
        background = new StepBackground();
        outside = new OutsideTwin();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.acts().readsOnOpen(false);
        session.place().set(Place.MAIL);
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.on(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
        session.close();
        desk.close();
    }

    private MainView window(Dress dress) {
        return window(dress, dress.settings());
    }

    private MainView window(Dress dress, Settings now) {
        settings = now;
        Words words = dress.words();
        return new MainView(session, settings, words, new Dates(words, CLOCK), outside, new Label(),
                new MainView.Acts(() -> {}, this::keep, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}),
                        Writing.Acts.NONE, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, _ -> {}, _ -> {}));
    }

    private void keep(UnaryOperator<Settings> step) {
        settings = step.apply(settings);
    }

    private void draw(Parent view, Dress dress, String name) {
        Shown.picture(view, dress, background, name, 1280, 800);
    }

    private static ToggleButton chip(Parent view, String name) {
        return Shown.seen(view, ".filter-chip").stream().map(ToggleButton.class::cast)
                .filter(chip -> chip.getText().startsWith(name)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ListView<Long> list(Parent view) {
        return (ListView<Long>) Shown.seen(view, ".row-list").getFirst();
    }

    private static void press(Node on, KeyCode key, boolean shift, boolean control) {
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key.getName(), key, shift,
                control, false, false));
    }

    private long count(Scope scope, Sign... signs) {
        return desk.conversationList().ids(new Filter(0, "", Set.of(signs), scope), 0, NOW).length;
    }

    private Long number(int at) {
        return session.conversations().rows().numbers().get(at);
    }

    private List<String> folders(long conversation) {
        return desk.conversations().messages(conversation).stream()
                .flatMap(row -> desk.operations().lying(row.id()).stream()).map(place -> place.folder().path())
                .distinct().sorted().toList();
    }

    @Test
    void chipsSayHowManyThereAreAndSiftTheList() throws Exception {
        desk.conversationActs().act(new Act.Flag(),
                Arrays.stream(desk.conversationList().ids(Filter.ALL, 3, NOW)).boxed().toList(), Scope.ALL);
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.conversations().everything();
                MainView view = window(dress);
                background.settle();
                session.conversations().selectedProperty().set(number(1));
                draw(view, dress, "mail-chips");
                String unread = dress.words().get("mails.sign.unread");
                assertThat(chip(view, unread).getText()).isEqualTo(unread + "  " + count(Scope.ALL, Sign.UNREAD));
                chip(view, unread).fire();
                draw(view, dress, "mail-chips-unread");
                assertThat(session.conversations().rows().sizeProperty().get())
                        .isEqualTo((int) count(Scope.ALL, Sign.UNREAD));
                Shown.picture(view, dress, background, "mail-chips-low", 1024, 640);
                chip(view, dress.words().get("mails.sign.mine")).fire();
                chip(view, dress.words().get("mails.sign.theirs")).fire();
                assertThat(session.conversations().signsProperty().get()).as("either owed or awaited")
                        .containsExactlyInAnyOrder(Sign.UNREAD, Sign.THEIRS);
            }
            MainView view = window(ENGLISH);
            draw(view, ENGLISH, "mail-chips");
            Label beside = (Label) Shown.seen(view, ".navigation-count").stream()
                    .filter(node -> ((Label) node).getText().equals(String.valueOf(count(Scope.ALL, Sign.UNREAD))))
                    .findFirst().orElseThrow();
            long before = count(Scope.ALL, Sign.UNREAD);
            ConversationRow first = desk.conversationList().rows(
                    List.of(desk.conversationList().ids(new Filter(0, "", Set.of(Sign.UNREAD), Scope.ALL), 1, NOW)[0]),
                    Scope.ALL).getFirst();
            desk.conversationActs().act(new Act.Read(), List.of(first.id()), Scope.ALL);
            Picture.settle(view, background);
            assertThat(beside.getText()).isEqualTo(String.valueOf(before - 1));
            return true;
        });
    }

    @Test
    void severalAreChosenByKeysPutAwayAndTakenBackAsOneAndTheNextIsSelected() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.conversations().scopeProperty().set(INBOX);
                session.conversations().selectedProperty().set(null);
                MainView view = window(dress, dress.settings().mailing(new MailLook(List.of(), 0, "inbox", "")));
                draw(view, dress, "mail-many");
                ListView<Long> list = list(view);
                list.getSelectionModel().clearAndSelect(5);
                list.getFocusModel().focus(5);
                press(list, KeyCode.DOWN, true, false);
                press(list, KeyCode.DOWN, true, false);
                draw(view, dress, "mail-many");
                assertThat(session.conversations().chosenProperty().get()).containsExactly(number(5), number(6),
                        number(7));
                assertThat(Shown.texts(view)).contains(dress.words().count("mails.chosen", 3));
                Shown.picture(view, dress, background, "mail-many-low", 1024, 640);
                Shown.picture(view, dress, background, "mail-many", 1280, 800);
                Long next = number(8);
                List<Long> gone = List.of(number(5), number(6), number(7));
                int size = session.conversations().rows().sizeProperty().get();
                press(list, KeyCode.E, false, false);
                Picture.settle(view, background);
                assertThat(outside.said.getLast()).isEqualTo(dress.words().count("mails.did.archive", 3));
                assertThat(session.conversations().rows().sizeProperty().get()).isEqualTo(size - 3);
                assertThat(session.conversations().rows().numbers()).doesNotContainAnyElementsOf(gone);
                assertThat(session.conversations().selectedProperty().get()).isEqualTo(next);
                assertThat(list.getSelectionModel().getSelectedIndices()).containsExactly(5);
                long set = desk.history().list(0, 0, 1).getFirst().sequence();
                outside.offered.run();
                Picture.settle(view, background);
                assertThat(session.conversations().rows().numbers().subList(5, 8)).isEqualTo(gone);
                assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).as("one change set").isEqualTo(set + 1);
                assertThat(desk.operations().list()).isEmpty();
            }
            return true;
        });
    }

    @Test
    void keysInTheListConcernTheWholeConversation() throws Exception {
        Toolkit.on(() -> {
            MainView view = window(ENGLISH);
            draw(view, ENGLISH, "mail-keys");
            ListView<Long> list = list(view);
            long talk = session.conversations().rows().numbers().stream()
                    .filter(id -> desk.conversations().messages(id).size() > 2
                            && desk.conversations().find(id).orElseThrow().flagged() == 0
                            && folders(id).contains("INBOX"))
                    .findFirst().orElseThrow();
            list.getSelectionModel().clearAndSelect(session.conversations().rows().at(talk));
            Picture.settle(view, background);
            int at = list.getSelectionModel().getSelectedIndex();
            press(list, KeyCode.E, false, false);
            Picture.settle(view, background);
            assertThat(folders(talk)).doesNotContain("INBOX").contains("Archive");
            assertThat(outside.said.getLast()).isEqualTo("Archived");
            assertThat(session.conversations().selectedProperty().get()).as("in all mail it stays").isEqualTo(talk);
            press(list, KeyCode.S, false, false);
            Picture.settle(view, background);
            assertThat(desk.conversations().find(talk).orElseThrow().flagged()).isPositive();
            press(list, KeyCode.S, false, false);
            Picture.settle(view, background);
            assertThat(desk.conversations().find(talk).orElseThrow().flagged()).isZero();
            Long next = number(at + 1);
            press(list, KeyCode.DELETE, false, false);
            Picture.settle(view, background);
            assertThat(desk.conversations().find(talk)).isEmpty();
            assertThat(session.conversations().selectedProperty().get()).isEqualTo(next);
            outside.offered.run();
            Picture.settle(view, background);
            assertThat(desk.conversations().find(talk)).isPresent();
            press(list, KeyCode.A, false, true);
            Picture.settle(view, background);
            assertThat(session.conversations().chosenProperty().get())
                    .hasSize(session.conversations().rows().sizeProperty().get());
            return true;
        });
    }

    @Test
    void whatIsReadStaysInTheListUntilItIsSiftedAnewAndAllReadIsAnAchievement() throws Exception {
        Toolkit.on(() -> {
            MainView view = window(ENGLISH);
            draw(view, ENGLISH, "mail-read");
            chip(view, "Unread").fire();
            Picture.settle(view, background);
            int unread = session.conversations().rows().sizeProperty().get();
            assertThat(unread).isGreaterThan(3);
            Long second = number(1);
            list(view).getSelectionModel().clearAndSelect(1);
            Picture.settle(view, background);
            desk.conversationActs().act(new Act.Read(), List.of(second), Scope.ALL);
            Picture.settle(view, background);
            assertThat(number(1)).as("it does not vanish while it is read").isEqualTo(second);
            assertThat(chip(view, "Unread").getText()).isEqualTo("Unread  " + (unread - 1));
            list(view).getSelectionModel().clearAndSelect(2);
            Picture.settle(view, background);
            assertThat(number(1)).isEqualTo(second);
            chip(view, "Unread").fire();
            chip(view, "Unread").fire();
            Picture.settle(view, background);
            assertThat(session.conversations().rows().numbers()).doesNotContain(second);
            Shown.button(view, "Mark all shown as read").fire();
            Picture.settle(view, background);
            assertThat(count(Scope.ALL, Sign.UNREAD)).isZero();
            assertThat(outside.said.getLast()).isEqualTo("Marked " + (unread - 1) + " as read");
            for (Dress dress : Shown.DRESSES) {
                MainView other = window(dress, dress.settings().mailing(new MailLook(List.of("unread"), 0, "", "")));
                draw(other, dress, "mail-none-unread");
                assertThat(Shown.texts(other)).contains(dress.words().get("mails.none.unread"));
            }
            outside.offered.run();
            Picture.settle(view, background);
            assertThat(count(Scope.ALL, Sign.UNREAD)).isEqualTo(unread - 1);
            return true;
        });
    }

    @Test
    void aFolderIsChosenInTheUsersWordsAndWhatLiesThereIsRead() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.conversations().everything();
                session.conversations().selectedProperty().set(null);
                MainView view = window(dress);
                draw(view, dress, "mail-folders");
                Stage stage = new Stage();
                stage.setScene(view.getScene());
                stage.setWidth(1280);
                stage.setHeight(800);
                stage.show();
                MenuButton folders = (MenuButton) Shown.seen(view, ".folder-choice").getFirst();
                folders.show();
                Picture.settle(view, background);
                List<String> names = folders.getItems().stream().map(MenuItem::getText).filter(Objects::nonNull)
                        .toList();
                assertThat(names).startsWith(dress.words().get("mails.all"), dress.words().get("screen.role.inbox"),
                        dress.words().get("screen.role.sent"))
                        .contains(dress.words().get("screen.role.trash"), dress.words().get("screen.role.junk"));
                Parent popup = Window.getWindows().stream()
                        .filter(window -> !window.equals(stage) && window.isShowing())
                        .map(window -> window.getScene().getRoot()).findFirst().orElseThrow();
                Picture.save(popup.snapshot(null, null),
                        Shown.PICTURES.resolve("mail-folder-menu-" + dress.name() + ".png"));
                MenuItem trash = folders.getItems().stream()
                        .filter(item -> dress.words().get("screen.role.trash").equals(item.getText())).findFirst()
                        .orElseThrow();
                folders.hide();
                requireNonNull(trash.getOnAction()).handle(new ActionEvent());
                Picture.settle(view, background);
                assertThat(session.conversations().rows().sizeProperty().get()).isPositive()
                        .isEqualTo((int) count(new Scope(0, FolderRole.TRASH, "")));
                list(view).getSelectionModel().clearAndSelect(0);
                Picture.settle(view, background);
                // Some of it is mail in colours of its own.
                Picture.save(view.snapshot(null, null), Shown.PICTURES.resolve("mail-trash-" + dress.name() + ".png"));
                assertThat(Shown.seen(view, ".message")).as("it can be read").isNotEmpty();
                stage.hide();
            }
            assertThat(settings.mail().path()).isEqualTo("Trash");
            return true;
        });
    }

    @Test
    void whatTheListShowsIsRememberedAndAnEmptyFolderSaysWhatComesThere() throws Exception {
        Account other = desk.accounts().add(new Account(0, "team@example.test", "",
                new Server("127.0.0.1", 1, Security.NONE), null, "team@example.test", null, null, null), "x").account();
        ((Filing) desk.journal()).file(List.of(
                new MailEvent.FolderSeen(new FolderKey(other.id(), "INBOX"), '/', FolderRole.INBOX, true),
                new MailEvent.FolderSeen(new FolderKey(other.id(), "Offers/2026"), '/', FolderRole.OTHER, true)));
        Toolkit.on(() -> {
            MainView view = window(ENGLISH);
            draw(view, ENGLISH, "mail-accounts");
            chip(view, "Your turn").fire();
            session.conversations().scopeProperty().set(new Scope(other.id(), null, "INBOX"));
            assertThat(settings.mail()).isEqualTo(new MailLook(List.of("mine"), other.id(), "", "INBOX"));
            MenuButton folders = (MenuButton) Shown.seen(view, ".folder-choice").getFirst();
            Picture.settle(view, background);
            assertThat(folders.getText()).isEqualTo("Inbox · team@example.test");
            assertThat(folders.getItems().stream().map(MenuItem::getText)).contains("Inbox of all mailboxes",
                    "team@example.test");
            Menu team = (Menu) folders.getItems().getLast();
            assertThat(team.getItems().stream().map(MenuItem::getText)).contains("The whole mailbox", "Inbox",
                    "Offers/2026");
            session.conversations().signsProperty().set(Set.of());
            for (Dress dress : Shown.DRESSES) {
                MainView again = window(dress, dress.settings().mailing(settings.mail()));
                draw(again, dress, "mail-folder-empty");
                assertThat(session.conversations().scopeProperty().get().path()).isEqualTo("INBOX");
                assertThat(Shown.texts(again)).contains(dress.words().get("mails.folder-empty"));
            }
            return true;
        });
    }

    @Test
    void theMenusOfTheListAndOfAConversationHaveTheSameActs() throws Exception {
        Toolkit.on(() -> {
            session.conversations().scopeProperty().set(INBOX);
            MainView view = window(ENGLISH, ENGLISH.settings().mailing(new MailLook(List.of(), 0, "inbox", "")));
            draw(view, ENGLISH, "mail-menu");
            ListView<Long> list = list(view);
            list.getSelectionModel().clearAndSelect(5);
            list.getSelectionModel().select(7);
            Picture.settle(view, background);
            List<Long> two = List.of(number(5), number(7));
            ContextMenu menu = list.getContextMenu();
            requireNonNull(menu.getOnShowing()).handle(null);
            background.settle();
            assertThat(names(menu.getItems())).containsExactly("Mark as read (U)", "Flag (S)", "Archive (E)",
                    "Move to trash (Delete)", "Move to…", "Choose all (Ctrl+A)");
            Menu move = (Menu) item(menu.getItems(), "Move to…");
            assertThat(names(move.getItems())).startsWith("Archive", "Junk", "Trash").doesNotContain("Sent", "Drafts");
            fire(item(move.getItems(), "Junk"));
            Picture.settle(view, background);
            assertThat(outside.said.getLast()).isEqualTo("Moved 2 to Junk");
            assertThat(session.conversations().rows().numbers()).doesNotContainAnyElementsOf(two);
            outside.offered.run();
            Picture.settle(view, background);
            assertThat(session.conversations().rows().numbers()).containsAll(two);

            list.getSelectionModel().clearAndSelect(5);
            Picture.settle(view, background);
            MenuButton more = (MenuButton) Shown.seen(view, ".record-head .menu-button").stream()
                    .filter(node -> view.lookupAll(".record-head").stream()
                            .anyMatch(head -> head.getStyleClass().contains("record-head") && Shown.isSeen(head)))
                    .reduce((_, last) -> last).orElseThrow();
            requireNonNull(more.getOnShowing()).handle(null);
            background.settle();
            assertThat(names(more.getItems())).contains("Mark as read (whole conversation)",
                    "Archive (whole conversation)", "Move to… (whole conversation)", "Print conversation");
            Long next = number(6);
            fire(item(more.getItems(), "Archive (whole conversation)"));
            Picture.settle(view, background);
            assertThat(folders(two.getFirst())).doesNotContain("INBOX");
            assertThat(session.conversations().selectedProperty().get()).as("the list goes on to the next")
                    .isEqualTo(next);
            return true;
        });
    }

    private static List<String> names(List<MenuItem> items) {
        return items.stream().map(MenuItem::getText).filter(Objects::nonNull).toList();
    }

    private static MenuItem item(List<MenuItem> items, String name) {
        return items.stream().filter(item -> name.equals(item.getText())).findFirst().orElseThrow();
    }

    private static void fire(MenuItem item) {
        requireNonNull(item.getOnAction()).handle(new ActionEvent());
    }
}
