package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.mail.Mailbox;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.list.RowListView;
import app.kith.ui.record.FactKind;
import app.kith.ui.work.StepBackground;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a customer to the company and back; what was done with all of its people. */
@OnScreen
class CompanyPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    private static final String ME = "me@firm.example";
    private static final String ANNA = "anna.keller@nordwind.example";
    private static final String BERT = "bert.ohm@nordwind.example";

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private long anna;
    private @Nullable Account account;

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        anna = add("Anna Keller", "Purchasing manager", "+49 30 1234567", "work");
        long bert = add("Bert Ohm", "Engineer", "+49 170 5551234", "mobile");
        log(bert, Entry.Kind.CALL, "2026-11-18T10:00:00Z", "", "Wants the price for 500 pumps", null);
        log(anna, Entry.Kind.MEETING, "2026-11-10T13:00:00Z", "Factory visit", "Line 3 is to be rebuilt", null);
        log(anna, Entry.Kind.ORDER, "2026-10-02T09:00:00Z", "Pumps", "", new BigDecimal("12400"));
        mail(1, BERT, BERT, "Question", "question");
        mail(2, ANNA, ANNA, "Minutes", "minutes");
        mail(4, BERT, BERT + ", " + ANNA, "Offer for the pumps", "offer");
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(_ -> {}, failure -> {
            throw failure;
        });
    }

    private void mail(int day, String from, String people, String subject, String file) throws Exception {
        if (account == null) {
            account = desk.accounts().add(new Account(0, ME, "", new Server("localhost", 1, Security.TLS), null, ME,
                    null, null, null), "secret").account();
        }
        String raw = """
                From: %s
                To: me@firm.example, %s
                Subject: %s
                Date: %d Nov 2026 09:00:00 +0000
                Message-ID: <%d@test>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Please have a look.

                --b
                Content-Type: application/pdf; name="%s.pdf"
                Content-Disposition: attachment; filename="%s.pdf"

                pdf
                --b--
                """.formatted(from, people, subject, day, day, file, file);
        TestDesk.file(desk, account, List.of(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-%02dT09:00:05Z".formatted(day)));
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

    private void log(long contact, Entry.Kind kind, String at, String title, String text, @Nullable BigDecimal amount) {
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

    private MainView company(Dress dress, Writing.Acts writing) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing(), writing);
        session.showCompanyOf(anna);
        Shown.picture(view, dress, background, "company-begin", 1280, 768);
        return view;
    }

    private void card() {
        desk.records().add(List.of(Value.of(Property.KIND, "", "company"),
                Value.of(Property.NAME, "", "Nordwind GmbH"), Value.of(Property.STAGE, "", "Negotiation"),
                Value.of(Property.TAG, "", "machines"),
                Value.of(Property.DOMAIN, "", "https://www.nordwind-ag.example/"),
                Value.of(Property.ADDRESS, "", "Hafenstr. 12, 20457 Hamburg"), Value.of(Property.INDUSTRY, "", "Pumps"),
                Value.of(Property.TAX_ID, "", "DE123456789")));
    }

    private void tab(MainView view, String text) {
        seen(view, ".record-tabs .toggle-button", ToggleButton.class, text).fire();
        background.settle();
    }

    @Test
    void theCompanyIsAClickAwayAndShowsWhatHappenedWithAllOfItsPeople() throws Exception {
        card();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = customer(dress, 1280);
                seen(view, ".record-way", Hyperlink.class, "Nordwind GmbH").fire();
                background.settle();
                assertThat(session.place().get()).isEqualTo(Place.COMPANIES);
                Shown.picture(view, dress, background, "company-begin", 1280, 768);
                Shown.picture(view, dress, background, "company", 1280, 768);
                assertThat(Shown.texts(view)).contains("Negotiation", "#machines",
                        "nordwind.example · nordwind-ag.example", "Anna Keller", "Bert Ohm");
                assertThat(Shown.seen(view, ".fact-value")).map(node -> ((Labeled) node).getText())
                        .contains("Hafenstr. 12, 20457 Hamburg", "DE123456789");
                tab(view, dress.words().get("record.timeline"));
                Shown.picture(view, dress, background, "company-timeline", 1280, 900);
                assertThat(Shown.texts(view)).contains("Bert Ohm", "Anna Keller", "Wants the price for 500 pumps",
                        "Anna Keller" + dress.words().get("record.who-and") + "Bert Ohm");
                assertThat(Shown.texts(view)).filteredOn("Offer for the pumps"::equals).hasSize(1);
                tab(view, dress.words().get("screen.nav.files"));
                Shown.picture(view, dress, background, "company-files", 1280, 768);
                assertThat(Shown.texts(view)).filteredOn("offer.pdf"::equals).hasSize(1);
            }
            return true;
        });
    }

    @Test
    void onANarrowWindowTheFactsOfTheCompanyComeOverThePage() throws Exception {
        card();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = company(dress, Writing.Acts.NONE);
                Shown.picture(view, dress, background, "company-narrow", 1024, 640);
                assertThat(Shown.seen(view, ".facts")).isEmpty();
                tab(view, dress.words().get("record.timeline"));
                Shown.picture(view, dress, background, "company-narrow-timeline", 1024, 640);
                tab(view, dress.words().get("screen.nav.files"));
                Shown.picture(view, dress, background, "company-narrow-files", 1024, 640);
                seen(view, ".button", Button.class, dress.words().get("screen.facts")).fire();
                Shown.picture(view, dress, background, "company-narrow-facts", 1024, 640);
                assertThat(Shown.seen(view, ".facts")).isNotEmpty();
            }
            return true;
        });
    }

    @Test
    void aCompanyWithoutACardOfItsOwnGetsOneOnWhichItsOwnFactsAreEntered() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = company(dress, Writing.Acts.NONE);
                Shown.picture(view, dress, background, "company-cardless", 1280, 768);
                assertThat(Shown.texts(view)).contains(dress.words().get("company.no-card"));
            }
            MainView view = company(Shown.DRESSES.getFirst(), Writing.Acts.NONE);
            seen(view, ".button", Button.class, "Make a card for it").fire();
            background.settle();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "company-carded", 1280, 768);
            assertThat(session.place().get()).isEqualTo(Place.COMPANIES);
            Long card = desk.companies().find(anna).orElseThrow().card();
            assertThat(session.firm().card().idProperty().get()).isNotNull().isEqualTo(card);
            Shown.button(view, "Add a fact").fire();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "company-adding", 1280, 768);
            ComboBox<?> kinds = (ComboBox<?>) Shown.seen(view, ".fact-form .combo-box").getFirst();
            assertThat(kinds.getItems().stream().map(FactKind.class::cast).map(FactKind::property))
                    .startsWith(Property.DOMAIN).contains(Property.TAX_ID, Property.INDUSTRY)
                    .doesNotContain(Property.BIRTHDAY, Property.TITLE);
            Shown.button(view, "Its own card").fire();
            background.settle();
            assertThat(session.customers().selectedProperty().get()).isEqualTo(card);
            return true;
        });
    }

    @Test
    void aLetterGoesToWhoIsChosenElseToWhomMailWasExchangedWithLast() throws Exception {
        List<List<Mailbox>> begun = new ArrayList<>();
        Writing.Acts writing = new Writing.Acts(begun::add, (_, _) -> {}, _ -> {}, _ -> {});
        Toolkit.on(() -> {
            MainView view = company(Shown.DRESSES.getFirst(), writing);
            seen(view, ".button", Button.class, "Write").fire();
            background.settle();
            assertThat(begun).singleElement().isEqualTo(List.of(new Mailbox("Bert Ohm", BERT)));
            RowListView<?> people = Shown.seen(view, ".record-list").stream().filter(RowListView.class::isInstance)
                    .map(RowListView.class::cast).findFirst().orElseThrow();
            people.getSelectionModel().selectAll();
            background.settle();
            seen(view, ".button", Button.class, "Write to 2 people").fire();
            background.settle();
            assertThat(begun.getLast()).extracting(Mailbox::address).containsExactlyInAnyOrder(ANNA, BERT);
            return true;
        });
    }

    @Test
    void aCallIsEnteredForTheLastSpokenToUntilSomebodyElseIsChosen() throws Exception {
        Toolkit.on(() -> {
            MainView view = company(Shown.DRESSES.getFirst(), Writing.Acts.NONE);
            view.note(Entry.Kind.CALL);
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "company-call", 1280, 900);
            ComboBox<?> with = Shown.seen(view, ".timeline .combo-box").stream().map(ComboBox.class::cast)
                    .filter(box -> "With".equals(box.getAccessibleText())).findFirst().orElseThrow();
            assertThat(with.getConverter()).isNotNull();
            assertThat(with.getSelectionModel().getSelectedIndex()).isZero();
            with.getSelectionModel().select(1);
            ((TextArea) Shown.seen(view, ".timeline .text-area").getFirst()).setText("Asks for a visit");
            seen(view, ".button", Button.class, "Keep").fire();
            background.settle();
            assertThat(desk.companies().find(anna).orElseThrow().entries()).filteredOn(
                    entry -> entry.at().isAfter(Instant.parse("2026-11-20T00:00:00Z"))).singleElement()
                    .satisfies(entry -> assertThat(entry.contact()).isEqualTo(anna));
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
