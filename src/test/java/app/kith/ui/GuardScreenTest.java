package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.BackupPlan;
import app.kith.desk.BackupPlan.Every;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.guard.CareModel.Kind;
import app.kith.ui.look.Settings;
import app.kith.ui.start.StartModel;
import app.kith.ui.start.StartView;
import app.kith.ui.work.StepBackground;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.words.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the data, in the window: passphrase and recovery code, backups that are tried and brought back, the start elsewhere. */
@OnScreen
class GuardScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Settings settings = Settings.USUAL;
    private boolean locked;
    private final GuardSheets.Locking locking = new GuardSheets.Locking() {
        @Override
        public void lock() {
            locked = true;
        }

        @Override
        public boolean confirm() {
            return true;
        }
    };
    private final KeyRing ring = KeyRing.inMemory();
    private final Sheet over = new Sheet();
    private Dress dress = Shown.DRESSES.getFirst();
    private Desk desk;
    private StepBackground background;
    private Session session;
    private OutsideTwin outside;
    private GuardSheets sheets;

    @BeforeEach
    void begin() throws Exception {
        desk = Desk.open(options());
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明")));
        background = new StepBackground();
        outside = new OutsideTwin();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        sheets = Toolkit.on(() -> new GuardSheets(() -> session,
                new Sheets.Frame(over, () -> dress.words(), () -> settings, step -> settings = step.apply(settings),
                        outside, new Notice(), CLOCK, locking)));
    }

    /** A data folder that this machine's key store opens alone, as on any usual desktop. */
    private DeskOptions options() {
        return DeskOptions.of(folder.resolve("home"), null, ring).costing(new Argon2(64, 1, 1)).at(CLOCK);
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private void picture(String name) {
        background.settle();
        Shown.picture(over, dress, background, name, 760, 640);
    }

    private void press(String key, Object... details) {
        String text = dress.words().get(key, details);
        Stream.of(".button", ".toggle-button").flatMap(kind -> Shown.seen(over, kind).stream())
                .map(ButtonBase.class::cast)
                .filter(button -> text.equals(button.getText()) || text.equals(button.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text)).fire();
        background.settle();
    }

    private void type(String key, String text) {
        Shown.seen(over, ".password-field").stream().map(PasswordField.class::cast)
                .filter(field -> dress.words().get(key).equals(field.getAccessibleText())).findFirst().orElseThrow()
                .setText(text);
    }

    private void assertSays(String key, Object... details) {
        assertThat(Shown.texts(over)).contains(dress.words().get(key, details));
    }

    @Test
    void theFirstBackupAsksWithWhatItShallOpenElsewhere() throws Exception {
        Toolkit.on(() -> {
            for (Dress each : Shown.DRESSES) {
                dress = each;
                sheets.acts(session).now();
                picture("guard-question");
                assertSays("guard.question");
                assertThat(desk.backups().last()).isEmpty();
            }
            press("guard.choose-passphrase");
            picture("guard-passphrase");
            type("guard.fresh", "vier leise Wörter");
            type("guard.again", "vier leise Worte");
            press("guard.set");
            assertSays("screen.start.passphrase-differs");
            type("guard.again", "vier leise Wörter");
            press("guard.set");
            assertThat(desk.backups().all()).hasSize(1).first()
                    .satisfies(one -> assertThat(one.ways().elsewhere()).isTrue());
            sheets.acts(session).now(); // It is known now: nothing is asked any more.
            background.settle();
            assertThat(over.isShown()).isFalse();
            return true;
        });
        assertThat(desk.protection().opens("vier leise Wörter".toCharArray())).isTrue();
        assertThat(Vault.open(folder.resolve("home"), "vier leise Wörter".toCharArray(), KeyRing.none())).isNotNull();
    }

    @Test
    void doingWithoutIsSaidAndStaysOnToday() throws Exception {
        Toolkit.on(() -> {
            sheets.acts(session).now();
            background.settle();
            press("guard.without");
            assertThat(desk.backups().all()).singleElement()
                    .satisfies(one -> assertThat(one.ways().elsewhere()).isFalse());
            assertThat(session.care().allProperty().get()).extracting(Care::kind).containsExactly(Kind.NO_RECOVERY);
            for (Dress each : Shown.DRESSES) {
                session.place().set(Session.Place.TODAY);
                MainView view = Shown.window(session, each.settings(), CLOCK, outside);
                Shown.picture(view, each, background, "guard-today", 1280, 800);
                assertThat(Shown.texts(view)).contains(each.words().get("guard.care.no-recovery"));
            }
            desk.protection().makeCode();
            session.care().look();
            background.settle();
            assertThat(session.care().allProperty().get()).isEmpty();
            return true;
        });
    }

    @Test
    void aRecoveryCodeIsShownOnceAndCanBeSavedCopiedAndPrinted() throws Exception {
        outside.chosen = folder.resolve("paper.txt");
        PaperTwin paper = new PaperTwin();
        outside.paper = paper;
        String[] shown = {""};
        Toolkit.on(() -> {
            for (Dress each : Shown.DRESSES) {
                dress = each;
                sheets.protection();
                picture("guard-protection");
                press(desk.protection().ways().code() ? "guard.code.another" : "guard.code.make");
                picture("guard-code");
                shown[0] = ((TextField) Shown.seen(over, ".recovery-code").getFirst()).getText();
                press("guard.code.copy");
                assertThat(outside.copied).isEqualTo(shown[0]);
                Files.deleteIfExists(folder.resolve("paper.txt"));
                press("guard.code.save");
                assertThat(Files.readString(folder.resolve("paper.txt"))).contains(shown[0]);
                press("guard.code.print");
                press("guard.code.kept");
                assertSays("guard.code.is");
                assertThat(Shown.texts(over)).noneMatch(text -> text.contains(shown[0]));
            }
            return true;
        });
        assertThat(Vault.open(folder.resolve("home"), shown[0].toCharArray(), KeyRing.none())).isNotNull();
    }

    @Test
    void aChoiceThatNeedsAPassphraseAsksForOneAndEndsWithIt() throws Exception {
        Toolkit.on(() -> {
            sheets.protection();
            picture("guard-privacy");
            press("guard.lock.after.other", 15L);
            assertSays("guard.lock.needs");
            assertThat(settings.privacy().lockAfter()).isZero();
            type("guard.fresh", "vier leise Wörter");
            type("guard.again", "vier leise Wörter");
            press("guard.set");
            assertThat(settings.privacy().lockAfter()).isEqualTo(15);
            press("guard.lock.now");
            assertThat(locked).isTrue();
            sheets.protection();
            background.settle();
            press("guard.remove.passphrase"); // Then nothing would open the lock.
            assertThat(settings.privacy().lockAfter()).isZero();
            return true;
        });
    }

    @Test
    void theKeyStoreCanBeTakenOutOnceThereIsAPassphraseAndPutBack() throws Exception {
        Toolkit.on(() -> {
            sheets.protection();
            background.settle();
            press("guard.key-store.ask-always");
            assertSays("problem.last-way");
            assertThat(desk.protection().ways().keyStore()).isTrue();
            press("guard.set-open");
            type("guard.fresh", "vier leise Wörter");
            type("guard.again", "vier leise Wörter");
            press("guard.set");
            picture("guard-protected");
            press("guard.key-store.ask-always");
            assertThat(desk.protection().ways().keyStore()).isFalse();
            press("guard.remove.passphrase");
            assertSays("problem.last-way");
            press("guard.key-store.open-here");
            assertThat(desk.protection().ways().keyStore()).isTrue();
            press("guard.change");
            type("guard.now", "something else");
            type("guard.fresh", "another one");
            type("guard.again", "another one");
            press("guard.set");
            assertSays("guard.now-wrong");
            picture("guard-change");
            type("guard.now", "vier leise Wörter");
            press("guard.set");
            assertThat(desk.protection().opens("another one".toCharArray())).isTrue();
            assertThat(desk.protection().opens("vier leise Wörter".toCharArray())).isFalse();
            return true;
        });
    }

    @Test
    void aStopInAnotherFolderLeavesWhatWasThere() {
        // In the way of a restore is what belongs to somebody, not what a window leaves that never opened any data.
        assertThat(app.kith.desk.BackupFile.isFree(folder.resolve("home"))).isFalse();
        assertThat(app.kith.desk.BackupFile.isFree(folder.resolve("nowhere"))).isTrue();
    }

    @Test
    void backupsAreListedTriedAndBroughtBack() throws Exception {
        Path into = Files.createDirectory(folder.resolve("into"));
        Files.writeString(into.resolve("other.txt"), "somebody else's");
        outside.chosenFolder = into;
        desk.backups().create(_ -> {}, () -> false);
        desk.protection().setPassphrase("vier leise Wörter".toCharArray());
        Toolkit.on(() -> {
            for (Dress each : Shown.DRESSES) {
                dress = each;
                sheets.backups();
                picture("guard-backups");
                ListView<?> list = (ListView<?>) requireNonNull(over.lookup(".backup-list"));
                assertThat(list.getItems()).hasSize(1);
                press("guard.try");
                String name = String.valueOf(desk.backups().all().getFirst().file().getFileName());
                assertSays("guard.tried-ok", name);
                picture("guard-backups-tried");
            }
            press("guard.restore");
            return true;
        });
        assertThat(desk.backupChecks().last()).hasValueSatisfying(last -> assertThat(last.ok()).isTrue());
        try (Stream<Path> made = Files.list(into).filter(Files::isDirectory)) {
            Path restored = made.findFirst().orElseThrow();
            try (Desk again = Desk.open(options().in(restored))) {
                assertThat(again.customers().count()).isEqualTo(1);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(one -> String.valueOf(one.getFileName()))).noneMatch(name -> name.contains("verify"));
        }
    }

    @Test
    void aBackupOfOtherDataIsTriedWithItsPassphraseAndADamagedOneIsToldOnToday() throws Exception {
        try (Desk other = TestDesk.open(folder.resolve("other"))) {
            other.records().add(List.of(Value.of(Property.NAME, "", "Anna")));
            Files.createDirectories(folder.resolve("home-backups"));
            other.backups().create(folder.resolve("home-backups").resolve("other.kithbackup"), _ -> {}, () -> false);
        }
        Toolkit.on(() -> {
            sheets.backups();
            picture("guard-backups-others");
            press("guard.try");
            assertSays("guard.try-other");
            picture("guard-backups-other");
            type("guard.recovery", "wrong");
            Shown.seen(over, ".button").stream().map(ButtonBase.class::cast)
                    .filter(one -> dress.words().get("guard.try").equals(one.getText())).findFirst().orElseThrow()
                    .fire();
            background.settle();
            assertSays("problem.wrong-passphrase");
            type("guard.recovery", TestDesk.PASSPHRASE);
            Shown.seen(over, ".button").stream().map(ButtonBase.class::cast)
                    .filter(one -> dress.words().get("guard.try").equals(one.getText())).findFirst().orElseThrow()
                    .fire();
            background.settle();
            assertSays("guard.tried-ok", "other.kithbackup");
            over.hide();
            Path made = desk.backups().create(_ -> {}, () -> false).file();
            byte[] bytes = Files.readAllBytes(made);
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 'l' && new String(bytes, i, Math.min(7, bytes.length - i),
                        java.nio.charset.StandardCharsets.ISO_8859_1).equals("ledger/")) {
                    bytes[i + 60] ^= 1;
                    break;
                }
            }
            Files.write(made, bytes);
            session.trials().check(made, null);
            background.settle();
            assertThat(session.care().allProperty().get()).extracting(Care::kind).contains(Kind.TRIAL_FAILED);
            return true;
        });
    }

    @Test
    void aTrialThatIsStoppedLeavesNothingAndIsNoFailure() throws Exception {
        Path file = desk.backups().create(_ -> {}, () -> false).file();
        Toolkit.on(() -> {
            session.trials().check(file, null);
            session.trials().stop();
            background.settle();
            assertThat(requireNonNull(session.trials().stateProperty().get().failure()).problem())
                    .isEqualTo(Problem.CANCELLED);
            assertThat(session.care().allProperty().get()).extracting(Care::kind).doesNotContain(Kind.TRIAL_FAILED);
            return true;
        });
        assertThat(desk.backupChecks().last()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(one -> String.valueOf(one.getFileName()))).noneMatch(name -> name.contains("verify"));
        }
    }

    @Test
    void theStoreIsBuiltAnewOnceWhereThatIsWanted() throws Exception {
        Server server = new Server("localhost", 1, Security.NONE);
        Account account = desk.accounts()
                .add(new Account(0, "me@kith.example", "", server, null, "me@kith.example", null,
                        null, null), "none")
                .account();
        TestDesk.file(desk, account, List.of("From: a@b.test\r\nSubject: x\r\n\r\ny\r\n".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII)), CLOCK.instant());
        desk.close();
        Toolkit.on(() -> {
            StartModel model = new StartModel(folder.resolve("home"), background, ring, now -> desk = now, _ -> {});
            model.rebuildNext();
            model.begin();
            background.settle();
            assertThat(model.replayedProperty().get()).isPositive();
            desk.close();
            StartModel again = new StartModel(folder.resolve("home"), background, ring, now -> desk = now, _ -> {});
            again.begin();
            background.settle();
            assertThat(again.replayedProperty().get()).isZero();
            return true;
        });
        assertThat(desk.conversations().count()).isEqualTo(1);
    }

    @Test
    void whatIsMadeUnaskedIsTriedUnaskedOnceAMonth() throws Exception {
        desk.backups().keep(new BackupPlan(Every.WEEKLY, null));
        Toolkit.on(() -> {
            sheets.acts(session).look();
            background.settle();
            return true;
        });
        assertThat(desk.backups().all()).hasSize(1);
        assertThat(desk.backupChecks().last()).hasValueSatisfying(last -> assertThat(last.ok()).isTrue());
        assertThat(desk.backupChecks().isDue()).isFalse();
    }

    @Test
    void backupsAreProposedOnceThereIsMailAndNoIsTakenForNo() throws Exception {
        try (app.kith.demo.DemoServer server = app.kith.demo.DemoServer
                .start(app.kith.demo.SampleMailbox.of(3, 20, CLOCK.instant()))) {
            TestDesk.add(desk, server);
            session.care().look();
            Toolkit.on(() -> {
                background.settle();
                assertThat(session.care().allProperty().get()).isEmpty();
                return true;
            });
            TestDesk.sync(desk);
        }
        Toolkit.on(() -> {
            background.settle();
            Care care = session.care().allProperty().get().getFirst();
            assertThat(care.kind()).isEqualTo(Kind.NO_PLAN);
            for (Dress each : Shown.DRESSES) {
                dress = each;
                sheets.care(care);
                picture("guard-plan");
            }
            press("guard.plan.no");
            assertThat(session.care().allProperty().get()).isEmpty();
            assertThat(desk.backups().plan()).isEqualTo(BackupPlan.USUAL);
            assertThat(folder.resolve("home-backups")).doesNotExist();
            sheets.propose();
            press("guard.plan.keep");
            assertThat(desk.backups().plan().every()).isEqualTo(Every.WEEKLY);
            assertSays("guard.question"); // The first one asks with what it shall open.
            return true;
        });
    }

    @Test
    void everythingIsCheckedAndAReportIsShownBeforeItIsSaved() throws Exception {
        outside.chosen = folder.resolve("kith-report.txt");
        Toolkit.on(() -> {
            for (Dress each : Shown.DRESSES) {
                dress = each;
                sheets.check();
                picture("guard-check");
                assertSays("guard.check.what");
                press("guard.check.now");
                assertSays("guard.check.well");
                picture("guard-checked");
                press("guard.report.open");
                picture("guard-report");
                assertSays("guard.report.what");
            }
            TextArea shown = (TextArea) requireNonNull(over.lookup(".fault-report"));
            assertThat(folder.resolve("kith-report.txt")).doesNotExist();
            press("guard.report.save");
            assertThat(folder.resolve("kith-report.txt")).hasContent(shown.getText());
            assertThat(shown.getText()).contains("check: nothing is wrong").doesNotContain("王小明", folder.toString());
            return true;
        });
    }

    @Test
    void whatIsDamagedIsNamedWithWhatIsToBeDone() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.records().add(List.of(Value.of(Property.NAME, "", "Anna " + i)));
        }
        desk.close();
        Path ledger;
        try (Stream<Path> files = Files.list(folder.resolve("home").resolve("ledger"))) {
            ledger = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(ledger);
        bytes[bytes.length / 2] ^= 1;
        Files.write(ledger, bytes);
        session.close();
        desk = Desk.open(options());
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        Toolkit.on(() -> {
            sheets.check();
            background.settle();
            press("guard.check.now");
            picture("guard-check-damaged");
            assertSays("guard.check.not-well");
            return true;
        });
    }

    @Test
    void onANewMachineTheBackupIsBroughtBackAndOpenedByTheRecoveryCode() throws Exception {
        String code = desk.protection().makeCode();
        Path file = desk.backups().create(folder.resolve("b.kithbackup"), _ -> {}, () -> false).file();
        KeyRing next = KeyRing.inMemory();
        Path home = folder.resolve("next");
        Desk[] opened = new Desk[1];
        Toolkit.on(() -> {
            StartModel model = new StartModel(home, background, next, now -> opened[0] = now, _ -> {});
            StackPane shown = new StackPane(new StartView(model, dress.words(), _ -> {}, () -> Optional.of(file)));
            model.begin();
            Shown.picture(shown, dress, background, "guard-start", 1000, 760);
            Shown.button(shown, dress.words().get("guard.start.restore")).fire();
            Shown.picture(shown, dress, background, "guard-start-stranger", 1000, 760);
            assertThat(Shown.texts(shown)).contains(dress.words().get("guard.start.stranger"));
            PasswordField field = (PasswordField) requireNonNull(shown.lookup(".password-field"));
            field.setText(code.substring(2));
            Shown.button(shown, dress.words().get("screen.start.open")).fire();
            background.settle();
            assertThat(Shown.texts(shown)).contains(dress.words().get("problem.code-mistyped"));
            ((PasswordField) requireNonNull(shown.lookup(".password-field")))
                    .setText(code.toLowerCase(java.util.Locale.ROOT));
            assertThat(((CheckBox) requireNonNull(shown.lookup(".check-box"))).isSelected()).isTrue();
            Shown.button(shown, dress.words().get("screen.start.open")).fire();
            background.settle();
            return true;
        });
        assertThat(opened[0].customers().count()).isEqualTo(1);
        opened[0].close();
        // From now on the new machine's key store opens it.
        try (Desk again = Desk.open(DeskOptions.of(home, null, next))) {
            assertThat(again.customers().count()).isEqualTo(1);
        }
    }

    @Test
    void whatOnlyAnotherMachineOpensSaysSo() throws Exception {
        desk.close();
        Toolkit.on(() -> {
            for (Dress each : Shown.DRESSES) {
                StartModel model = new StartModel(folder.resolve("home"), background, KeyRing.inMemory(), _ -> {},
                        _ -> {});
                StackPane shown = new StackPane(new StartView(model, each.words(), _ -> {}, Optional::empty));
                model.begin();
                Shown.picture(shown, each, background, "guard-start-closed", 1000, 760);
                assertThat(Shown.texts(shown)).contains(each.words().get("guard.start.closed"));
                assertThat(shown.lookup(".password-field")).isNull();
            }
            return true;
        });
        desk = Desk.open(options());
    }
}
