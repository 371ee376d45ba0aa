package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.mail.FileKind;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Settings;
import app.kith.ui.work.StepBackground;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of files: what is listed, how it is sifted, and what can be done with a file. */
@OnScreen
class FilesScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private DemoServer server;
    private Desk desk;
    private StepBackground background;
    private Session session;
    private OutsideTwin outside;
    private long anna;

    @BeforeEach
    void begin() throws Exception {
        server = DemoServer.start(SampleMailbox.of(11, 200, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        Account account = TestDesk.add(desk, server);
        TestDesk.sync(desk);
        TestDesk.file(desk, account, StoryMails.told(NOW), NOW);
        TestDesk.file(desk, account,
                List.of(StoryMails.mail("risky", StoryMails.ANNA, server.address(), NOW, "The program",
                        "Please run this.", List.of(new StoryMails.Sheet("setup.exe", List.of("MZ"))))),
                NOW);
        anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna.keller@nordwind.example"))).contact();
        background = new StepBackground();
        outside = new OutsideTwin();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.place().set(Place.FILES);
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
        server.close();
    }

    private List<FileRow> rows(Filter filter) {
        List<Long> ids = Arrays.stream(desk.files().ids(filter, 0, 0)).boxed().toList();
        return desk.files().rows(ids).stream()
                .sorted(java.util.Comparator.comparingInt(row -> ids.indexOf(row.item()))).toList();
    }

    @Test
    void itLooksWellInBothLanguagesAndThemes() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, outside);
                session.files().look();
                Shown.picture(view, dress, background, "files", 1280, 800);
                Shown.picture(view, dress, background, "files-narrow", 1024, 640);
                assertThat(Shown.texts(view)).contains("setup.exe");
            }
            return true;
        });
    }

    @Test
    void everyShownFileIsListedNewestFirstWithItsCustomer() {
        List<FileRow> all = rows(Filter.ALL);
        assertThat(all).extracting(FileRow::sentAt).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(all).hasSize((int) desk.files().count()).hasSizeGreaterThan(10);
        assertThat(all.getFirst().name()).isEqualTo("setup.exe");
        List<FileRow> hers = rows(new Filter(anna, null, ""));
        assertThat(hers).extracting(FileRow::name).containsExactly("setup.exe", "positions-2023.pdf");
        assertThat(hers).allMatch(row -> row.contact() != null && row.contact() == anna
                && row.customer().equals("Anna Keller") && !row.outgoing());
        assertThat(rows(new Filter(0, FileKind.SHEET, "清单"))).singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("清单2023.xlsx"));
        assertThat(rows(new Filter(0, FileKind.PDF, "清单"))).isEmpty();
    }

    @Test
    void pagesGoOnBehindTheLastFile() {
        long[] all = desk.files().ids(Filter.ALL, 0, 0);
        long[] first = desk.files().ids(Filter.ALL, 0, 4);
        long[] second = desk.files().ids(Filter.ALL, first[3], 4);
        assertThat(first).containsExactly(Arrays.copyOf(all, 4));
        assertThat(second).containsExactly(Arrays.copyOfRange(all, 4, 8));
        assertThat(desk.files().ids(Filter.ALL, all[all.length - 1], 4)).isEmpty();
    }

    @Test
    void filesOfAMailInTheTrashGoAndComeBack() {
        FileRow file = rows(new Filter(anna, FileKind.PDF, "")).getFirst();
        var entered = desk.operations().delete(List.of(file.message()));
        assertThat(rows(new Filter(anna, FileKind.PDF, ""))).isEmpty();
        desk.operations().undo(entered);
        assertThat(rows(new Filter(anna, FileKind.PDF, ""))).hasSize(1);
    }

    @Test
    void keysOpenSaveCopyAndGo() throws Exception {
        Path saved = folder.resolve("saved.bin");
        Toolkit.on(() -> {
            MainView view = Shown.window(session, Shown.DRESSES.getFirst().settings(), CLOCK, outside);
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "files-keys", 1280, 800);
            session.files().queryProperty().set("positions");
            background.settle();
            ListView<?> list = (ListView<?>) Shown.seen(view, ".files-page .row-list").getFirst();
            list.getSelectionModel().select(0);
            Picture.settle(view, background);
            press(list, KeyCode.ENTER, false);
            assertThat(outside.opened).singleElement()
                    .satisfies(file -> assertThat(file.getFileName()).hasToString("positions-2023.pdf"));
            press(list, KeyCode.C, true);
            assertThat(outside.copied).isEqualTo("positions-2023.pdf");
            outside.chosen = saved;
            press(list, KeyCode.S, false);
            assertThat(saved).isNotEmptyFile();
            press(list, KeyCode.M, false);
            assertThat(session.place().get()).isEqualTo(Place.MAIL);
            Picture.settle(view, background);
            assertThat(Shown.texts(view)).contains("Our inquiry of spring");
            session.place().set(Place.FILES);
            press(list, KeyCode.C, false);
            assertThat(session.place().get()).isEqualTo(Place.CUSTOMERS);
            assertThat(session.customers().selectedProperty().get()).isEqualTo(anna);
            return true;
        });
    }

    @Test
    void aProgramIsNeverOpened() throws Exception {
        Toolkit.on(() -> {
            MainView view = Shown.window(session, Settings.USUAL.speaking(Locale.ENGLISH.toLanguageTag()), CLOCK,
                    outside);
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "files-risky", 1280, 800);
            session.files().queryProperty().set("setup");
            background.settle();
            ListView<?> list = (ListView<?>) Shown.seen(view, ".files-page .row-list").getFirst();
            list.getSelectionModel().select(0);
            Picture.settle(view, background);
            outside.chosen = folder.resolve("kept.exe");
            press(list, KeyCode.ENTER, false);
            assertThat(outside.opened).isEmpty();
            assertThat(outside.said).anyMatch(text -> text.contains("setup.exe"));
            assertThat(Files.readString(folder.resolve("kept.exe"), StandardCharsets.UTF_8)).isEqualTo("MZ");
            return true;
        });
    }

    private void press(ListView<?> list, KeyCode code, boolean control) {
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, control, false, false));
        background.settle();
    }
}
