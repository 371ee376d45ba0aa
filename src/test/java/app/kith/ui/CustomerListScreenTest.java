package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.ListLook;
import app.kith.ui.look.Settings;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of customers on the screen: its columns and groups, and what is done to several of them. */
@OnScreen
class CustomerListScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static StepBackground background;
    private static Session session;
    private final OutsideTwin outside = new OutsideTwin();
    private final List<Long> apart = new ArrayList<>();
    private Settings settings = Settings.USUAL;

    @BeforeAll
    static void begin() throws Exception {
        desk = TestDesk.open(folder);
        desk.ownFields().add(new OwnField("Budget", OwnField.Type.MONEY, List.of(), false));
        desk.ownFields().add(new OwnField("Region", OwnField.Type.CHOICE, List.of("North", "South"), false));
        String[] names = {"王小明", "Anna Keller", "李雷", "Zoë Sauer", "Bo Ek"};
        for (int i = 0; i < 40; i++) {
            String name = i < names.length ? names[i] : "Customer " + (100 + i);
            List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name),
                    Value.of(Property.COMPANY, "", i % 2 == 0 ? "深圳华科电子有限公司" : "Nordwind GmbH"),
                    Value.of(Property.PHONE, "mobile", "138 0000 " + (1000 + i)),
                    Value.of(Property.EMAIL, "", "c" + i + "@kith.example"),
                    Value.of(Property.STAGE, "", i % 3 == 0 ? "Negotiation" : "New")));
            if (i < 5) {
                values.add(Value.of(Property.OWN, "Budget", (5 - i) * 1000 + " CNY"));
            }
            desk.records().add(values);
        }
        desk.segments().save("Negotiating", "stage:negotiation");
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

    @BeforeEach
    void afresh() throws Exception {
        Toolkit.on(() -> {
            session.customers().endSearch();
            background.settle();
            return true;
        });
    }

    private MainView window(Dress dress, ListLook look) {
        settings = dress.settings().listing(look);
        Words words = dress.words();
        return new MainView(session, settings, words, new app.kith.ui.look.Dates(words, CLOCK), outside, new Label(),
                new MainView.Acts(() -> {}, this::keep, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}),
                        Writing.Acts.NONE, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, apart::add, _ -> {}));
    }

    private void keep(UnaryOperator<Settings> step) {
        settings = step.apply(settings);
    }

    private static void settle(Parent view, Dress dress, String name) {
        Shown.picture(view, dress, background, name, 1280, 800);
    }

    @Test
    void columnsAreChosenMovedWidenedAndOrderedByKeyAndRemembered() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, new ListLook(true, List.of(), "", false, false));
                settle(view, dress, "columns");
                assertThat(Shown.seen(view, ".column-name")).hasSize(8);
                assertThat(Shown.texts(view)).contains("138 0000 1000");
            }
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress, new ListLook(true, List.of(), "", false, false));
            settle(view, dress, "columns-own");
            MenuButton chooser = (MenuButton) Shown.seen(view, ".column-chooser").getFirst();
            requireNonNull(chooser.getOnShowing()).handle(null);
            CheckMenuItem budget = chooser.getItems().stream().filter(item -> "Budget".equals(item.getText()))
                    .map(CheckMenuItem.class::cast).findFirst().orElseThrow();
            requireNonNull(budget.getOnAction()).handle(new ActionEvent());
            settle(view, dress, "columns-own");
            Node name = Shown.button(view, "Order by Budget");
            press(name, KeyCode.LEFT, false, true);
            settle(view, dress, "columns-own");
            press(Shown.button(view, "Order by Budget"), KeyCode.RIGHT, true, true);
            settle(view, dress, "columns-own");
            Shown.button(view, "Order by Budget").fire();
            settle(view, dress, "columns-own");
            assertThat(settings.customers().shown().get(7)).isEqualTo(new ListLook.Shown("own:Budget", 146));
            assertThat(settings.customers().sort()).isEqualTo("own:Budget");
            assertThat(firstRow().name()).isEqualTo("Bo Ek");
            Shown.button(view, "Ordered by Budget").fire();
            settle(view, dress, "columns-own");
            assertThat(firstRow().name()).isEqualTo("王小明");
            MainView again = window(dress, settings.customers());
            settle(again, dress, "columns-own");
            assertThat(Shown.texts(again)).contains("5000 CNY");
            assertThat(session.customers().sortProperty().get().turned()).isTrue();
            session.customers().sortProperty().set(new app.kith.store.CustomerList.Sort(Order.NAME, "", false));
            return true;
        });
    }

    private static CustomerRow firstRow() {
        return requireNonNull(session.customers().rows().get(session.customers().rows().numbers().getFirst())).row();
    }

    @Test
    void aGroupIsShownByOneClickAndWhatIsSiftedBecomesOne() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, ListLook.USUAL);
                settle(view, dress, "groups");
                chip(view, "Negotiating  14").fire();
                settle(view, dress, "groups");
                assertThat(session.customers().rows().sizeProperty().get()).isEqualTo(14);
                assertThat(chip(view, "Negotiating  14").isSelected()).isTrue();
                chip(view, "Negotiating  14").fire();
                settle(view, dress, "groups");
                assertThat(session.customers().rows().sizeProperty().get()).isEqualTo(40);
            }
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress, ListLook.USUAL);
            settle(view, dress, "groups");
            session.customers().queryProperty().set("company:nordwind budget:>1000");
            settle(view, dress, "groups-save");
            Shown.button(view, "Save what the list shows now as a group").fire();
            settle(view, dress, "groups-save");
            TextField name = (TextField) Shown.seen(view, ".text-field").stream()
                    .filter(node -> "Name of the group".equals(node.getAccessibleText())).findFirst().orElseThrow();
            name.setText("North with money");
            requireNonNull(name.getOnAction()).handle(new ActionEvent());
            settle(view, dress, "groups-save");
            assertThat(chip(view, "North with money  2").isSelected()).isTrue();
            assertThat(desk.savedSearches().find("North with money")).contains("company:nordwind budget:>1000");
            session.recordActs().undoLast();
            background.settle();
            assertThat(desk.savedSearches().find("North with money")).isEmpty();
            return true;
        });
    }

    private static ToggleButton chip(Parent view, String text) {
        return Shown.seen(view, ".segment-chip").stream().map(ToggleButton.class::cast)
                .filter(chip -> text.equals(chip.getText())).findFirst().orElseThrow();
    }

    @Test
    void severalAreChosenCopiedChangedAndTakenBack() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress, new ListLook(false, List.of(new ListLook.Shown("name", 100),
                    new ListLook.Shown("phone", 100), new ListLook.Shown("own:Budget", 100)), "", false, false));
            session.customers().sortProperty().set(new app.kith.store.CustomerList.Sort(Order.NAME, "", false));
            settle(view, dress, "many");
            @SuppressWarnings("unchecked")
            ListView<Long> list = (ListView<Long>) Shown.seen(view, ".row-list").getFirst();
            assertThat(list.getSelectionModel().getSelectionMode()).isEqualTo(SelectionMode.MULTIPLE);
            list.getSelectionModel().clearAndSelect(0);
            list.getSelectionModel().selectRange(0, 3);
            settle(view, dress, "many");
            assertThat(Shown.texts(view)).contains("3 chosen");
            press(list, KeyCode.C, true, false);
            background.settle();
            assertThat(outside.copied.split("\n", -1)).hasSize(4).startsWith("Name\tPhone\tBudget",
                    "Anna Keller\t138 0000 1001\t4000 CNY", "Bo Ek\t138 0000 1004\t1000 CNY");
            Shown.button(view, "Copy as vCards").fire();
            background.settle();
            assertThat(outside.copied).contains("FN:Anna Keller", "FN:Bo Ek").doesNotContain("王小明");
            Shown.button(view, "Change…").fire();
            settle(view, dress, "many-change");
            Parent bar = (Parent) Shown.seen(view, ".many-bar").getFirst();
            @SuppressWarnings("unchecked")
            ComboBox<Object> what = (ComboBox<Object>) Shown.seen(bar, ".combo-box").getFirst();
            what.getSelectionModel().select(3); // The stage.
            ((TextField) Shown.seen(bar, ".text-field").getFirst()).setText("Lost");
            settle(view, dress, "many-change");
            Shown.button(bar, "Change 3").fire();
            settle(view, dress, "many-changed");
            assertThat(stages("Lost")).isEqualTo(3);
            assertThat(Shown.texts(view)).as("they stay chosen").contains("3 chosen");
            session.recordActs().undoLast();
            settle(view, dress, "many-changed");
            assertThat(stages("Lost")).isZero();
            press(list, KeyCode.DELETE, false, false);
            settle(view, dress, "many-gone");
            assertThat(desk.customers().count()).isEqualTo(37);
            session.recordActs().undoLast();
            settle(view, dress, "many-gone");
            assertThat(desk.customers().count()).isEqualTo(40);
            list.getSelectionModel().selectAll();
            assertThat(session.customers().chosenProperty().get()).hasSize(40);
            list.getSelectionModel().clearAndSelect(2);
            press(list, KeyCode.ENTER, true, false);
            assertThat(apart).containsExactly(session.customers().rows().numbers().get(2));
            return true;
        });
    }

    private static long stages(String stage) {
        List<Long> all = session.customers().rows().numbers();
        return desk.customers().rows(List.copyOf(all)).stream().filter(row -> row.stage().equals(stage)).count();
    }

    private static void press(Node node, KeyCode key, boolean shift, boolean alt) {
        boolean control = !alt && shift;
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key.getName(), key, alt && shift,
                control, alt, false));
    }
}
