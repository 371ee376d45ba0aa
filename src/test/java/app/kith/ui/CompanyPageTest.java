package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.work.StepBackground;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a customer to the company and back; what was done with all of its people. */
@OnScreen
class CompanyPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private long anna;

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        anna = add("Anna Keller", "Purchasing manager", "+49 30 1234567", "work");
        long bert = add("Bert Ohm", "Engineer", "+49 170 5551234", "mobile");
        log(bert, Entry.Kind.CALL, "2026-11-18T10:00:00Z", "", "Wants the price for 500 pumps", null);
        log(anna, Entry.Kind.MEETING, "2026-11-10T13:00:00Z", "Factory visit", "Line 3 is to be rebuilt", null);
        log(anna, Entry.Kind.ORDER, "2026-10-02T09:00:00Z", "Pumps", "", new BigDecimal("12400"));
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

    private long add(String name, String title, String phone, String label) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.TITLE, "", title),
                Value.of(Property.COMPANY, "", "Nordwind GmbH"), Value.of(Property.PHONE, label, phone),
                Value.of(Property.EMAIL, "",
                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@nordwind.example")))
                .contact();
    }

    private void log(long contact, Entry.Kind kind, String at, String title, String text, BigDecimal amount) {
        desk.records().log(new Entry(0, contact, kind, Instant.parse(at), null, title, text,
                kind.isRecord() ? "B-7" : "", amount, amount == null ? "" : "EUR", kind.isRecord() ? "delivered" : "",
                new Source(Source.Kind.HAND, "")));
    }

    private MainView customer(Dress dress, int width) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
        session.place().set(Place.CUSTOMERS);
        session.customers().selectedProperty().set(anna);
        Shown.picture(view, dress, background, "customer-narrow", width, 768);
        return view;
    }

    private static <T> T seen(Parent view, String style, Class<T> type, String text) {
        return Shown.seen(view, style).stream().filter(type::isInstance).map(type::cast)
                .filter(node -> text.equals(node instanceof javafx.scene.control.Labeled label ? label.getText() : ""))
                .findFirst().orElseThrow(() -> new AssertionError(text + " is not shown"));
    }

    @Test
    void theCompanyIsAClickAwayAndShowsWhatWasDoneWithAllOfItsPeople() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = customer(dress, 1280);
                seen(view, ".record-way", Hyperlink.class, "Nordwind GmbH").fire();
                background.settle();
                assertThat(session.place().get()).isEqualTo(Place.COMPANIES);
                seen(view, ".toggle-button", ToggleButton.class, dress.words().count("company.entries-count", 3))
                        .fire();
                Shown.picture(view, dress, background, "company-entries", 1280, 768);
                assertThat(Shown.texts(view)).anyMatch(text -> text.startsWith("Bert Ohm · Wants the price"))
                        .anyMatch(text -> text.equals("Anna Keller · 12,400 EUR · delivered"));
            }
            return true;
        });
    }

    @Test
    void aCompanyWithoutACardOfItsOwnGetsOne() throws Exception {
        Toolkit.on(() -> {
            MainView view = customer(Shown.DRESSES.getFirst(), 1280);
            session.showCompanyOf(anna);
            background.settle();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "company-people", 1280, 768);
            seen(view, ".button", Button.class, "Make a card for it").fire();
            background.settle();
            assertThat(session.place().get()).isEqualTo(Place.CUSTOMERS);
            Long card = session.customers().selectedProperty().get();
            assertThat(desk.companies().find(anna).orElseThrow().card()).isEqualTo(card);
            session.showCompanyOf(anna);
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "company-carded", 1280, 768);
            seen(view, ".button", Button.class, "Its own card").fire();
            background.settle();
            assertThat(session.customers().selectedProperty().get()).isEqualTo(card);
            return true;
        });
    }

    @Test
    void onANarrowWindowTheNumberStandsInTheHeadAndTheDetailsComeOverThePage() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = customer(dress, 1024);
                assertThat(seen(view, ".record-way", Hyperlink.class, "+49 30 1234567").isVisible()).isTrue();
                assertThat(Shown.seen(view, ".facts")).isEmpty();
                seen(view, ".button", Button.class, dress.words().get("screen.facts")).fire();
                Shown.picture(view, dress, background, "customer-drawer", 1024, 768);
                assertThat(Shown.seen(view, ".facts")).isNotEmpty();
            }
            return true;
        });
    }
}
