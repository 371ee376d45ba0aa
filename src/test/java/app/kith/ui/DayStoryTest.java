package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.exchange.ExportProfile;
import app.kith.search.Hit;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.exchange.ImportModel;
import app.kith.ui.find.FindBox;
import app.kith.ui.find.FindModel;
import app.kith.ui.look.Dates;
import app.kith.ui.work.StepBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A morning of a salesperson through the window: a quotation of years ago is found by a word in its attachment, a call about it is
 * written down, what was promised comes up on the day and is done, two cards become one and two again, a list is taken in and out,
 * the customer is handed over.
 */
@OnScreen
class DayStoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
    private static final Dress DRESS = Shown.DRESSES.getFirst();
    private static final String QUOTATION = """
            Message-ID: <q-2023@nordwind.example>
            From: Anna Keller <anna.keller@nordwind.example>
            To: Lin Yue <me@shop.example>
            Date: Tue, 16 May 2023 09:30:00 +0200
            MIME-Version: 1.0
            Subject: Our inquiry of spring
            Content-Type: multipart/mixed; boundary="=b"

            --=b
            Content-Type: text/plain; charset=utf-8

            Dear Ms Lin, please see the list. Kind regards, Anna Keller
            --=b
            Content-Type: text/plain; charset=utf-8; name="positions.txt"
            Content-Disposition: attachment; filename="positions.txt"

            Pos. 1: copper manifold, 40 pieces
            --=b--
            """;

    @TempDir
    private Path folder;

    private DemoServer server;
    private Desk desk;
    private StepBackground background;
    private Session session;
    private long anna;
    private final List<Hit> opened = new ArrayList<>();
    private int keys;

    @BeforeEach
    void begin() throws Exception {
        server = DemoServer.start(SampleMailbox.of(11, 120, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        Account account = TestDesk.add(desk, server);
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
        TestDesk.file(desk, account, List.of(SampleMails.bytes(QUOTATION.replace("me@shop.example", server.address()))),
                NOW);
        anna = add("Anna Keller", "anna.keller@nordwind.example");
        add("Keller, Anna", "a.keller@web.example");
        assertThat(desk.search().await(Duration.ofMinutes(2))).isTrue();
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(_ -> {}, failure -> {
            throw failure;
        });
    }

    private long add(String name, String email) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name),
                Value.of(Property.COMPANY, "", "Nordwind GmbH"), Value.of(Property.EMAIL, "", email),
                Value.of(Property.PHONE, "mobile", "+49 170 5551234"))).contact();
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
        server.close();
    }

    @Test
    void aMorning() throws Exception {
        Path list = Files.writeString(folder.resolve("fair.csv"),
                "Name,E-mail,Company\nCarla Moreau,carla@lumen.example,Lumen SAS\nTom Reyes,tom@reyes.example,Reyes Ltd\n");
        Toolkit.on(() -> {
            MainView view = Shown.window(session, DRESS.settings(), CLOCK, new Picture.Nothing());
            look(view, 1);
            findTheQuotation(view);
            writeTheCallDown(view);
            doWhatWasPromised(view);
            mergeAndPart(view);
            takeAListInAndOut(list);
            handOver();
            System.out.println("DayStoryTest: a morning in " + keys + " keystrokes");
            return true;
        });
    }

    private void look(MainView view, int step) {
        Shown.picture(view, DRESS, background, "story-" + step, 1280, 800);
    }

    private void findTheQuotation(MainView view) {
        FindBox box = new FindBox(new FindModel(desk::search, desk.savedSearches(), background), List.of(),
                DRESS.words(), new Dates(DRESS.words(), CLOCK),
                new FindBox.Acts(opened::add, _ -> {}, () -> {}));
        Shown.picture(box, DRESS, background, "story-find", 900, 600);
        for (String typed = ""; !typed.equals("manifold"); typed = "manifold".substring(0, typed.length() + 1)) {
            box.field().setText("manifold".substring(0, typed.length() + 1));
            keys++;
            background.settle();
        }
        press(box.field(), KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().title()).isIn("positions.txt", "Our inquiry of spring");
        new Finding(session, new Sheet(), DRESS.words(), new Dates(DRESS.words(), CLOCK), _ -> {})
                .go(opened.getFirst());
        look(view, 2);
        assertThat(session.place().get()).isEqualTo(Place.MAIL);
        assertThat(Shown.texts(view)).contains("Our inquiry of spring", "positions.txt");
    }

    private void writeTheCallDown(MainView view) {
        session.recordActs().keep(entry(Entry.Kind.CALL, null, "Wants the manifold again, 60 pieces"));
        session.recordActs().keep(entry(Entry.Kind.TASK, Instant.parse("2026-11-20T23:00:00Z"), "Send the quotation"));
        session.place().set(Place.CUSTOMERS);
        session.customers().selectedProperty().set(anna);
        look(view, 3);
        assertThat(Shown.texts(view)).anyMatch(text -> text.contains("Wants the manifold again"));
    }

    private Entry entry(Entry.Kind kind, @org.jspecify.annotations.Nullable Instant due, String title) {
        return new Entry(0, anna, kind, NOW, due, title, "", "", null, "", kind == Entry.Kind.TASK ? Entry.OPEN : "",
                new Source(Source.Kind.HAND, ""));
    }

    private void doWhatWasPromised(MainView view) {
        session.place().set(Place.TODAY);
        look(view, 4);
        ListView<?> day = (ListView<?>) Shown.seen(view, ".today-list").getFirst();
        assertThat(Shown.texts(view)).contains("Send the quotation");
        press(day, KeyCode.K);
        press(day, KeyCode.D);
        look(view, 5);
        assertThat(Shown.texts(view)).doesNotContain("Send the quotation");
    }

    private void mergeAndPart(MainView view) {
        session.place().set(Place.REVIEW);
        look(view, 6);
        long before = desk.customers().count();
        press(Shown.seen(view, ".review-acts").getFirst().getParent(), KeyCode.M);
        background.settle();
        assertThat(desk.customers().count()).isEqualTo(before - 1);
        session.recordActs().undoLast();
        keys++;
        background.settle();
        assertThat(desk.customers().count()).isEqualTo(before);
    }

    private void takeAListInAndOut(Path list) {
        long before = desk.customers().count();
        ImportModel model = new ImportModel(desk.imports(), session.recordActs(), background, list);
        model.begin();
        background.settle();
        model.enter(() -> {});
        background.settle();
        assertThat(desk.customers().count()).isEqualTo(before + 2);
        session.recordActs().undoLast();
        keys++;
        background.settle();
        assertThat(desk.customers().count()).isEqualTo(before);
    }

    private void handOver() {
        ExportedMail done = desk.handOver().write(anna, ExportProfile.of("standard"),
                new Destination(folder.resolve("anna.zip"), false, DRESS.words(), ZoneId.of("Europe/Berlin")));
        assertThat(done.whole()).isTrue();
        assertThat(done.mails()).isEqualTo(1);
        assertThat(done.files()).isEqualTo(1);
        assertThat(folder.resolve("anna.zip")).isNotEmptyFile();
    }

    private void press(Node node, KeyCode code) {
        keys++;
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName().toLowerCase(Locale.ROOT), code, false,
                false, false, false));
    }
}
