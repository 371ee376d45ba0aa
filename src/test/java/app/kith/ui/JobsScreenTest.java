package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.desk.Desk;
import app.kith.desk.JobFile;
import app.kith.desk.Jobs;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.exchange.ImportForm;
import app.kith.ui.exchange.ImportModel;
import app.kith.ui.exchange.JobsForm;
import app.kith.ui.exchange.JobsModel;
import app.kith.ui.work.StepBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved imports and a watched folder, on the screen. */
@OnScreen
class JobsScreenTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private void file(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private void on(BiConsumer<Session, StepBackground> act) throws Exception {
        Toolkit.on(() -> {
            StepBackground background = new StepBackground();
            Desk desk = TestDesk.open(home);
            try (Session session = new Session(desk, desk, background, Clock.systemUTC())) {
                act.accept(session, background);
            }
            return true;
        });
    }

    private static final class Said implements WindowOutside.Passing {
        private final List<String> said = new ArrayList<>();
        private Runnable back = () -> {};

        @Override
        public void say(String text) {
            said.add(text);
        }

        @Override
        public void offer(String text, String verb, Runnable act) {
            said.add(text);
            back = act;
        }
    }

    private static JobsForm form(Session session, Dress dress, StepBackground background, List<Jobs.Waiting> opened) {
        JobsForm form = new JobsForm(session.jobs(), dress.words(), () -> {}, opened::add, () -> {});
        session.jobs().read();
        Shown.picture(form, dress, background, "jobs", 820, 600);
        return form;
    }

    @Test
    void anImportIsKeptAndAWatchedFolderTakesWhatIsClearAndAsksAboutTheRest() throws Exception {
        file("客户 1.csv", "姓名,手机\n王小明,13800001234\n");
        on((session, background) -> {
            Dress dress = Shown.DRESSES.getFirst();
            Said said = new Said();
            session.recordActs().setOnDone(_ -> {}, failure -> {
                throw failure;
            });
            session.jobs().setTold(new JobNotices(session, dress::words, said, () -> {}));
            ImportModel model = new ImportModel(session.desk().transfers().imports(), session.recordActs(), background,
                    folder.resolve("客户 1.csv"));
            model.setJobs(session.jobs());
            ImportForm form = new ImportForm(model, dress.words(), new Picture.Nothing(), () -> {});
            model.begin();
            Shown.picture(form, dress, background, "import-kept", 820, 760);
            keep(form, dress, background);
            assertThat(session.desk().customers().count()).as("the folder is looked at at once").isEqualTo(1);
            assertThat(said.said.getLast()).contains("Leads", "客户 1.csv");
            said.back.run();
            background.settle();
            assertThat(session.desk().customers().count()).as("taken back by the notice").isZero();
            question();
            session.jobs().look();
            background.settle();
            assertThat(said.said.getLast()).contains("客户 2.csv");
            assertThat(session.desk().customers().count()).isZero();
            List<Jobs.Waiting> opened = new ArrayList<>();
            for (Dress each : Shown.DRESSES) {
                assertThat(Shown.texts(form(session, each, background, opened))).contains("客户 2.csv · Leads");
                session.place().set(Session.Place.REVIEW);
                MainView view = Shown.window(session, each.settings(), Clock.systemUTC(), new Picture.Nothing());
                Shown.picture(view, each, background, "jobs-review", 1280, 500);
                assertThat(Shown.texts(view)).contains(each.words().count("job.files-wait", 1));
            }
            Shown.button(form(session, dress, background, opened), "Look at it: 客户 2.csv").fire();
            answer(session, background, dress, opened.getFirst());
            assertThat(session.desk().customers().count()).isEqualTo(2);
            assertThat(session.jobs().waitingProperty().get()).isEmpty();
            assertThat(session.desk().jobs().files("Leads")).extracting(JobFile::end)
                    .containsOnly(JobFile.End.TAKEN);
        });
    }

    private static void keep(ImportForm form, Dress dress, StepBackground background) {
        TextField name = Shown.seen(form, ".text-field").stream().filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> dress.words().get("job.name").equals(field.getAccessibleText())).findFirst()
                .orElseThrow();
        name.setText("Leads");
        Shown.seen(form, ".combo-box").stream().map(javafx.scene.control.ComboBox.class::cast)
                .filter(box -> dress.words().get("job.which").equals(box.getAccessibleText())).findFirst()
                .orElseThrow().getSelectionModel().select(1);
        Shown.seen(form, ".check-box").stream().map(CheckBox.class::cast).findFirst().orElseThrow().setSelected(true);
        Shown.button(form, dress.words().get("job.keep")).fire();
        background.settle();
    }

    private void question() {
        try {
            file("客户 2.csv", "姓名,手机\n李婷,13900005678\n,\n备注,\n,x\n");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(Session session, StepBackground background, Dress dress, Jobs.Waiting one) {
        ImportModel model = new ImportModel(session.desk().transfers().imports(), session.recordActs(), background,
                one.file());
        model.answers(one, session.desk().jobs());
        ImportForm form = new ImportForm(model, dress.words(), new Picture.Nothing(), session.jobs()::changed);
        model.begin();
        Shown.picture(form, dress, background, "import-waiting", 820, 760);
        model.enter(session.jobs()::changed);
        background.settle();
    }

    @Test
    void aKeptImportIsRunAndRemovedWithOneClickEach() throws Exception {
        file("list.csv", "Name,Email\nAnna Keller,anna@nordwind.example\n");
        on((session, background) -> {
            Dress dress = Shown.DRESSES.getFirst();
            Said said = new Said();
            JobsModel jobs = session.jobs();
            jobs.setTold(new JobNotices(session, dress::words, said, () -> {}));
            session.desk().jobs().save(new app.kith.exchange.ImportJob("List", folder, "list.csv",
                    app.kith.exchange.ImportFile.Choice.AUTOMATIC,
                    new app.kith.exchange.Importer.Options(app.kith.exchange.Importer.Key.AUTO,
                            app.kith.exchange.Importer.Mode.BOTH),
                    "", false));
            JobsForm form = form(session, dress, background, new ArrayList<>());
            Shown.button(form, "Take in now: List").fire();
            background.settle();
            assertThat(session.desk().customers().count()).isEqualTo(1);
            assertThat(said.said.getLast()).contains("1 row", "list.csv");
            Shown.button(form(session, dress, background, new ArrayList<>()), "Remove: List").fire();
            background.settle();
            assertThat(session.desk().jobs().list()).isEmpty();
            for (Dress each : Shown.DRESSES) {
                assertThat(Shown.texts(form(session, each, background, new ArrayList<>())))
                        .contains(each.words().get("job.none"));
            }
        });
    }
}
