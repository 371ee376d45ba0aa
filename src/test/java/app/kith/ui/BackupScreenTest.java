package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.BackupFile;
import app.kith.desk.BackupPlan;
import app.kith.desk.BackupPlan.Every;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups in the settings: when they are made by themselves, where they go, and what is said of them. */
@OnScreen
class BackupScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private Desk desk;
    private StepBackground background;
    private Session session;
    private OutsideTwin outside;

    @BeforeEach
    void begin() throws Exception {
        desk = Desk.open(TestDesk.options(folder.resolve("home")).at(CLOCK));
        desk.records().add(List.of(Value.of(Property.NAME, "", "王小明")));
        background = new StepBackground();
        outside = new OutsideTwin();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private BackupActs acts() {
        return new BackupActs(session, () -> Words.of(Locale.ENGLISH), said::add, Runnable::run, () -> {});
    }

    private SettingsForm form(Dress dress) {
        return new SettingsForm(dress.settings(), dress.words(), _ -> {},
                new SettingsForm.Acts(() -> {}, () -> {}, () -> {}, () -> {}, () -> {}),
                new CountryChoice(session, dress.words()),
                new BackupForm(session, dress.words(), new Dates(dress.words(), CLOCK), outside, acts()::now, () -> {}),
                () -> {});
    }

    private void press(SettingsForm form, String text) {
        Stream.of(".button", ".toggle-button").flatMap(kind -> Shown.seen(form, kind).stream())
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow().fire();
        background.settle();
    }

    @Test
    void whatIsChosenIsKeptAndShown() throws Exception {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        outside.chosenFolder = drive;
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                desk.backups().keep(BackupPlan.USUAL);
                SettingsForm form = form(dress);
                Shown.picture(form, dress, background, "settings", 520, 860);
                assertThat(Shown.texts(form)).anyMatch(text -> text.contains("home-backups"));
                press(form, dress.words().get("backup.every.weekly"));
                press(form, dress.words().get("backup.choose"));
                assertThat(desk.backups().plan()).isEqualTo(new BackupPlan(Every.WEEKLY, drive));
                assertThat(Shown.texts(form)).contains(dress.words().get("backup.folder", drive));
                press(form, dress.words().get("backup.usual"));
                assertThat(desk.backups().plan()).isEqualTo(new BackupPlan(Every.WEEKLY, null));
            }
            SettingsForm form = form(Shown.DRESSES.getFirst());
            Shown.picture(form, Shown.DRESSES.getFirst(), background, "settings-made", 520, 700);
            press(form, "Back up now");
            assertThat(Shown.texts(form)).anyMatch(text -> text.startsWith("The last one was made"));
            return true;
        });
        assertThat(said).hasSize(2).last().asString().contains("Backup made");
    }

    @Test
    void whatIsDueIsMadeInTheChosenFolder() throws Exception {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        desk.backups().keep(new BackupPlan(Every.DAILY, drive));
        Toolkit.on(() -> {
            acts().look();
            background.settle();
            acts().look(); // It is not due any more.
            background.settle();
            return true;
        });
        assertThat(BackupFile.list(drive)).hasSize(1);
        assertThat(said).hasSize(3).last().asString().startsWith("The backup is being tried");
        assertThat(said.get(1)).contains("Backup made", drive.toString());
    }

    @Test
    void aDriveThatIsNotConnectedIsSaidAndNothingIsMadeElsewhere() throws Exception {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        desk.backups().keep(new BackupPlan(Every.DAILY, drive));
        Files.delete(drive);
        Toolkit.on(() -> {
            acts().look();
            background.settle();
            return true;
        });
        assertThat(said).last().asString().contains("is not there", drive.toString());
        assertThat(drive).doesNotExist();
        assertThat(desk.backups().last()).isEmpty();
    }
}
