package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.desk.JobFile.End;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.Importer;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are kept, and a folder that is looked at by itself. */
class JobsTest {
    private static final String GOOD = "姓名,手机,邮箱\n王小明,13800001234,wang@hua.example\n李婷,13900005678,li@lian.example\n";
    private static final String BAD = "姓名,手机,邮箱\n陈静,13700009012,chen@heng.example\n,,\n备注而已,,\n,,nobody\n";

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(home);
        desk.jobs().save(job("*.csv", true));
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private ImportJob job(String pattern, boolean watched) {
        return new ImportJob("leads", folder, pattern, new ImportFile.Choice("auto", Map.of()),
                new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH), "", watched);
    }

    private int written;

    /** Writes a file as if some time ago, each write at another time. */
    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000 - written++)));
        return file;
    }

    private void reopen() {
        desk.close();
        desk = TestDesk.open(home);
    }

    @Test
    void aNewFileIsTakenOnceAsOneChangeSetAndNotAgainWhenThatIsTakenBack() throws IOException {
        file("one.csv", GOOD);
        file("two.csv", "姓名,手机\n赵敏,13600001111\n");
        file("notes.txt", "none of the job's");
        Jobs.Look first = desk.jobs().look();
        assertThat(first.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.files()).hasSize(2);
            assertThat(taken.rows()).isEqualTo(3);
        });
        assertThat(desk.customers().count()).isEqualTo(3);
        assertThat(desk.jobs().look().taken()).isEmpty();
        file("one copied.csv", GOOD);
        assertThat(desk.jobs().look().taken()).as("the same content under another name").isEmpty();
        desk.history().undo(first.taken().getFirst().change());
        assertThat(desk.customers().count()).isZero();
        assertThat(desk.jobs().look().taken()).isEmpty();
        reopen();
        assertThat(desk.jobs().look().taken()).as("after a new start").isEmpty();
        assertThat(desk.customers().count()).isZero();
        assertThat(desk.jobs().run(desk.jobs().find("leads"), _ -> {}, () -> false).taken())
                .as("a run at the user's word takes all").isNotEmpty();
        assertThat(desk.customers().count()).isEqualTo(3);
    }

    @Test
    void aChangedFileBringsUpToDateWhatItBroughtBefore() throws IOException {
        file("one.csv", GOOD);
        desk.jobs().look();
        file("one.csv", GOOD.replace("13900005678", "13912345678"));
        assertThat(desk.jobs().look().taken()).singleElement().extracting(Jobs.Taken::rows).isEqualTo(1L);
        assertThat(desk.customers().count()).isEqualTo(2);
    }

    @Test
    void aFileThatRaisesAQuestionWaitsAndChangesNothing() throws IOException {
        file("one.csv", GOOD);
        file("questions.csv", BAD);
        Jobs.Look look = desk.jobs().look();
        assertThat(look.taken()).singleElement().extracting(taken -> taken.files().size()).isEqualTo(1);
        Jobs.Waiting waiting = look.waiting().getFirst();
        assertThat(waiting.file().getFileName()).hasToString("questions.csv");
        assertThat(waiting.changing()).isEqualTo(2);
        assertThat(desk.customers().count()).isEqualTo(2);
        assertThat(desk.jobs().look().waiting()).as("it goes on waiting").hasSize(1);
        reopen();
        assertThat(desk.jobs().look().waiting()).as("also after a new start").hasSize(1);
        desk.jobs().decide(desk.jobs().waiting().getFirst(), End.LEFT, 0);
        reopen();
        assertThat(desk.jobs().look().waiting()).isEmpty();
        assertThat(desk.jobs().files("leads")).extracting(JobFile::end).contains(End.LEFT, End.TAKEN);
    }

    @Test
    void aFileThatGoesOrIsMendedWaitsNoMore() throws IOException {
        Path bad = file("questions.csv", BAD);
        assertThat(desk.jobs().look().waiting()).hasSize(1);
        file("questions.csv", GOOD);
        Jobs.Look mended = desk.jobs().look();
        assertThat(mended.waiting()).isEmpty();
        assertThat(mended.taken()).hasSize(1);
        file("questions.csv", BAD + "x,,\n");
        assertThat(desk.jobs().look().waiting()).hasSize(1);
        Files.delete(bad);
        assertThat(desk.jobs().look().waiting()).isEmpty();
    }

    @Test
    void aBadFileIsSetAsideWithItsReasonAndToldOnce() throws IOException {
        desk.jobs().save(job("*", true));
        Path zip = Files.write(folder.resolve("broken.xlsx"), new byte[]{'P', 'K', 3, 4, 0, 0});
        Files.setLastModifiedTime(zip, FileTime.from(Instant.now().minusSeconds(50)));
        file("~$one.csv", GOOD);
        Files.writeString(folder.resolve("growing.csv"), GOOD);
        Files.setLastModifiedTime(folder.resolve("growing.csv"), FileTime.from(Instant.now()));
        Jobs.Look look = desk.jobs().look();
        assertThat(look.aside()).singleElement()
                .satisfies(one -> assertThat(one.reason().text(Words.of(Locale.ENGLISH))).contains("broken.xlsx"));
        assertThat(look.taken()).as("neither a lock of Office nor a file that is still written").isEmpty();
        assertThat(desk.jobs().look().aside()).isEmpty();
        reopen();
        assertThat(desk.jobs().look().aside()).isEmpty();
        assertThat(desk.jobs().files("leads")).filteredOn(file -> file.end() == End.ASIDE).singleElement()
                .satisfies(file -> assertThat(Objects.requireNonNull(file.reason()).text(Words.of(Locale.CHINESE)))
                        .contains("broken.xlsx"));
    }

    @Test
    void aFolderThatIsGoneIsToldOnceAndStopsNothing() {
        desk.jobs().save(new ImportJob("gone", folder.resolve("nowhere"), "*",
                ImportFile.Choice.AUTOMATIC, job("*", true).options(), "", true));
        assertThat(desk.jobs().look().aside()).hasSize(1);
        assertThat(desk.jobs().look().aside()).isEmpty();
    }

    @Test
    void aJobKeepsItsWaysAndIsForgottenWhole() throws IOException {
        ImportJob own = new ImportJob("own", folder, "l?st*.csv", new ImportFile.Choice("auto", Map.of("代号", "tag")),
                new Importer.Options(Importer.Key.PHONE, Importer.Mode.CREATE), "", false);
        desk.jobs().save(own);
        reopen();
        assertThat(desk.jobs().find("own")).isEqualTo(own);
        file("List 3.csv", "姓名,手机,代号\n钱一,13500001111,VIP\n");
        JobRun run = desk.jobs().run(own, _ -> {}, () -> false);
        assertThat(run.taken()).hasSize(1);
        assertThat(desk.customers().rows(List.of(1L)).getFirst().tags()).containsExactly("VIP");
        desk.jobs().remove("own");
        assertThat(desk.jobs().files("own")).isEmpty();
        assertThatThrownBy(() -> desk.jobs().find("own")).isInstanceOf(KithException.class);
        assertThat(desk.customers().count()).isEqualTo(1);
    }
}
