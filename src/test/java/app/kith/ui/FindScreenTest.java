package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.search.Hit;
import app.kith.search.Kind;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.find.Command;
import app.kith.ui.find.FindBox;
import app.kith.ui.find.FindModel;
import app.kith.ui.find.HelpSheet;
import app.kith.ui.find.KeysSheet;
import app.kith.ui.look.Dates;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The box over everything, the sheet of keys and the help, without a display. */
@OnScreen
class FindScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SHOWN = "from:wang 报价";
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private static Path folder;

    private static DemoServer server;
    private static Desk desk;

    private StepBackground background;
    private Session session;
    private final List<Hit> opened = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @BeforeAll
    static void pull() {
        server = DemoServer.start(SampleMailbox.of(20_260_401, 200, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        TestDesk.add(desk, server);
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.COMPANY, "", "深圳华科电子有限公司"), Value.of(Property.TITLE, "", "采购经理"),
                Value.of(Property.PHONE, "mobile", "138 0000 1234")));
        assertThat(desk.search().await(Duration.ofMinutes(2))).isTrue();
    }

    @AfterAll
    static void end() {
        desk.close();
        server.close();
    }

    @BeforeEach
    void session() throws Exception {
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private FindBox box(Dress dress) {
        Words words = dress.words();
        List<Command> commands = List.of(
                new Command("Mail", words.get("write.new"), "Ctrl+N", "fth-edit-3", () -> done.add("write")),
                new Command("Program", words.get("find.sync"), "F5", "fth-refresh-cw", () -> done.add("sync")));
        return new FindBox(new FindModel(desk::search, desk.savedSearches(), background), commands, words,
                new Dates(words, CLOCK), new FindBox.Acts(opened::add, said::add, () -> done.add("closed")));
    }

    private void draw(Region sheet, Dress dress, String name) {
        StackPane over = sheet.getParent() instanceof StackPane known ? known : new StackPane(sheet);
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        Shown.picture(over, dress, background, name, 900, 640);
    }

    private void type(FindBox box, Dress dress, String text) {
        box.field().setText(text);
        draw(box, dress, text.equals(SHOWN) ? "find" : "find-step");
    }

    private static void press(FindBox box, KeyCode code, boolean control) {
        box.field()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, control, false, false));
    }

    @Test
    void peopleMailsAndFilesAreFoundAsOneTypes() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                FindBox box = box(dress);
                type(box, dress, SHOWN);
                assertThat(Shown.texts(box)).contains(dress.words().get("find.kind.mail"));
                assertThat(Shown.seen(box, ".find-mark")).isNotEmpty();
            }
            return true;
        });
    }

    @Test
    void aNameIsFoundByTheFirstLettersOfItsPinyinAndOpenedWithEnter() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            FindBox box = box(dress);
            type(box, dress, "wxm");
            assertThat(Shown.texts(box)).contains("王小明");
            press(box, KeyCode.ENTER, false);
            assertThat(opened).hasSize(1);
            assertThat(opened.getFirst().title()).isEqualTo("王小明");
            assertThat(done).containsExactly("closed");
            return true;
        });
    }

    @Test
    void whatWasFoundIsShownWhereItIsAtHome() throws Exception {
        Toolkit.on(() -> {
            Finding finding = new Finding(session, new Sheet(), Words.of(java.util.Locale.ENGLISH),
                    new Dates(Words.of(java.util.Locale.ENGLISH), CLOCK), said::add);
            Hit person = desk.search().find("王小明", EnumSet.of(Kind.PERSON), 1).hits().getFirst();
            finding.go(person);
            background.settle();
            assertThat(session.place().get()).isEqualTo(Place.CUSTOMERS);
            assertThat(session.customers().selectedProperty().get()).isEqualTo(person.id());
            Hit mail = desk.search().find("quotation", EnumSet.of(Kind.MAIL), 5).hits().getLast();
            finding.go(mail);
            background.settle();
            assertThat(session.place().get()).isEqualTo(Place.MAIL);
            assertThat(session.conversation().open()).containsExactly(mail.id());
            return true;
        });
    }

    @Test
    void theLineHasTheFocusAsSoonAsTheBoxIsCalledEvenWhileTheWindowHasNone() throws Exception {
        Toolkit.on(() -> {
            Sheet over = new Sheet();
            Scene scene = new Scene(over, 900, 640);
            FindBox box = box(Shown.DRESSES.getFirst());
            over.show(box);
            assertThat(scene.getFocusOwner()).isSameAs(box.field());
            return true;
        });
    }

    @Test
    void theListShowsTheRowThatWasGoneTo() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            session.place().set(Place.MAIL);
            Shown.picture(view, dress, background, "find-gone-to", 1280, 800);
            long last = session.conversations().rows().numbers().getLast();
            session.conversations().selectedProperty().set(last);
            Shown.picture(view, dress, background, "find-gone-to", 1280, 800);
            VirtualFlow<?> flow = Shown.seen(view, ".virtual-flow").stream().map(VirtualFlow.class::cast).findFirst()
                    .orElseThrow();
            assertThat(flow.getLastVisibleCell().getIndex())
                    .isEqualTo(session.conversations().rows().numbers().size() - 1);
            return true;
        });
    }

    @Test
    void actionsAreFoundByTheirNamesAndDone() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : List.of(Shown.DRESSES.getFirst(), Shown.DRESSES.getLast())) {
                done.clear();
                FindBox box = box(dress);
                type(box, dress, ">" + dress.words().get("find.sync").substring(0, 2));
                press(box, KeyCode.ENTER, false);
                assertThat(done).containsExactly("closed", "sync");
            }
            return true;
        });
    }

    @Test
    void tabCompletesAndTheArrowsPassHeadings() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            FindBox box = box(dress);
            type(box, dress, "fro");
            press(box, KeyCode.TAB, false);
            assertThat(box.field().getText()).isEqualTo("from:");
            type(box, dress, "quotation");
            ListView<?> list = (ListView<?>) box.lookup(".find-list");
            int first = list.getSelectionModel().getSelectedIndex();
            for (int i = 0; i < 40; i++) {
                press(box, KeyCode.DOWN, false);
            }
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(list.getItems().size() - 1);
            for (int i = 0; i < 40; i++) {
                press(box, KeyCode.UP, false);
            }
            assertThat(list.getSelectionModel().getSelectedIndex()).isLessThanOrEqualTo(first);
            return true;
        });
    }

    @Test
    void aSearchIsSavedUsedAndRemoved() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            FindBox box = box(dress);
            type(box, dress, "has:attachment quotation");
            press(box, KeyCode.S, true);
            background.settle();
            assertThat(said).hasSize(1);
            assertThat(desk.savedSearches().all()).containsValue("has:attachment quotation");
            type(box, dress, "");
            press(box, KeyCode.ENTER, false);
            assertThat(box.field().getText()).isEqualTo("has:attachment quotation");
            type(box, dress, "");
            Shown.button(box, dress.words().get("find.forget", "has:attachment quotation")).fire();
            background.settle();
            assertThat(desk.savedSearches().all()).isEmpty();
            return true;
        });
    }

    @Test
    void theSheetOfKeysNamesEveryActionThatHasOne() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                List<Command> commands = Commands.of(session, view, dress.words(),
                        new Commands.Acts(() -> {}, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                _ -> {},
                                _ -> {}, () -> {}, () -> {}, () -> {},
                                new Commands.Guarding(() -> {}, () -> {}, () -> {}, () -> {}, () -> {})));
                KeysSheet sheet = new KeysSheet(commands, dress.words(), () -> {});
                draw(sheet, dress, "keys");
                assertThat(Shown.texts(sheet)).contains("Ctrl+K", "F5", dress.words().get("find.everywhere"));
            }
            return true;
        });
    }

    @Test
    void theHelpIsSearched() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                HelpSheet sheet = new HelpSheet(dress.words(), () -> {});
                draw(sheet, dress, "help");
                int all = topics(sheet);
                ((javafx.scene.control.TextField) sheet.lookup(".search-field")).setText("wxm");
                assertThat(topics(sheet)).isEqualTo(1).isLessThan(all);
            }
            return true;
        });
    }

    private static int topics(Parent sheet) {
        return Shown.seen(sheet, ".section-title").size();
    }
}
