package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.match.Level;
import app.kith.match.Sign;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.record.RecordActs.Done;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review of duplicates, without a display. */
@OnScreen
class ReviewScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private final List<Done> done = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        for (int i = 0; i < 40; i++) {
            add("Person " + (char) ('A' + i % 26) + "son" + i, "Firm " + i, "Clerk", "p" + i + "@firm" + i + ".example",
                    "1390000" + (2000 + i * 7));
        }
        add("王小明", "深圳华科电子有限公司", "采购经理", "wang@hua.example", "138 0000 1234");
        add("Wang Xiaoming", "Huake Electronics", "Purchasing Manager", "wang@hua.example", "+86 138-0000-1234");
        add("Anna Keller", "Nordwind GmbH", "Buyer", "anna.keller@nordwind.example", "+49 170 5551234");
        add("Keller, Anna", "Nordwind", "", "a.keller@web.example", "+49 170 5551234");
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(done::add, failure -> {
            throw failure;
        });
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private long add(String name, String company, String title, String email, String phone) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.COMPANY, "", company),
                Value.of(Property.TITLE, "", title), Value.of(Property.EMAIL, "", email),
                Value.of(Property.PHONE, "mobile", phone))).contact();
    }

    private MainView window(Dress dress) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
        session.place().set(Place.REVIEW);
        Shown.picture(view, dress, background, "review", 1280, 800);
        return view;
    }

    @Test
    void groupsAreShownSideBySideWithWhatSpeaksForAndAgainst() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress);
                assertThat(session.review().groupsProperty().get()).hasSize(2);
                assertThat(Shown.seen(view, ".review-for")).isNotEmpty();
                assertThat(Shown.texts(view)).contains(dress.words().get("review.place", 1, 2));
            }
            return true;
        });
    }

    @Test
    void aGroupIsMergedByKeyWithTheValuesThatWereChosenAndTakenBack() throws Exception {
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst());
            List<Long> contacts = session.review().shownProperty().get().group().contacts();
            press(view, KeyCode.DIGIT2);
            press(view, KeyCode.M);
            background.settle();
            assertThat(done.getLast().reason()).startsWith("merged ");
            long stays = contacts.get(1);
            assertThat(desk.customers().find(contacts.getFirst())).isEmpty();
            ShownValue title = desk.customers().find(stays).orElseThrow().values().stream()
                    .filter(one -> one.value().property() == Property.TITLE).findFirst().orElseThrow();
            assertThat(desk.customers().rows(List.of(stays)).getFirst().title()).isEqualTo(title.value().raw());
            assertThat(session.review().groupsProperty().get()).hasSize(1);
            session.recordActs().undoLast();
            background.settle();
            assertThat(desk.customers().find(contacts.getFirst())).isPresent();
            return true;
        });
    }

    @Test
    void notTheSameIsRememberedAndLaterPutsAGroupOff() throws Exception {
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst());
            List<Long> first = session.review().shownProperty().get().group().contacts();
            press(view, KeyCode.L);
            background.settle();
            assertThat(session.review().shownProperty().get().group().contacts()).isNotEqualTo(first);
            press(view, KeyCode.J);
            background.settle();
            assertThat(session.review().shownProperty().get().group().contacts()).isEqualTo(first);
            press(view, KeyCode.N);
            background.settle();
            session.review().scan();
            background.settle();
            assertThat(session.review().groupsProperty().get()).hasSize(1)
                    .noneMatch(group -> group.contacts().equals(first));
            return true;
        });
    }

    @Test
    void allThatAreSureAreMergedAfterALookAndTakenBackAtOnce() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress);
            int safe = session.review().safe().size();
            assertThat(safe).isPositive();
            long before = desk.customers().count();
            Shown.button(view, dress.words().count("review.merge-safe", safe)).fire();
            Shown.picture(view, dress, background, "review-safe", 1280, 800);
            Node preview = Shown.seen(view, ".review-preview").getFirst();
            Shown.button((javafx.scene.Parent) preview, dress.words().count("review.merge-safe", safe)).fire();
            background.settle();
            assertThat(desk.customers().count()).isEqualTo(before - safe);
            session.recordActs().undoLast();
            background.settle();
            assertThat(desk.customers().count()).isEqualTo(before);
            return true;
        });
    }

    @Test
    void everyLevelHasItsWords() {
        for (Locale locale : Words.LANGUAGES) {
            for (Level level : Level.values()) {
                assertThat(Words.of(locale).keys()).contains("review.level." + level.name().toLowerCase(Locale.ROOT));
            }
            for (Sign.What sign : Sign.What.values()) {
                assertThat(Words.of(locale).keys()).contains("review.sign." + sign.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void press(MainView view, KeyCode code) {
        Node page = Shown.seen(view, ".review-acts").getFirst().getParent();
        page.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code, false, false, false,
                false));
    }
}
