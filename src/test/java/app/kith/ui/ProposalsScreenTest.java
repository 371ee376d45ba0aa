package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.assist.Threshold;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.ProposalKind;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.record.RecordActs.Done;
import app.kith.ui.work.StepBackground;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mail proposes, on the screen, without a display. */
@OnScreen
class ProposalsScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));
    private static final String ME = "sales@firm.example";

    @TempDir
    private Path folder;

    private Desk desk;
    private Account account;
    private StepBackground background;
    private Session session;
    private long anna;
    private int number;
    private final List<Done> done = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        account = desk.accounts().add(new Account(0, ME, "", new Server("localhost", 1, Security.TLS), null, ME, null,
                null, null), "secret").account();
        anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna.keller@nordwind.example"),
                Value.of(Property.TITLE, "", "Buyer"))).contact();
        desk.records().add(List.of(Value.of(Property.NAME, "", "李娜"),
                Value.of(Property.EMAIL, "", "lina@hua.example")));
        mail("\"WANG, Xiaoming\" <wang@hua.example>",
                "您好，请报价。\n\n-- \n王小明\n采购经理\n深圳华科电子有限公司\n手机：13800001234\n电话：0755-88886666\n");
        mail("Anna Keller <anna.keller@web.example>", "My private address, for the holidays.");
        mail("Jean Dupont <jean.dupont@lumiere.example>",
                "Bonjour\n\n-- \nJean Dupont\nDirecteur des achats\nLumière SA\n");
        mail("Lumière Contact <info@lumiere.example>", "Bonjour de toute l'équipe");
        for (String more : List.of("", "", "Nordwind GmbH\nTel.: +49 40 5551234\nwww.nordwind.example\n")) {
            mail("Anna Keller <anna.keller@nordwind.example>",
                    "Hello\n\n-- \nAnna Keller\nHead of Purchasing\n" + more);
        }
        file(ME, "Content-Type: text/plain\n\nAre you still there?", "lina@hua.example");
        bounce("lina@hua.example");
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

    private void mail(String from, String text) {
        file(from, "Content-Type: text/plain; charset=utf-8\n\n" + text);
    }

    private void bounce(String address) {
        file("Mail Delivery System <mailer-daemon@firm.example>", """
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.firm.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%s> User unknown

                --b--
                """.formatted(address, address));
    }

    private void file(String from, String rest) {
        file(from, rest, ME);
    }

    private void file(String from, String rest, String to) {
        number++;
        String mail = "From: " + from + "\nTo: " + to + "\nSubject: Mail " + number + "\nMessage-ID: <m" + number
                + "@test>\nDate: " + number + " Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\n" + rest;
        TestDesk.file(desk, account, List.of(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-20T08:00:00Z"));
    }

    private MainView window(Dress dress, ProposalKind kind) {
        return window(dress, kind, "proposals-" + kind.name().toLowerCase(Locale.ROOT));
    }

    private MainView window(Dress dress, ProposalKind kind, String picture) {
        MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
        session.place().set(Place.REVIEW);
        session.proposals().openProperty().set(true);
        session.proposals().kindProperty().set(kind);
        Shown.picture(view, dress, background, picture, 1280, 800);
        return view;
    }

    @Test
    void everyKindIsShownWithItsProof() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                for (ProposalKind kind : List.of(ProposalKind.PERSON, ProposalKind.FACT, ProposalKind.BOUNCE)) {
                    MainView view = window(dress, kind);
                    assertThat(session.proposals().itemsProperty().get()).as("proposals of kind %s", kind)
                            .isNotEmpty();
                    assertThat(Shown.seen(view, ".proposal-card")).hasSize(1);
                    assertThat(Shown.texts(view)).as("count in the navigation").contains("8");
                }
            }
            return true;
        });
    }

    @Test
    void peopleAreAcceptedRefusedPutOffAndTakenBackByKey() throws Exception {
        Toolkit.on(() -> {
            MainView view = window(Shown.DRESSES.getFirst(), ProposalKind.PERSON);
            assertThat(session.proposals().itemsProperty().get()).hasSize(3);
            String first = session.proposals().selectedProperty().get().id();
            press(view, KeyCode.L);
            assertThat(session.proposals().itemsProperty().get().getLast().id()).isEqualTo(first);
            background.settle();
            String second = session.proposals().selectedProperty().get().id();
            press(view, KeyCode.N);
            background.settle();
            assertThat(done.getLast().reason()).startsWith("proposals-refused ");
            assertThat(session.proposals().itemsProperty().get()).extracting(one -> one.id()).doesNotContain(second);
            long before = desk.customers().count();
            press(view, KeyCode.M);
            background.settle();
            assertThat(desk.customers().count()).isEqualTo(before + 1);
            session.recordActs().undoLast();
            background.settle();
            assertThat(desk.customers().count()).isEqualTo(before);
            assertThat(session.proposals().itemsProperty().get()).hasSize(2);
            return true;
        });
    }

    @Test
    void allThatAreShownAreAcceptedAfterALook() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress, ProposalKind.FACT);
            int facts = session.proposals().itemsProperty().get().size();
            assertThat(facts).isEqualTo(4);
            press(view, KeyCode.A);
            Shown.picture(view, dress, background, "proposals-all", 1280, 800);
            assertThat(session.proposals().itemsProperty().get()).as("nothing is done before the look").hasSize(facts);
            Node preview = Shown.seen(view, ".review-preview").getFirst();
            Shown.button((Parent) preview, dress.words().count("review.mail.accept-all", facts)).fire();
            background.settle();
            assertThat(session.proposals().itemsProperty().get()).isEmpty();
            assertThat(desk.customers().rows(List.of(anna)).getFirst().title()).isEqualTo("Head of Purchasing");
            Shown.picture(view, dress, background, "proposals-none", 1280, 800);
            session.recordActs().undoLast();
            background.settle();
            assertThat(session.proposals().itemsProperty().get()).hasSize(facts);
            return true;
        });
    }

    @Test
    void whatIsAcceptedUnaskedIsChosenWhereItIsSeenAndTakenBack() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress, ProposalKind.FACT);
            MenuButton choice = (MenuButton) Shown.seen(view, ".proposals-page .menu-button").getFirst();
            assertThat(choice.getText()).isEqualTo(dress.words().get("review.mail.unasked-certain"));
            choice.getItems().stream()
                    .filter(item -> item.getText().equals(dress.words().get("review.mail.threshold-none")))
                    .findFirst().orElseThrow().fire();
            background.settle();
            assertThat(desk.proposals().settings()).containsEntry(ProposalKind.FACT, Threshold.NONE);
            assertThat(choice.getText()).isEqualTo(dress.words().get("review.mail.unasked-none"));
            session.recordActs().undoLast();
            background.settle();
            assertThat(desk.proposals().settings()).containsEntry(ProposalKind.FACT, Threshold.CERTAIN);
            return true;
        });
    }

    @Test
    void somebodyWhoIsThereAlreadyGetsTheAddressAndTheMailOpens() throws Exception {
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            background.settle();
            session.proposals().selectedProperty().set(session.proposals().itemsProperty().get().stream()
                    .filter(one -> one.email().shown().startsWith("anna")).findFirst().orElseThrow());
            MainView view = window(dress, ProposalKind.PERSON, "proposals-perhaps");
            Shown.button(view, dress.words().get("review.mail.add-to-whom", "Anna Keller")).fire();
            background.settle();
            assertThat(desk.customers().emails(List.of(anna)).get(anna)).hasSize(2);
            Long conversation = session.proposals().selectedProperty().get().conversation();
            Shown.picture(view, dress, background, "proposals-after", 1280, 800);
            Shown.seen(view, ".proposal-card .button").stream().map(javafx.scene.control.Button.class::cast)
                    .reduce((_, last) -> last).orElseThrow().fire();
            assertThat(session.place().get()).isEqualTo(Place.MAIL);
            assertThat(session.conversations().selectedProperty().get()).isEqualTo(conversation);
            return true;
        });
    }

    @Test
    void aCompanyIsShownWithItsPeopleAndTheirMailAndLeadsToThem() throws Exception {
        Toolkit.on(() -> {
            desk.records().add(List.of(Value.of(Property.NAME, "", "Bert Ohm"),
                    Value.of(Property.COMPANY, "", "Nordwind GmbH"),
                    Value.of(Property.EMAIL, "", "bert.ohm@nordwind.example")));
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                session.place().set(Place.COMPANIES);
                background.settle();
                session.companies().selectedProperty().set(desk.companies().of(anna).orElseThrow());
                Shown.picture(view, dress, background, "companies", 1280, 800);
                assertThat(session.firm().company().people().numbers()).as("people of the company").hasSize(2)
                        .contains(anna);
                assertThat(session.firm().company().conversations().numbers()).hasSize(3);
                assertThat(Shown.texts(view)).contains("Bert Ohm");
                background.settle();
            }
            return true;
        });
    }

    private static void press(MainView view, KeyCode code) {
        Node page = Shown.seen(view, ".proposals-page").getFirst();
        page.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code, false, false, false,
                false));
    }
}
