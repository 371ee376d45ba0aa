package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.DuplicateReview.Group;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of duplicates from its first group to its last, by keyboard alone, without a display. */
@OnScreen
class ReviewQueueTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));
    private static final String[] FAMILY = "Zwiebel Hartweg Ostermann Falkenried Quandt Birkholz Sommerfeld Altmann Krone Wiesner"
            .split(" ", -1);
    private static final String[] GIVEN = "Ottokar Ulrich Hedwig Leberecht Cordula".split(" ", -1);

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(_ -> {}, failure -> {
            throw failure;
        });
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private long person(String name, String email, String phone, String company, String title) {
        return add(false, name, email, phone, company, title);
    }

    private long add(boolean firm, String name, String email, String phone, String company, String title) {
        List<Value> values = new ArrayList<>();
        String[] texts = {name, email, phone, company, title, firm ? "company" : ""};
        Property[] properties = {Property.NAME, Property.EMAIL, Property.PHONE, Property.COMPANY, Property.TITLE,
                Property.KIND};
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                values.add(Value.of(properties[i], "", texts[i]));
            }
        }
        return desk.records().add(values).contact();
    }

    /** Fifty people, each twice. */
    private void fifty() {
        for (int i = 0; i < FAMILY.length; i++) {
            for (int j = 0; j < GIVEN.length; j++) {
                String mail = (GIVEN[j] + "." + FAMILY[i]).toLowerCase(java.util.Locale.ROOT) + "@firm" + i
                        + ".example";
                String phone = "+49 170 55" + (10000 + i * 731 + j * 37);
                person(GIVEN[j] + " " + FAMILY[i], mail, phone, "Firm " + i, "Buyer");
                person(FAMILY[i] + ", " + GIVEN[j], mail, "", "", "Head of buying");
            }
        }
    }

    private MainView window(Dress dress, String picture) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
        session.place().set(Place.REVIEW);
        Shown.picture(view, dress, background, picture, 1280, 800);
        return view;
    }

    private static void press(MainView view, KeyCode code) {
        Node page = Shown.seen(view, ".review-acts").getFirst().getParent();
        press(page, code);
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(node, node, KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code, false,
                false, false, false));
    }

    private List<Group> groups() {
        return session.review().groupsProperty().get();
    }

    @Test
    void fiftyGroupsAreGoneThroughByKeysAlone() throws Exception {
        fifty();
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "review-fifty");
            assertThat(groups()).hasSize(50);
            int merged = 0;
            int apart = 0;
            for (int step = 0; !groups().isEmpty(); step++) {
                assertThat(step).as("steps").isLessThan(200);
                int left = groups().size();
                KeyCode key = step % 10 == 4 ? KeyCode.L : step % 10 == 7 ? KeyCode.N : KeyCode.M;
                if (step % 10 == 2 && left > 2) {
                    press(view, KeyCode.J);
                    background.settle();
                    press(view, KeyCode.K);
                    background.settle();
                }
                if (step % 3 == 0) {
                    press(view, KeyCode.DIGIT2);
                }
                press(view, key);
                background.settle();
                merged += key == KeyCode.M ? 1 : 0;
                apart += key == KeyCode.N ? 1 : 0;
                assertThat(groups()).hasSize(key == KeyCode.L && left > 1 ? left : left - (key == KeyCode.L ? 0 : 1));
            }
            assertThat(merged + apart).isEqualTo(50);
            assertThat(desk.customers().count()).isEqualTo(100 - merged);
            session.review().scan();
            background.settle();
            assertThat(groups()).as("nothing comes back").isEmpty();
            return true;
        });
    }

    @Test
    void theQueueIsFilteredOrderedAndSearchedByKeysAndStaysSoForTheSession() throws Exception {
        person("王小明", "wang@hua.example", "138 0000 1234", "深圳华科电子有限公司", "采购经理");
        person("Wang Xiaoming", "wang@hua.example", "+86 138-0000-1234", "Huake Electronics", "Purchasing Manager");
        add(true, "Falkenried Werke GmbH", "info@falkenried.example", "+49 40 5550000", "", "");
        add(true, "Falkenried Werke", "info@falkenried.example", "", "", "");
        person("Ottokar Zwiebel", "", "", "Nordwind Handel GmbH", "");
        person("Zwiebel, Ottokar", "", "", "Nordwind Handel", "");
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "review-queue");
            int all = groups().size();
            assertThat(all).isEqualTo(3);
            press(view, KeyCode.P);
            assertThat(groups()).hasSize(2).noneMatch(Group::company);
            press(view, KeyCode.P);
            assertThat(groups()).singleElement().matches(Group::company);
            press(view, KeyCode.P);
            press(view, KeyCode.S);
            assertThat(groups()).isNotEmpty().allMatch(Group::safe);
            press(view, KeyCode.S);
            assertThat(groups()).isNotEmpty().noneMatch(Group::safe);
            press(view, KeyCode.S);
            assertThat(groups()).hasSize(all);
            press(view, KeyCode.O);
            press(view, KeyCode.O);
            assertThat(groups()).containsAll(session.review().safe());
            press(view, KeyCode.O);

            TextField search = (TextField) Shown.seen(view, ".search-field").stream()
                    .filter(node -> String.valueOf(node.getAccessibleText()).contains("/")).findFirst().orElseThrow();
            search.setText("wang@hua.example");
            background.settle();
            assertThat(groups()).hasSize(1);
            press(search, KeyCode.M);
            background.settle();
            assertThat(desk.customers().count()).as("a letter that is typed is no key").isEqualTo(6);

            MainView again = window(Shown.DRESSES.getFirst(), "review-queue");
            assertThat(groups()).as("the page remembers it").hasSize(1);
            assertThat(Shown.seen(again, ".search-field")).isNotEmpty();
            return true;
        });
    }

    @Test
    void valuesAreLeftOutChosenAndWrittenInTheMergedRecordAndComeBackWithTheUndo() throws Exception {
        long one = person("Ottokar Zwiebel", "o@old.example", "+49 170 5551234", "Nordwind GmbH", "Buyer");
        long two = person("Zwiebel, Ottokar", "o@new.example", "+49 170 5551234", "Nordwind", "Head of buying");
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "review-edit");
            press(view, KeyCode.E);
            choice(view, "Keep o@old.example").fire();
            choice(view, "Show Head of buying first").fire();
            choice(view, "Write Company by hand").fire();
            TextField field = (TextField) Shown.seen(view, ".review-merged .text-field").getFirst();
            field.setText("Nordwind Handel GmbH");
            field.fireEvent(new javafx.event.ActionEvent());
            assertThat(((CheckBox) choice(view, "Keep Nordwind Handel GmbH")).isSelected()).isTrue();
            press(view, KeyCode.M);
            background.settle();
            assertThat(shown(one, Property.EMAIL)).containsExactly("o@new.example");
            assertThat(shown(one, Property.TITLE).getFirst()).isEqualTo("Head of buying");
            assertThat(shown(one, Property.COMPANY).getFirst()).isEqualTo("Nordwind Handel GmbH");
            session.recordActs().undoLast();
            background.settle();
            assertThat(shown(one, Property.EMAIL)).containsExactly("o@old.example");
            assertThat(shown(one, Property.COMPANY)).containsExactly("Nordwind GmbH");
            assertThat(shown(two, Property.TITLE)).containsExactly("Head of buying");
            return true;
        });
    }

    private static ButtonBase choice(MainView view, String words) {
        return (ButtonBase) Stream.of(".review-merged .check-box", ".review-merged .button")
                .flatMap(selector -> Shown.seen(view, selector).stream())
                .filter(node -> words.equals(node.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private List<String> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    /** Five groups as they come: two scripts, three cards, a company, a short name, and namesakes with little in common. */
    @Test
    void fiveTypicalGroupsInBothLanguagesAndThemes() throws Exception {
        person("王小明", "wang@hua.example", "138 0000 1234", "深圳华科电子有限公司", "采购经理");
        person("Wang Xiaoming", "wang@hua.example", "+86 138-0000-1234", "Huake Electronics", "Purchasing Manager");
        person("Anna Keller", "anna.keller@nordwind.example", "+49 170 5551234", "Nordwind GmbH", "Buyer");
        person("Keller, Anna", "a.keller@web.example", "+49 170 5551234", "Nordwind", "");
        person("A. Keller", "anna.keller@nordwind.example", "", "Nordwind GmbH", "Head of buying");
        add(true, "恒远机械有限公司", "info@hengyuan-jx.example", "021 5555 6666", "", "");
        add(true, "上海恒远机械有限公司", "sales@hengyuan-jx.example", "021-55556666", "", "");
        add(true, "Northgate Trading Ltd", "info@northgate.example", "+44 20 71000001", "", "");
        add(true, "Northgate Trading Ltd, Bristol Branch", "info@northgate.example", "+44 20 71000001", "", "");
        person("Robert Hillmann", "robert.hillmann@beacon.example", "+1 617 322 1199", "Beacon Tools Inc.", "Buyer");
        person("Bob Hillmann", "bobhill@web.example", "(617) 322-1199", "", "");
        person("Ottokar Zwiebel", "o.zwiebel@alt.example", "", "Altmann & Söhne", "Fitter");
        person("Ottokar Zwiebel", "ottokar@krone.example", "", "Krone Bau", "Foreman");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, "review-typical-1");
                // Pairs that are not quite likely enough to be proposed are shown where it is asked for what teaches most.
                if (dress.equals(Shown.DRESSES.getFirst())) {
                    press(view, KeyCode.O);
                    press(view, KeyCode.O);
                }
                session.review().show(groups().getFirst());
                Shown.picture(view, dress, background, "review-typical-1", 1280, 800);
                for (int i = 1; i < groups().size(); i++) {
                    press(view, KeyCode.J);
                    Shown.picture(view, dress, background, "review-typical-" + (i + 1), 1280, 800);
                }
            }
            assertThat(groups()).hasSizeGreaterThanOrEqualTo(5)
                    .noneMatch(group -> group.contacts().containsAll(List.of(8L, 9L)) && group.weakest() > 0.5);
            return true;
        });
    }
}
