package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.Sources.Look;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Settings;
import app.kith.ui.record.CustomerForm;
import app.kith.ui.record.FieldsForm;
import app.kith.ui.work.StepBackground;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a customer on the screen: fields of the user's own, relations, what is sensitive; and a window for one alone. */
@OnScreen
class FactsScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static StepBackground background;
    private static Session session;
    private static long wang;
    private static long anna;

    @BeforeAll
    static void begin() throws Exception {
        desk = TestDesk.open(folder);
        desk.ownFields().add(new OwnField("Budget", OwnField.Type.MONEY, List.of(), true));
        desk.ownFields().add(new OwnField("Territory", OwnField.Type.CHOICE, List.of("North", "South"), false));
        anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"))).contact();
        wang = desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.ID_NUMBER, "", "110101199003078515"), Value.of(Property.OWN, "Budget", "35000 CNY"),
                Value.of(Property.OWN, "Territory", "South"))).contact();
        desk.records().relate(wang, "manager", anna);
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(_ -> {}, failure -> {
            throw failure;
        });
    }

    @AfterAll
    static void end() {
        session.close();
        desk.close();
    }

    private static MainView shown(Dress dress, long contact, String name) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new OutsideTwin());
        session.customers().selectedProperty().set(contact);
        Shown.picture(view, dress, background, name, 1280, 800);
        return view;
    }

    @Test
    void whatIsSensitiveIsHiddenUntilItIsAskedFor() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = shown(dress, wang, "facts-sensitive");
                assertThat(Shown.texts(view)).contains("110****8515").doesNotContain("110101199003078515");
                assertThat(Shown.texts(view)).contains("****NY");
                Shown.button(view, dress.words().get("list.show")).fire();
                Shown.picture(view, dress, background, "facts-shown", 1280, 800);
                assertThat(Shown.button(view, "110101199003078515").isVisible()).isTrue();
                session.customers().selectedProperty().set(anna);
                Shown.picture(view, dress, background, "facts-shown", 1280, 800);
                session.customers().selectedProperty().set(wang);
                Shown.picture(view, dress, background, "facts-sensitive", 1280, 800);
                assertThat(Shown.texts(view)).contains("110****8515");
            }
            return true;
        });
    }

    @Test
    void whatWasKnownBeforeStandsBelowAFactWhenItIsAskedFor() throws Exception {
        long li = desk.records().add(List.of(Value.of(Property.NAME, "", "李雷"),
                Value.of(Property.TITLE, "", "采购员"))).contact();
        for (String title : List.of("采购经理", "采购总监")) {
            desk.records().edit(li, List.of(Value.of(Property.TITLE, "", title)), List.of());
        }
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = shown(dress, li, "facts-former");
                MenuItem former = Shown.seen(view, ".fact-menu").stream().map(MenuButton.class::cast)
                        .filter(menu -> menu.getAccessibleText().contains("采购总监"))
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> dress.words().get("record.former").equals(item.getText())).findFirst()
                        .orElseThrow();
                former.fire();
                Shown.picture(view, dress, background, "facts-former-open", 1280, 800);
                assertThat(Shown.button(view, "采购经理").isVisible()).isTrue();
                assertThat(Shown.button(view, "采购员").isVisible()).isTrue();
                former.fire();
                background.settle();
                assertThat(Shown.seen(view, ".former")).isEmpty();
            }
            return true;
        });
        desk.records().erase(li);
    }

    @Test
    void theRecordStandsAsItWasOnADay() throws Exception {
        long lu = desk.records().add(List.of(Value.of(Property.NAME, "", "陆远"),
                Value.of(Property.TITLE, "", "采购员"), Value.of(Property.ID_NUMBER, "", "110101199003078515")))
                .contact();
        LocalDate written = LocalDate.now(ZoneId.of("Europe/Berlin"));
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = shown(dress, lu, "facts-past");
                Shown.button(view, dress.words().get("record.past")).fire();
                DatePicker day = (DatePicker) Shown.seen(view, ".date-picker").getFirst();
                day.setValue(written.minusDays(1));
                Shown.picture(view, dress, background, "facts-past-empty", 1280, 800);
                assertThat(Shown.texts(view)).contains(dress.words().get("record.past.nothing",
                        new Dates(dress.words(), CLOCK).day(written.minusDays(1))));
                day.setValue(written);
                Shown.picture(view, dress, background, "facts-past", 1280, 800);
                assertThat(Shown.texts(view)).contains("采购员", "110****8515").doesNotContain("110101199003078515");
                assertThat(Shown.seen(view, ".fact-menu")).as("nothing is changed in the past").isEmpty();
                Shown.button(view, dress.words().get("record.past.now")).fire();
                background.settle();
                assertThat(Shown.seen(view, ".fact-menu")).isNotEmpty();
            }
            return true;
        });
        desk.records().erase(lu);
    }

    @Test
    void aPictureIsSeenAndWhatIsKnownLeadsToThePerson() throws Exception {
        long mona = desk.records().add(List.of(Value.of(Property.NAME, "", "Mona Vogt"),
                Value.of(Property.PHOTO, "", picture()), Value.of(Property.OTHER, "X-MACHINE", "for programs alone"),
                Value.of(Property.PHONE, "mobile", "+49 171 5550123"),
                Value.of(Property.PHONE, "fax", "+49 30 5550124"),
                Value.of(Property.EMAIL, "", "mona@vogt.test"), Value.of(Property.URL, "", "www.vogt.test")))
                .contact();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                OutsideTwin outside = new OutsideTwin();
                MainView view = Shown.window(session, dress.settings(), CLOCK, outside);
                session.customers().selectedProperty().set(mona);
                Shown.picture(view, dress, background, "facts-ways", 1280, 800);
                assertThat(Shown.texts(view)).doesNotContain("base64", "for programs alone");
                assertThat(view.lookup(".record-head").lookup(".image-view")).isNotNull();
                Shown.button(view, dress.words().get("record.way.call", "+49 171 5550123")).fire();
                Shown.button(view, dress.words().get("record.way.open", "www.vogt.test")).fire();
                assertThat(outside.links).containsExactly("tel:+491715550123", "https://www.vogt.test");
                assertThat(Shown.seen(view, ".fact-way")).extracting(Node::getAccessibleText)
                        .contains(dress.words().get("record.way.write", "mona@vogt.test"))
                        .doesNotContain(dress.words().get("record.way.call", "+49 30 5550124"));
            }
            return true;
        });
        desk.records().erase(mona);
    }

    private static String picture() throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x6b8f71));
        pen.fillRect(0, 0, 320, 200);
        pen.setColor(new Color(0xf2d0a9));
        pen.fillOval(110, 40, 100, 120);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @Test
    void aFieldOfOnesOwnIsEnteredWithTheControlThatFitsAndChecked() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = shown(dress, anna, "facts-own");
            Shown.button(view, "Add a fact").fire();
            Parent form = (Parent) Shown.seen(view, ".fact-form").getFirst();
            kind(form, "Budget");
            text(form).setText("much");
            Shown.button(form, "Keep").fire();
            Shown.picture(view, dress, background, "facts-own", 1280, 800);
            assertThat(Shown.texts(form)).contains("That does not fit: money");
            text(form).setText("¥9,000");
            Shown.button(form, "Keep").fire();
            Shown.picture(view, dress, background, "facts-own", 1280, 800);
            Shown.button(view, "Add a fact").fire();
            form = (Parent) Shown.seen(view, ".fact-form").getFirst();
            kind(form, "Territory");
            @SuppressWarnings("unchecked")
            ComboBox<String> choice = (ComboBox<String>) Shown.seen(form, ".combo-box").stream()
                    .filter(node -> "Value".equals(node.getAccessibleText())).findFirst().orElseThrow();
            assertThat(choice.getItems()).containsExactly("North", "South");
            choice.setValue("North");
            Shown.button(form, "Keep").fire();
            Shown.picture(view, dress, background, "facts-own", 1280, 800);
            assertThat(desk.customerList().rows(List.of(anna)).getFirst().own()).containsEntry("territory", "North");
            assertThat(desk.customers().find(anna).orElseThrow().values().toString()).contains("9000 CNY");
            CustomerForm fresh = new CustomerForm(session.recordActs(), desk.customers(), background, dress.words(),
                    _ -> {}, () -> {});
            Shown.picture(fresh, dress, background, "customer-form-own", 560, 620);
            assertThat(Shown.texts(fresh)).contains("Budget", "Territory");
            return true;
        });
    }

    private static void kind(Parent form, String name) {
        @SuppressWarnings("unchecked")
        ComboBox<Object> kinds = (ComboBox<Object>) Shown.seen(form, ".combo-box").getFirst();
        kinds.setValue(
                kinds.getItems().stream().filter(kind -> kind.toString().contains(name)).findFirst().orElseThrow());
    }

    private static TextInputControl text(Parent form) {
        return (TextInputControl) Shown.seen(form, ".text-input").getFirst();
    }

    @Test
    void fieldsAreMadeInASheet() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                FieldsForm form = new FieldsForm(desk.ownFields(), session.recordActs(), background, dress.words(),
                        () -> {});
                Shown.picture(form, dress, background, "fields", 560, 520);
                assertThat(Shown.texts(form)).contains("Budget", "Territory");
                Shown.button(form, dress.words().get("list.field.add")).fire();
                ((TextField) Shown.seen(form, ".text-field").getFirst()).setText("Paid " + dress.name());
                Shown.picture(form, dress, background, "fields", 560, 520);
                Shown.button(form, dress.words().get("record.keep")).fire();
                Shown.picture(form, dress, background, "fields", 560, 520);
                assertThat(Shown.texts(form)).contains("Paid " + dress.name());
                Shown.button(form, dress.words().get("list.field.remove", "Paid " + dress.name())).fire();
                Shown.picture(form, dress, background, "fields", 560, 520);
                assertThat(desk.ownFields().all()).hasSize(2);
            }
            return true;
        });
    }

    @Test
    void aRelationLeadsToTheOtherAndIsEnteredFromEitherSide() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = shown(dress, wang, "relations");
            assertThat(Shown.texts(view)).contains("reports to");
            ((Hyperlink) Shown.seen(view, ".relations .hyperlink").getFirst()).fire();
            Shown.picture(view, dress, background, "relations", 1280, 800);
            assertThat(session.customers().selectedProperty().get()).isEqualTo(anna);
            assertThat(Shown.texts(view)).contains("direct report");
            Shown.button(view, "Add a relation").fire();
            Parent form = (Parent) Shown.seen(view, ".relation-form").getFirst();
            @SuppressWarnings("unchecked")
            ComboBox<String> kinds = (ComboBox<String>) Shown.seen(form, ".combo-box").getFirst();
            kinds.setValue("spouse");
            TextField name = (TextField) Shown.seen(form, ".text-field").getFirst();
            name.setText("Somebody Else");
            requireNonNull(name.getOnAction()).handle(new ActionEvent());
            Shown.picture(view, dress, background, "relations", 1280, 800);
            assertThat(Shown.texts(view)).contains("Somebody Else", "spouse");
            Shown.button(view, "Remove: spouse Somebody Else").fire();
            Shown.picture(view, dress, background, "relations", 1280, 800);
            assertThat(Shown.texts(view)).doesNotContain("Somebody Else");
            return true;
        });
    }

    @Test
    void aCustomerHasAWindowOfItsOwnThatIsKeptCurrent() throws Exception {
        Settings[] settings = {Settings.USUAL.speaking("en")};
        Toolkit.on(() -> {
            ApartWindows windows = new ApartWindows(session, new ApartWindows.Around(new OutsideTwin(),
                    () -> Shown.DRESSES.getFirst().words(), () -> settings[0],
                    step -> settings[0] = step.apply(settings[0]), () -> Writing.Acts.NONE));
            windows.open(wang);
            windows.open(anna);
            windows.open(wang);
            assertThat(windows.all()).hasSize(2);
            Parent view = Objects.requireNonNull(windows.all().get(wang)).view();
            Picture.settle(view, background);
            assertThat(Shown.texts(view)).contains("王小明", "reports to");
            desk.records().edit(wang, List.of(Value.of(Property.NAME, "", "王大明")), List.of());
            Picture.settle(view, background);
            assertThat(Shown.texts(view)).contains("王大明");
            Stage stage = windows.all().get(wang).stage();
            assertThat(stage.getTitle()).isEqualTo("王大明 · Kith");
            stage.setWidth(777);
            windows.close(wang);
            assertThat(settings[0].apart()).hasSize(4).contains(777);
            windows.closeAll();
            assertThat(windows.all()).isEmpty();
            desk.records().edit(wang, List.of(Value.of(Property.NAME, "", "王小明")), List.of());
            background.settle();
            return true;
        });
    }

    @Test
    void aSourceIsLookedAtBeforeItIsTakenBack() throws Exception {
        Source file = new Source(Source.Kind.FILE, "客户.csv");
        desk.journal().enter(Actor.IMPORT, "imported 客户.csv", free -> List.of(
                new CardChange(free.card(), null, new Card(free.card(), anna, file,
                        List.of(Value.of(Property.NAME, "", "Anna Keller"),
                                Value.of(Property.NOTE, "", "met at the fair")))),
                new CardChange(free.card() + 1, null, new Card(free.card() + 1, free.contact(), file,
                        List.of(Value.of(Property.NAME, "", "Bo Ek"))))));
        assertThat(desk.sources().look(file)).isEqualTo(new Look(1, 1, 3, 0, 0, List.of("Bo Ek")));
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.place().set(Place.HISTORY);
                MainView view = Shown.window(session, dress.settings(), CLOCK, new OutsideTwin());
                Shown.picture(view, dress, background, "sources", 1280, 800);
                tab(view, dress.words().get("list.sources")).fire();
                Shown.picture(view, dress, background, "sources", 1280, 800);
                String name = dress.words().get("screen.source.file", "客户.csv");
                assertThat(Shown.texts(view)).contains(name, dress.words().get("list.source-brought", 2, 3, 0));
                Shown.button(view, dress.words().get("list.source-withdraw") + ": " + name).fire();
                Shown.picture(view, dress, background, "sources", 1280, 800);
                assertThat(Shown.texts(view)).contains(dress.words().get("list.source-gone", "Bo Ek"));
                Shown.button(view, dress.words().get("list.source-now")).fire();
                Shown.picture(view, dress, background, "sources-after", 1280, 800);
                assertThat(Shown.texts(view)).doesNotContain(name);
                session.recordActs().undoLast();
                Shown.picture(view, dress, background, "sources-after", 1280, 800);
                assertThat(Shown.texts(view)).contains(name);
            }
            session.recordActs().withdraw(file);
            background.settle();
            session.place().set(Place.CUSTOMERS);
            return true;
        });
    }

    private static ToggleButton tab(Parent view, String text) {
        return Shown.seen(view, ".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(tab -> text.equals(tab.getText())).findFirst().orElseThrow();
    }
}
