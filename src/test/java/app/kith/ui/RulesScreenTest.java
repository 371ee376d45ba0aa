package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.mail.Samples;
import app.kith.rule.Rule;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.rule.RulesForm;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on the screen: the empty place, the list, and the form that reads as a sentence. */
@OnScreen
class RulesScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-11T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);

    @TempDir
    private Path home;

    private void on(BiConsumer<Session, StepBackground> act) throws Exception {
        Toolkit.on(() -> {
            StepBackground background = new StepBackground();
            Desk desk = Desk.open(TestDesk.options(home).at(CLOCK.withZone(ZoneOffset.UTC)));
            try (Session session = new Session(desk, desk, background, CLOCK)) {
                session.recordActs().setOnDone(_ -> {}, failure -> {
                    throw failure;
                });
                act.accept(session, background);
            }
            return true;
        });
    }

    private static void fill(Desk desk) {
        Account account = desk.accounts().add(new Account(0, "me@firm.test", "", new Server("localhost", 143,
                Security.NONE), null, "me@firm.test", null, null, null), "secret").account();
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"), Value.of(Property.EMAIL, "", "wang@hk.test")));
        desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna@nord.test")));
        mail(desk, account, 1, "王小明 <wang@hk.test>", "关于合同 Q-1042", "合同已签，总价 ¥32,000。");
        mail(desk, account, 2, "Anna Keller <anna@nord.test>", "Re: Contract", "The contract over EUR 5,000 is fine.");
        mail(desk, account, 3, "Anna Keller <anna@nord.test>", "Hello", "See you at the fair.");
    }

    private static void mail(Desk desk, Account account, int days, String from, String subject, String text) {
        Instant at = CLOCK.instant().minusSeconds(days * 86_400L);
        TestDesk.file(desk, account, List.of(Samples.raw("From: " + from, "To: me@firm.test",
                "Date: " + at.atZone(ZoneOffset.UTC).format(HEADER), "Message-ID: <s" + days + "@test>",
                "Subject: " + subject, "Content-Type: text/plain; charset=utf-8", "", text)), at);
    }

    private static RulesForm form(Session session, Dress dress, StepBackground background, String name, int width) {
        RulesForm form = new RulesForm(session.rules(), dress.words(), new Dates(dress.words(), CLOCK), () -> {});
        background.settle();
        Shown.picture(form, dress, background, name, width, 640);
        return form;
    }

    @Test
    void theEmptyPlaceTeachesAndEverySampleCanBeBegunWith() throws Exception {
        on((session, background) -> {
            for (Dress dress : Shown.DRESSES) {
                RulesForm form = form(session, dress, background, "rules-none", 820);
                assertThat(Shown.texts(form)).contains(dress.words().get("rule.none"));
                assertThat(Fit.faults(form)).as(dress.name()).isEmpty();
            }
            Words words = Shown.DRESSES.getFirst().words();
            RulesForm form = form(session, Shown.DRESSES.getFirst(), background, "rules-none", 820);
            Shown.button(form, "Use: " + words.get("rule.sample.dormant")).fire();
            background.settle();
            Shown.button(form, words.get("rule.save")).fire();
            background.settle();
            assertThat(session.desk().rules().all()).extracting(Rule::name)
                    .containsExactly(words.get("rule.sample.dormant"));
        });
    }

    @Test
    void aRuleIsWrittenAsASentenceAndWhatItWouldHaveDoneIsShown() throws Exception {
        on((session, background) -> {
            fill(session.desk());
            for (Dress dress : Shown.DRESSES) {
                for (int width : new int[]{820, 520}) {
                    RulesForm form = form(session, dress, background, "rules-begin", 700);
                    Shown.button(form, dress.words().get("rule.use") + ": "
                            + dress.words().get("rule.sample.important")).fire();
                    background.settle();
                    remove(form, dress);
                    background.settle();
                    Shown.picture(form, dress, background, "rules-edit-" + width, width, 640);
                    assertThat(Shown.texts(form)).contains(dress.words().count("rule.would-have", 2, 90),
                            "关于合同 Q-1042", "Re: Contract");
                    assertThat(Fit.faults(form)).as("%s %d", dress.name(), width).isEmpty();
                }
            }
            Dress dress = Shown.DRESSES.getFirst();
            RulesForm form = form(session, dress, background, "rules-begin", 820);
            Shown.button(form, "Use: Important mail").fire();
            remove(form, dress);
            field(form, dress, "rule.line.name").setText("Deals");
            background.settle();
            Shown.button(form, dress.words().get("rule.save-run")).fire();
            background.settle();
            assertThat(session.desk().pins().all()).hasSize(2);
            assertThat(Shown.texts(form)).contains("Deals");
        });
    }

    /** Takes the condition away that wants a file. */
    private static void remove(RulesForm form, Dress dress) {
        List<ComboBox<?>> kinds = Shown.seen(form, ".combo-box").stream().<ComboBox<?>>map(box -> (ComboBox<?>) box)
                .filter(box -> dress.words().get("rule.line.condition").equals(box.getAccessibleText())).toList();
        int at = kinds.stream().map(box -> String.valueOf(box.getValue())).toList().indexOf("ATTACHMENT");
        Shown.seen(form, ".button").stream().map(javafx.scene.control.Button.class::cast)
                .filter(one -> dress.words().get("rule.line.remove").equals(one.getAccessibleText())).toList().get(at)
                .fire();
    }

    private static TextField field(RulesForm form, Dress dress, String key) {
        return field(form, dress.words().get(key));
    }

    private static TextField field(RulesForm form, String spoken) {
        return Shown.seen(form, ".text-field").stream().filter(TextField.class::isInstance).map(TextField.class::cast)
                .filter(one -> spoken.equals(one.getAccessibleText())).reduce((_, last) -> last).orElseThrow();
    }

    /** A rule that has two proposals to make. */
    private static Rule asking(Desk desk) {
        return desk.rules().add(Rule.parse(0,
                "name: Ask first\nstate: on proposes\nwhen: mail-in\nif: known\nif: contract\nthen: tag:deal")).rule();
    }

    @Test
    void theListSwitchesRunsDecidesAndTakesBack() throws Exception {
        on((session, background) -> {
            Desk desk = session.desk();
            fill(desk);
            Rule ask = asking(desk);
            Rule does = desk.rules().add(Rule.parse(0,
                    "name: Greetings\nstate: on\nwhen: mail-in\nif: text:fair\nthen: follow-up:2:Prepare the fair"))
                    .rule();
            desk.rules().add(Rule.parse(0, "name: 生日\nwhen: before:birthday:7\nthen: follow-up:7:送祝福"));
            desk.rules().run(ask, desk.rules().past(ask, 90, () -> false));
            long change = desk.rules().run(does, desk.rules().past(does, 90, () -> false)).change();
            desk.history().undo(change);
            desk.rules().catchUp();
            for (Dress dress : Shown.DRESSES) {
                for (int width : new int[]{820, 520}) {
                    RulesForm form = form(session, dress, background, "rules-list-" + width, width);
                    assertThat(Shown.texts(form)).contains("Ask first", "Greetings", "生日");
                    assertThat(Fit.faults(form)).as("%s %d", dress.name(), width).isEmpty();
                }
            }
            Dress dress = Shown.DRESSES.getFirst();
            RulesForm form = form(session, dress, background, "rules-list-820", 820);
            Shown.button(form, "Accept: Anna Keller Re: Contract").fire();
            background.settle();
            assertThat(desk.customers().rows(List.of(2L)).getFirst().tags()).containsExactly("deal");
            menu(form, "More: Greetings", "rule.show-alarms", dress);
            background.settle();
            Shown.picture(form, dress, background, "rules-alarms", 760, 640);
            assertThat(Shown.texts(form)).contains(dress.words().get("rule.alarm-title"), "Hello");
            menu(form, "More: Greetings", "rule.forget-alarms", dress);
            background.settle();
            Shown.button(form, "Run on the last 90 days: Greetings").fire();
            background.settle();
            assertThat(desk.rules().kept(does).fired()).isEqualTo(1);
            menu(form, "More: Greetings", "rule.undo-all", dress);
            background.settle();
            assertThat(desk.rules().kept(does).fired()).isZero();
            CheckBox on = Shown.seen(form, ".check-box").stream().map(CheckBox.class::cast)
                    .filter(one -> "On: 生日".equals(one.getAccessibleText())).findFirst().orElseThrow();
            assertThat(on.isSelected()).isFalse();
            on.fire();
            background.settle();
            assertThat(desk.rules().all()).allMatch(Rule::isOn);
        });
    }

    private static void menu(RulesForm form, String spoken, String key, Dress dress) {
        MenuButton menu = Shown.seen(form, ".menu-button").stream().map(MenuButton.class::cast)
                .filter(one -> spoken.equals(one.getAccessibleText())).findFirst().orElseThrow();
        menu.getItems().stream().filter(one -> dress.words().get(key).equals(one.getText())).findFirst().orElseThrow()
                .fire();
    }

    @Test
    void whatThereIsAlreadyIsProposedWhileOneTypes() throws Exception {
        on((session, background) -> {
            fill(session.desk());
            session.desk().records()
                    .add(List.of(Value.of(Property.NAME, "", "Bo Lind"), Value.of(Property.TAG, "", "VIP"),
                            Value.of(Property.TAG, "", "Fair 2026"), Value.of(Property.STAGE, "", "Quoted")));
            Dress dress = Shown.DRESSES.getFirst();
            RulesForm form = form(session, dress, background, "rules-none", 820);
            Shown.button(form, "Use: " + dress.words().get("rule.sample.important")).fire();
            background.settle();
            Stage stage = new Stage(); // Only in a window a field has the focus.
            stage.setScene(form.getScene());
            stage.show();
            stage.requestFocus();
            Shown.button(form, dress.words().get("rule.line.more-then")).fire();
            background.settle();
            TextField tag = field(form, dress.words().get("rule.pick.then.tag.example"));
            tag.requestFocus();
            tag.setText("vi");
            press(tag, KeyCode.ENTER);
            assertThat(tag.getText()).isEqualTo("VIP");
            tag.clear();
            press(tag, KeyCode.DOWN);
            press(tag, KeyCode.ESCAPE);
            assertThat(tag.getText()).as("Escape puts the proposals away and not the form").isEmpty();
            tag.setText("fai");
            press(tag, KeyCode.TAB);
            assertThat(tag.getText()).isEqualTo("Fair 2026");
            stage.close();
        });
    }

    @Test
    void whatRulesProposeIsToldInReviewToo() throws Exception {
        on((session, background) -> {
            Desk desk = session.desk();
            fill(desk);
            Rule ask = asking(desk);
            desk.rules().run(ask, desk.rules().past(ask, 90, () -> false));
            session.rules().look();
            session.place().set(Session.Place.REVIEW);
            for (Dress dress : Shown.DRESSES) {
                MainView view = Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
                Shown.picture(view, dress, background, "review-rules", 1100, 700);
                assertThat(Shown.texts(view)).contains(dress.words().count("rule.all-wait", 2));
                assertThat(Fit.faults(view)).as(dress.name()).isEmpty();
            }
            desk.rules().refuse(ask, desk.rules().waiting(ask).stream().map(one -> one.one().subject()).toList());
            session.rules().look();
            background.settle();
            assertThat(session.rules().waitingProperty().get()).isZero();
        });
    }

    private static void press(TextField field, KeyCode key) {
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void escapeLeavesTheFormAndNotTheRules() throws Exception {
        on((session, background) -> {
            Dress dress = Shown.DRESSES.getFirst();
            RulesForm form = form(session, dress, background, "rules-none", 820);
            Shown.button(form, "Use: Complaint").fire();
            background.settle();
            press(field(form, dress, "rule.line.name"), KeyCode.ESCAPE);
            background.settle();
            assertThat(Shown.texts(form)).contains(dress.words().get("rule.none"));
            assertThat(session.desk().rules().all()).isEmpty();
        });
    }
}
