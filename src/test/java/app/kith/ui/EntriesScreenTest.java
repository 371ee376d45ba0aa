package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.EntryList.Order;
import app.kith.store.EntryList.Standing;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.entries.Period;
import app.kith.ui.work.StepBackground;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of business records: what it lists, how it is sifted, what it sums, and where it leads. */
@OnScreen
class EntriesScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

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
        session.place().set(Place.RECORDS);
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private long add(String name, String company) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.COMPANY, "", company)))
                .contact();
    }

    private long log(long contact, Kind kind, String day, String title, String number, @Nullable String amount,
            String currency, String state) {
        return desk.records().log(new Entry(0, contact, kind, Instant.parse(day + "T00:00:00Z"), null, title, "",
                number, amount == null ? null : new BigDecimal(amount), currency, state,
                new Source(Source.Kind.HAND, ""))).id();
    }

    /** Returns the numbers of Anna, of her frame contract, and of her paid order. */
    private long[] fill() {
        long anna = add("Anna Keller", "Nordwind GmbH");
        long wang = add("王小明", "深圳华强电子有限公司");
        long bert = add("Bert Ohm", "Ohm & Söhne Maschinenbau GmbH & Co. KG");
        log(anna, Kind.QUOTATION, "2026-11-20", "Two pumps with spare seals and commissioning on site in Rostock",
                "Q-2026-114", "12400.50", "EUR", "sent");
        log(wang, Kind.ORDER, "2026-11-02", "电源适配器 500 件", "SO-2026-88", "99000", "CNY", "生产中");
        long contract = log(anna, Kind.CONTRACT, "2026-01-15", "Frame contract", "C-17", "250000", "EUR", "signed");
        long paid = log(anna, Kind.ORDER, "2026-09-12", "Valves", "SO-2026-71", "600.50", "EUR", "paid");
        log(wang, Kind.CASE, "2026-10-08", "泵体渗漏", "K-31", null, "", "已解决");
        log(bert, Kind.CASE, "2026-11-18", "", "", null, "", "");
        log(bert, Kind.QUOTATION, "2025-06-03", "Gear box", "Q-2025-9", "8700", "USD", "lost");
        log(wang, Kind.ORDER, "2025-03-20", "连接线", "SO-2025-12", "18650.75", "CNY", "已付款");
        log(anna, Kind.CALL, "2026-11-21", "Asked about the pumps", "", null, "", "");
        return new long[]{anna, contract, paid};
    }

    private MainView window(Dress dress, String name) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new OutsideTwin());
        Shown.picture(view, dress, background, name, 1280, 800);
        return view;
    }

    @Test
    void itLooksWellInBothLanguagesAndThemes() throws Exception {
        fill();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, "records");
                assertThat(Shown.texts(view)).contains("SO-2026-71 · Valves", "王小明",
                        "263,001.00 EUR");
                Shown.picture(view, dress, background, "records-narrow", 1024, 640);
                session.entries().standingProperty().set(Standing.CLOSED);
                session.entries().kindsProperty().set(Set.of(Kind.ORDER));
                Shown.picture(view, dress, background, "records-sifted", 1280, 800);
                session.entries().queryProperty().set("nobody");
                Shown.picture(view, dress, background, "records-nothing", 1280, 800);
                session.entries().endSearch();
                background.settle();
            }
            return true;
        });
    }

    @Test
    void beforeThereAreRecordsItSaysWhatWillStandHere() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, "records-none");
                assertThat(Shown.texts(view)).contains(dress.words().get("record.all.none"));
                assertThat(Shown.seen(view, ".entry-sums")).isEmpty();
            }
            return true;
        });
    }

    @Test
    void chipsSiftAndTellCountsAndTheFootSums() throws Exception {
        fill();
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "records-chips");
            assertThat(numbers()).hasSize(8);
            chip(view, "Order  3").fire();
            settle(view);
            assertThat(numbers()).hasSize(3);
            chip(view, "Closed  2").fire();
            settle(view);
            assertThat(numbers()).hasSize(2);
            assertThat(Shown.texts(view)).contains("600.50 EUR", "18,650.75 CNY", "2 of 8")
                    .doesNotContain("Q-2026-114");
            session.entries().periodProperty().set(Period.DAYS);
            settle(view);
            assertThat(numbers()).hasSize(1);
            chip(view, "Order  1").fire();
            settle(view);
            chip(view, "Closed  2").fire();
            settle(view);
            assertThat(numbers()).hasSize(5);
            session.entries().periodProperty().set(Period.YEAR);
            session.entries().orderProperty().set(Order.AMOUNT);
            settle(view);
            assertThat(titles()).startsWith("电源适配器 500 件", "Frame contract").hasSize(6);
            session.entries().queryProperty().set("keller");
            settle(view);
            assertThat(titles()).startsWith("Frame contract").hasSize(3);
            session.entries().endSearch();
            settle(view);
            assertThat(numbers()).hasSize(8);
            return true;
        });
    }

    @Test
    void enterOpensTheCustomerAtTheRecord() throws Exception {
        long[] known = fill();
        for (int day = 10; day < 30; day++) {
            log(known[0], Kind.NOTE, "2026-08-" + day, "A note", "", null, "", "");
        }
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "records-open");
            open(view, known[1]);
            assertThat(session.place().get()).isEqualTo(Place.CUSTOMERS);
            assertThat(session.customers().selectedProperty().get()).isEqualTo(known[0]);
            assertThat(chosen(view)).contains("Frame contract");
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "records-opened", 1280, 800);
            assertThat(Shown.texts(view)).anyMatch(text -> text.contains("Frame contract"));
            // The customer is there already, and the timeline is sifted.
            session.timeline().filterProperty().set(app.kith.ui.record.TimelineFilter.MAIL);
            session.place().set(Place.RECORDS);
            settle(view);
            open(view, known[2]);
            assertThat(chosen(view)).contains("Valves");
            return true;
        });
    }

    @Test
    void aRecordThatIsChangedElsewhereIsShownAsItIsNow() throws Exception {
        long[] known = fill();
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "records-changed");
            desk.records().change(desk.records().entry(known[1]).in("cancelled"));
            settle(view);
            assertThat(Shown.texts(view)).anyMatch(text -> text.startsWith("cancelled · "));
            chip(view, "Closed  5").fire();
            settle(view);
            assertThat(numbers()).contains(known[1]);
            desk.records().remove(known[1]);
            settle(view);
            assertThat(numbers()).doesNotContain(known[1]).hasSize(4);
            return true;
        });
    }

    @Test
    void whereItCannotBeReadItSaysSoAndTriesAgain() throws Exception {
        fill();
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), "records-whole");
            desk.close();
            session.entries().again();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "records-failed", 1280, 800);
            assertThat(Shown.texts(view)).contains("The records cannot be read");
            assertThat(Shown.seen(view, ".entries-page .row-list")).isEmpty();
            Shown.button(view, "Try again").fire();
            settle(view);
            assertThat(session.entries().failureProperty().get()).isNotNull();
            return true;
        });
    }

    private void open(MainView view, long record) {
        session.entries().selectedProperty().set(record);
        settle(view);
        ListView<?> list = (ListView<?>) Shown.seen(view, ".entries-page .row-list").getFirst();
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        settle(view);
    }

    private static String chosen(MainView view) {
        ListView<?> list = (ListView<?>) Shown.seen(view, ".timeline .row-list").getFirst();
        return String.valueOf(list.getSelectionModel().getSelectedItem());
    }

    private void settle(MainView view) {
        Picture.settle(view, background);
    }

    private List<Long> numbers() {
        return new ArrayList<>(session.entries().rows().numbers());
    }

    private List<String> titles() {
        return numbers().stream().map(id -> desk.records().entry(id).title()).toList();
    }

    private static ToggleButton chip(Parent view, String text) {
        return Shown.seen(view, ".entries-page .filter-chip").stream().map(ToggleButton.class::cast)
                .filter(chip -> chip.getText().equals(text)).findFirst().orElseThrow(() -> new AssertionError(
                        text + " is not among " + Shown.seen(view, ".entries-page .filter-chip")));
    }
}
