package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.exchange.ExportProfile;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.exchange.ExportAct;
import app.kith.ui.exchange.JobsModel;
import app.kith.ui.exchange.MailImportForm;
import app.kith.ui.exchange.OutForm;
import app.kith.ui.exchange.OutModel;
import app.kith.ui.exchange.ProfilesForm;
import app.kith.ui.exchange.Whom;
import app.kith.ui.work.StepBackground;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail on its way in, and customers on their way out, on the screen. */
@OnScreen
class ExchangeScreenTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private OutModel out;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        background = new StepBackground();
        out = new OutModel(desk.transfers(), desk.accounts()::list, background);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private void account(String email) {
        desk.accounts().add(new Account(0, email, "", new Server("localhost", 1, Security.TLS), null, email, null, null,
                null), "secret");
    }

    private Path box() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append("From - Mon Nov 16 09:30:00 2020\nFrom: Anna <anna@nordwind.example>\nTo: me@shop.example\n"
                    + "Subject: Letter ").append(i).append("\nMessage-ID: <").append(i)
                    .append("@nordwind.example>\nDate: Mon, 16 Nov 2020 09:30:00 +0000\n\nText\n\n");
        }
        return Files.write(folder.resolve("旧邮件 old.mbox"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private MailImportForm form(Path file, Dress dress, List<String> ended) {
        MailImportForm form = new MailImportForm(desk.transfers().mailImports(), desk.accounts().list(), background,
                file,
                dress.words(), failure -> {
                    throw failure;
                }, () -> ended.add("ended"));
        form.setJobs(new JobsModel(desk.jobs(), background));
        Shown.picture(form, dress, background, "import-mail", 640, 420);
        return form;
    }

    @Test
    void mailIsTakenInSaidAndTakenBack() throws Exception {
        account("me@shop.example");
        account("other@shop.example");
        Path box = box();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                List<String> ended = new ArrayList<>();
                MailImportForm form = form(box, dress, ended);
                assertThat(Shown.texts(form)).contains(dress.words().get("import.mail-title", "旧邮件 old.mbox"),
                        dress.words().get("import.mail-whose"));
                Shown.button(form, dress.words().get("import.mail-take")).fire();
                background.settle();
                Shown.picture(form, dress, background, "import-mail-done", 640, 420);
                assertThat(desk.conversations().ids(0, "", 0)).isNotEmpty();
                assertThat(Shown.texts(form))
                        .contains(dress.words().get("import.mail-counts", "旧邮件 old.mbox", 3, 3, 0, 0));
                Shown.button(form, dress.words().get("import.mail-undo")).fire();
                background.settle();
                assertThat(desk.conversations().ids(0, "", 0)).isEmpty();
                assertThat(Shown.texts(form)).contains(dress.words().count("import.mails-removed", 3));
                Shown.button(form, dress.words().get("import.mail-done")).fire();
                assertThat(ended).containsExactly("ended");
            }
            return true;
        });
    }

    @Test
    void anImportOfMailIsKeptWithItsAccountAndContactsBesideItAreOffered() throws Exception {
        account("me@shop.example");
        Path box = box();
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            MailImportForm form = form(box, dress, new ArrayList<>());
            List<String> opened = new ArrayList<>();
            form.setContacts(2, () -> opened.add("opened"));
            Shown.picture(form, dress, background, "import-mail-contacts", 640, 420);
            assertThat(Shown.texts(form)).contains(dress.words().count("import.pst-contacts", 2));
            Shown.button(form, dress.words().get("import.pst-look")).fire();
            assertThat(opened).hasSize(1);
            field(form, dress.words().get("job.name")).setText("Old mail");
            Shown.button(form, dress.words().get("job.keep")).fire();
            background.settle();
            assertThat(desk.jobs().find("Old mail").account()).isEqualTo("me@shop.example");
            return true;
        });
    }

    @Test
    void withoutAnAccountTheFormSaysWhatIsMissing() throws Exception {
        Path box = box();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MailImportForm form = form(box, dress, new ArrayList<>());
                assertThat(Shown.texts(form)).contains(dress.words().get("import.mail-no-account"));
                assertThat(Shown.button(form, dress.words().get("import.mail-take")).isDisabled()).isTrue();
            }
            return true;
        });
    }

    private static TextField field(Parent form, String spoken) {
        return Shown.seen(form, ".text-field").stream().filter(TextField.class::isInstance)
                .map(TextField.class::cast).filter(one -> spoken.equals(one.getAccessibleText())).findFirst()
                .orElseThrow();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProfileIsEditedKeptAndUsedByAnExport() throws Exception {
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"), Value.of(Property.COMPANY, "", "华科"),
                Value.of(Property.PHONE, "mobile", "13812345678")));
        Path out = folder.resolve("customers.csv");
        Toolkit.on(() -> {
            OutsideTwin outside = new OutsideTwin();
            outside.chosen = out;
            for (Dress dress : Shown.DRESSES) {
                Shown.picture(form(dress, outside), dress, background, "profiles", 820, 620);
            }
            Dress dress = Shown.DRESSES.getFirst();
            OutForm form = form(dress, outside);
            Shown.picture(form, dress, background, "profiles", 820, 620);
            ListView<ExportProfile> list = (ListView<ExportProfile>) form.lookup(".list-view");
            assertThat(list.getItems()).extracting(ExportProfile::id).containsExactly("standard", "full",
                    "business-card", "mailing");
            field(form, dress.words().get("profile.name")).setText("Phones");
            check(form, "Company").fire();
            check(form, "masked: Phone").fire();
            Shown.button(form, "Phone: further up").fire();
            ComboBox<Object> format = Shown.seen(form, ".combo-box").stream().map(node -> (ComboBox<Object>) node)
                    .filter(box -> dress.words().get("profile.format").equals(box.getAccessibleText())).findFirst()
                    .orElseThrow();
            format.getSelectionModel().select(1);
            Shown.button(form, dress.words().get("profile.save")).fire();
            background.settle();
            ExportProfile kept = desk.transfers().profiles().find("Phones");
            assertThat(kept.properties()).doesNotContain(Property.COMPANY);
            assertThat(kept.properties().indexOf(Property.PHONE)).isLessThan(kept.properties().indexOf(Property.EMAIL));
            assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(kept);
            Shown.button(form, dress.words().get("profile.export")).fire();
            background.settle();
            assertThat(outside.asked).containsExactly("customers.csv");
            assertThat(outside.said).anyMatch(text -> text.contains("customers.csv"));
            assertThat(Files.readString(out)).contains("138****5678").doesNotContain("华科");
            Shown.button(form, dress.words().get("profile.remove")).fire();
            background.settle();
            assertThat(desk.transfers().profiles().own()).isEmpty();
            return true;
        });
    }

    private OutForm form(Dress dress, OutsideTwin outside) {
        ExportAct act = new ExportAct(desk.transfers()::exports, background, outside, dress.words());
        ProfilesForm profiles = new ProfilesForm(desk.transfers().profiles(), background, dress.words(),
                Whom.of(3, List.of(1L, 2L), List.of()), act::begin, failure -> {
                    throw failure;
                }, () -> {});
        return new OutForm(out, profiles, new OutForm.Person(1, "王小明"), dress.words(), outside, ZoneOffset.UTC,
                () -> {});
    }

    @Test
    void mailAndEverythingAreWrittenOutSaidAndNoted() throws Exception {
        account("me@shop.example");
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明")));
        desk.transfers().mailImports().take(box(), desk.accounts().list().getFirst(), _ -> {}, () -> false);
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                OutsideTwin outside = new OutsideTwin();
                outside.chosen = folder.resolve(dress.name() + ".mbox");
                OutForm form = form(dress, outside);
                Shown.picture(form, dress, background, "out-mail", 820, 620);
                tab(form, dress.words().get("out.mail"));
                choose(form, dress.words().get("out.format"), 1);
                begin(form, dress);
                background.settle();
                Shown.picture(form, dress, background, "out-mail", 820, 620);
                assertThat(outside.asked).containsExactly(dress.words().get("out.mail-file") + ".mbox");
                assertThat(Files.readString(outside.chosen)).contains("Letter 0", "Letter 2");
                assertThat(Shown.texts(form)).contains(dress.words().count("export.mail-done", 3,
                        outside.chosen.getFileName()));
                tab(form, dress.words().get("out.everything"));
                choose(form, dress.words().get("out.extent"), 2);
                outside.chosen = folder.resolve(dress.name() + ".json");
                begin(form, dress);
                background.settle();
                Shown.picture(form, dress, background, "out-everything", 820, 620);
                assertThat(Files.readString(outside.chosen)).contains("\"holds\" : \"person\"", "王小明");
            }
            return true;
        });
        assertThat(desk.history().list(0, 0, 1).getFirst().reason()).startsWith("exported-person ");
        long noted = desk.history().list(0, 0, 1).getFirst().sequence();
        assertThatThrownBy(() -> desk.history().undo(noted)).isInstanceOfSatisfying(KithException.class,
                failure -> assertThat(failure.problem()).isEqualTo(Problem.CANNOT_UNDO));
        assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).isEqualTo(noted);
        assertThat(desk.history().lastAct().orElseThrow().reason()).doesNotStartWith("exported");
    }

    @Test
    void whatIsStoppedLeavesNothing() throws Exception {
        account("me@shop.example");
        desk.transfers().mailImports().take(box(), desk.accounts().list().getFirst(), _ -> {}, () -> false);
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            OutsideTwin outside = new OutsideTwin();
            outside.chosen = folder.resolve("stopped.zip");
            OutForm form = form(dress, outside);
            Shown.picture(form, dress, background, "out-stopped", 820, 620);
            tab(form, dress.words().get("out.everything"));
            background.settle();
            begin(form, dress);
            out.stop();
            background.settle();
            assertThat(Shown.texts(form)).contains(dress.words().get("out.stopped"));
            return true;
        });
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("stopped")
                    || name.startsWith(".kith"));
        }
        assertThat(desk.history().list(0, 0, 1).getFirst().reason()).doesNotStartWith("exported");
    }

    private static void begin(OutForm form, Dress dress) {
        Shown.button(form, dress.words().get("out.begin")).fire();
    }

    private static void tab(Parent form, String name) {
        Shown.seen(form, ".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(one -> name.equals(one.getText())).findFirst().orElseThrow().fire();
    }

    private static void choose(Parent form, String spoken, int index) {
        Shown.seen(form, ".combo-box").stream().map(ComboBox.class::cast)
                .filter(box -> spoken.equals(box.getAccessibleText())).findFirst().orElseThrow().getSelectionModel()
                .select(index);
    }

    private static CheckBox check(Parent form, String spoken) {
        return Shown.seen(form, ".check-box").stream().map(CheckBox.class::cast)
                .filter(box -> spoken.equals(box.getAccessibleText()) || spoken.equals(box.getText())).findFirst()
                .orElseThrow();
    }
}
