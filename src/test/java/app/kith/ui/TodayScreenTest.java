package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.assist.FollowUp;
import app.kith.assist.FollowUp.Kind;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.BackupPlan;
import app.kith.desk.Desk;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Filter;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.record.RecordActs.Done;
import app.kith.ui.today.TodayView;
import app.kith.ui.work.StepBackground;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the day, on the sample mailbox and some tasks. */
@OnScreen
class TodayScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private DemoServer server;
    private Desk desk;
    private StepBackground background;
    private Session session;
    private final List<Done> done = new ArrayList<>();
    private List<CustomerRow> customers;

    @BeforeEach
    void begin() throws Exception {
        server = DemoServer.start(SampleMailbox.of(20_260_401, 300, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        TestDesk.add(desk, server);
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        customers = desk.customers()
                .rows(Arrays.stream(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 20))
                        .boxed().toList());
        task(0, "2026-11-19T23:00:00Z", "Send the drawings of the pump housing");
        task(1, "2026-11-22T13:30:00Z", "Call about the delivery date");
        task(2, "2026-11-21T23:00:00Z", "样品寄出");
        long[] byContact = desk.customers().ids("", app.kith.store.Customers.Order.LAST_CONTACT, 0);
        desk.followUps(CLOCK).keepInTouch(byContact[byContact.length - 1], 7);
        desk.backups().keep(BackupPlan.USUAL); // That is answered.
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.acts().readsOnOpen(false);
        session.recordActs().setOnDone(done::add, failure -> {
            throw failure;
        });
    }

    private void task(int customer, String due, String title) {
        desk.records().log(new Entry(0, customers.get(customer).id(), Entry.Kind.TASK, NOW, Instant.parse(due), title,
                "", "", null, "", Entry.OPEN, new Source(Source.Kind.HAND, "")));
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
        server.close();
    }

    private static ListView<?> list(MainView view) {
        return (ListView<?>) Shown.seen(view, ".today-list").getFirst();
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private List<FollowUp> all(Kind kind) {
        return desk.agenda(CLOCK).all().stream().filter(one -> one.kind() == kind).toList();
    }

    @Test
    void theDayIsSeenAtAGlanceInBothLanguages() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                session.place().set(Place.TODAY);
                Shown.picture(view, dress, background, "today", 1280, 800);
                assertThat(Shown.texts(view)).contains("Send the drawings of the pump housing", "样品寄出",
                        dress.words().get("follow.section.overdue"), dress.words().get("follow.section.turn"));
                int count = session.today().countProperty().get();
                assertThat(count).isGreaterThanOrEqualTo(3);
                assertThat(Shown.texts(view)).contains(String.valueOf(count));
                list(view).scrollTo(list(view).getItems().size() - 1);
                Shown.picture(view, dress, background, "today-end", 1280, 800);
                Shown.picture(view, dress, background, "today-narrow", 1024, 640);
                session.place().set(Place.CUSTOMERS);
                session.customers().selectedProperty().set(customers.getFirst().id());
                Shown.picture(view, dress, background, "today-customer", 1280, 800);
                assertThat(Shown.texts(view)).anyMatch(text -> text.contains("Send the drawings of the pump housing"));
            }
            return true;
        });
    }

    @Test
    void whatLiesAheadIsSeen() throws Exception {
        long one = customers.get(3).id();
        task(4, "2026-11-24T23:00:00Z", "Prepare the fair");
        task(5, "2026-12-24T23:00:00Z", "Greetings");
        desk.records().log(new Entry(0, one, Entry.Kind.MEETING, Instant.parse("2026-11-22T15:00:00Z"), null,
                "Visit of the works", "Gate 3", "", null, "", "", new Source(Source.Kind.HAND, "")));
        desk.records().edit(one, List.of(Value.of(Property.BIRTHDAY, "", "1984-11-26")), List.of());
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                session.place().set(Place.TODAY);
                Shown.picture(view, dress, background, "today-day", 1280, 800);
                assertThat(Shown.texts(view)).contains(dress.words().get("follow.section.day"), "Visit of the works",
                        "16:00");
                int count = session.today().countProperty().get();
                list(view).scrollTo(list(view).getItems().size() - 1);
                Shown.picture(view, dress, background, "today-ahead", 1280, 800);
                assertThat(Shown.texts(view)).contains(dress.words().get("follow.section.ahead"), "Prepare the fair",
                        dress.words().get("follow.birthday.age", 42), dress.words().get("follow.section.later"),
                        "Greetings", dress.words().count("follow.proposals", proposals()));
                assertThat(session.today().countProperty().get()).as("what comes later is not counted")
                        .isEqualTo(count);
            }
            return true;
        });
    }

    private long proposals() {
        return desk.proposals().counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void aMailIsSeenAgainOnADayChosenInItsMenu() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        FollowUp turn = all(Kind.TURN).getFirst();
        Toolkit.on(() -> {
            MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            session.place().set(Place.MAIL);
            session.conversations().selectedProperty().set(turn.conversation());
            Shown.picture(view, dress, background, "today-remind", 1280, 800);
            Menu days = Shown.seen(view, ".menu-button").stream().map(MenuButton.class::cast)
                    .flatMap(button -> button.getItems().stream()).filter(Menu.class::isInstance).map(Menu.class::cast)
                    .filter(menu -> dress.words().get("follow.remind").equals(menu.getText())).findFirst()
                    .orElseThrow();
            days.getItems().getFirst().fire();
            background.settle();
            FollowUp task = desk.agenda(CLOCK).tasks().stream().filter(one -> one.message() != 0).findFirst()
                    .orElseThrow();
            assertThat(task.conversation()).isEqualTo(turn.conversation());
            assertThat(task.day()).isEqualTo(LocalDate.of(2026, 11, 23));
            session.place().set(Place.CUSTOMERS);
            session.customers().selectedProperty().set(task.with().contact());
            Shown.picture(view, dress, background, "today-remind-timeline", 1280, 800);
            Shown.button(view, dress.words().get("record.entry-mail")).fire();
            background.settle();
            assertThat(session.customer().openedProperty().get()).isEqualTo(turn.conversation());
            return true;
        });
    }

    @Test
    void theFirstThingToDoIsSelectedThoughANoteWasThereBeforeIt() throws Exception {
        Toolkit.on(() -> {
            TodayView today = new TodayView(session.today(), Shown.DRESSES.getFirst().words(),
                    new Dates(Shown.DRESSES.getFirst().words(), CLOCK), CLOCK,
                    new TodayView.Acts(_ -> {}, _ -> {}, new SimpleObjectProperty<>(2), () -> {},
                            new SimpleObjectProperty<>(""), () -> {}));
            today.setNotes(new SimpleObjectProperty<>(List.of(new TodayView.Note("Back up", "fth-save", () -> {}))));
            Look.dress(new Scene(today, 900, 600), Shown.DRESSES.getFirst().settings());
            ListView<?> list = (ListView<?>) today.lookup(".today-list");
            assertThat(list.getItems()).isEmpty();
            Shown.picture(today, Shown.DRESSES.getFirst(), background, "today-noted", 900, 600);
            assertThat(Shown.texts(today)).contains("Send the drawings of the pump housing");
            assertThat(list.getSelectionModel().getSelectedIndex()).as("the first behind its heading").isEqualTo(1);
            assertThat(list.getItems().getLast().toString()).contains("Back up");
            return true;
        });
    }

    @Test
    void aTaskIsDoneByKeyTakenBackAndPutOff() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            session.place().set(Place.TODAY);
            Shown.picture(view, dress, background, "today-keys", 1280, 800);
            assertThat(all(Kind.TASK)).hasSize(3);
            press(list(view), KeyCode.J);
            press(list(view), KeyCode.K);
            press(list(view), KeyCode.D);
            Shown.picture(view, dress, background, "today-keys", 1280, 800);
            assertThat(all(Kind.TASK)).hasSize(2);
            assertThat(done.getLast().reason()).startsWith("followup-done Send the drawings");
            assertThat(Shown.texts(view)).doesNotContain("Send the drawings of the pump housing");
            session.recordActs().undoLast();
            Shown.picture(view, dress, background, "today-keys", 1280, 800);
            assertThat(Shown.texts(view)).contains("Send the drawings of the pump housing");
            return true;
        });
    }

    @Test
    void aPromiseIsMadeATaskByOneClickAndEnterOpensTheMail() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            session.place().set(Place.TODAY);
            Shown.picture(view, dress, background, "today-open", 1280, 800);
            FollowUp turn = all(Kind.TURN).getFirst();
            ListView<?> list = list(view);
            int at = -1;
            for (int i = 0; i < list.getItems().size(); i++) {
                at = list.getItems().get(i).toString().contains("id=" + turn.id() + ",") ? i : at;
            }
            list.getSelectionModel().clearAndSelect(at);
            press(list, KeyCode.ENTER);
            Shown.picture(view, dress, background, "today-open", 1280, 800);
            if (turn.with().contact() != 0) {
                assertThat(session.place().get()).isEqualTo(Place.CUSTOMERS);
                assertThat(session.customer().openedProperty().get()).isEqualTo(turn.conversation());
            } else {
                assertThat(session.place().get()).isEqualTo(Place.MAIL);
                assertThat(session.conversations().selectedProperty().get()).isEqualTo(turn.conversation());
            }
            return true;
        });
    }

    @Test
    void customersAreSiftedByWhoseTurnItIs() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
            session.customers().filtersProperty().set(Set.of(Filter.YOUR_TURN));
            Shown.picture(view, dress, background, "customers-your-turn", 1280, 800);
            List<Long> shown = List.copyOf(session.customers().rows().numbers());
            assertThat(desk.customers().rows(shown)).isNotEmpty().allMatch(row -> row.standing().isYourTurn(NOW));
            assertThat(session.customers().totalProperty().get()).isGreaterThan(shown.size());
            session.customers().endSearch();
            background.settle();
            assertThat(session.customers().rows().sizeProperty().get())
                    .isEqualTo((int) session.customers().totalProperty().get());
            return true;
        });
    }

    @Test
    void aReminderIsGivenOnceWhenItsTimeComes() throws Exception {
        Instant[] now = {NOW};
        Clock moving = new Clock() {
            @Override
            public ZoneId getZone() {
                return CLOCK.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        List<String> told = new ArrayList<>();
        Toolkit.on(() -> {
            Session other = new Session(desk, () -> {}, background, moving);
            other.today().setOnReminder(one -> told.add(one.title()));
            background.settle();
            assertThat(told).isEmpty();
            now[0] = Instant.parse("2026-11-22T13:31:00Z");
            desk.records().log(new Entry(0, customers.getFirst().id(), Entry.Kind.NOTE, NOW, null, "", "a note", "",
                    null, "", "", new Source(Source.Kind.HAND, "")));
            background.settle();
            background.settle();
            assertThat(told).containsExactly("Call about the delivery date");
            other.close();
            return true;
        });
    }

    @Test
    void whenAllIsDoneThePageSaysSo() throws Exception {
        for (Kind kind : Kind.values()) {
            for (FollowUp one : all(kind)) {
                if (one.kind() == Kind.PROMISE) {
                    desk.followUps(CLOCK).refuse(one.id());
                } else {
                    desk.followUps(CLOCK).done(one.id());
                }
            }
        }
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                session.place().set(Place.TODAY);
                Shown.picture(view, dress, background, "today-done", 1280, 800);
                assertThat(Shown.texts(view)).contains(dress.words().get("follow.empty.title"));
                assertThat(session.today().countProperty().get()).isZero();
            }
            return true;
        });
    }

    @Test
    void noticesOfTheSystemAreWordsAndNeverCommands() {
        Map<String, String> none = Map.of();
        assertThat(SystemNotice.call("Linux", none, "Kith", "--icon=x; rm").command()).endsWith("--", "Kith",
                "--icon=x; rm");
        assertThat(SystemNotice.call("Mac OS X", none, "Kith", "\" & quit").command()).endsWith("Kith", "\" & quit");
        assertThat(SystemNotice.call("AIX", none, "Kith", "x").command()).isEmpty();
        String nasty = "'; Remove-Item C:\\ -Recurse #</text> $env:X `n 客户";
        SystemNotice.Call windows = SystemNotice.call("Windows 11", Map.of("SystemRoot", "D:\\Win"), "Kith", nasty);
        assertThat(windows.command()).startsWith("D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe")
                .isEqualTo(SystemNotice.call("Windows 10", Map.of("SystemRoot", "D:\\Win"), "other", "x").command());
        assertThat(windows.environment()).containsValues("Kith", nasty);
        String script = new String(Base64.getDecoder().decode(windows.command().getLast()),
                StandardCharsets.UTF_16LE);
        windows.environment().keySet()
                .forEach(name -> assertThat(script).contains("CreateTextNode($env:" + name + ")"));
    }

    @Test
    void keysLeadToThePlacesInTheOrderOfTheNavigation() {
        assertThat(Place.byKey(1)).isEqualTo(Place.TODAY);
        assertThat(Place.byKey(2)).isEqualTo(Place.CUSTOMERS);
        assertThat(Place.byKey(6)).isEqualTo(Place.FILES);
        assertThat(Place.byKey(9)).isEqualTo(Place.HISTORY);
        assertThat(Place.byKey(0)).isNull();
        assertThat(Place.byKey(10)).isNull();
    }

    @Test
    void somethingIsPutOffByTheMenu() throws Exception {
        FollowUp task = all(Kind.TASK).getFirst();
        Toolkit.on(() -> {
            app.kith.ui.today.TodayProbe.later(Shown.DRESSES.getFirst().words(), session.today(), task,
                    java.time.LocalDate.of(2026, 11, 22), 1);
            background.settle();
            return true;
        });
        assertThat(all(Kind.TASK)).filteredOn(one -> one.id().equals(task.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.day()).isEqualTo(java.time.LocalDate.of(2026, 11, 23)));
        assertThat(done.getLast().reason()).startsWith("followup-snoozed Send the drawings");
    }
}
