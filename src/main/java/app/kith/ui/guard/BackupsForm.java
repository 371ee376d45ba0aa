package app.kith.ui.guard;

import app.kith.desk.Backup;
import app.kith.desk.BackupChecks;
import app.kith.desk.BackupChecks.Checked;
import app.kith.desk.BackupFile;
import app.kith.desk.Backups;
import app.kith.ui.guard.TrialModel.State;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The backups that there are: when they were made, how large they are, where they open; each can be tried and brought back. */
public final class BackupsForm extends VBox {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'Kith-'yyyyMMdd-HHmm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Over over;
    private final Words words;
    private final Dates dates;
    private final TrialModel trials;
    private final ListView<Backup> list = new ListView<>();
    private final Label said = Controls.paragraph("");
    private final PasswordField typed;
    private final HBox asking;
    private final Label last = Controls.paragraph("", "muted");

    private record Shown(List<Backup> all, @Nullable Checked last) {}

    /**
     * Makes the form and begins to read.
     *
     * @param backups the backups
     * @param checks what came of the last trial
     * @param trials tries them
     * @param background where work is done
     * @param over the sheet that it stands in
     * @param now makes a backup, then does what it is given
     */
    public BackupsForm(Backups backups, BackupChecks checks, TrialModel trials, Background background, Over over,
            java.util.function.Consumer<Runnable> now) {
        super(12);
        this.over = over;
        this.words = over.words().get();
        this.dates = over.dates().get();
        this.trials = trials;
        this.typed = Typed.field(words.get("guard.recovery"));
        getStyleClass().addAll("form", "wide");
        Runnable look = () -> background.run("backups",
                () -> new Shown(backups.all(), checks.last().orElse(null)), this::show, this::failed);
        Button tryIt = Controls.button(words.get("guard.try"), () -> trials.check(chosen(), null));
        Button restore = Controls.button(words.get("guard.restore"), this::restore);
        Button stop = Controls.button(words.get("screen.cancel"), trials::stop);
        list.getStyleClass().addAll("row-list", "backup-list");
        list.setAccessibleText(words.get("guard.backups"));
        list.setCellFactory(_ -> new BackupCell(words, dates));
        list.setPlaceholder(Controls.empty("fth-archive", words.get("guard.backups-none"),
                words.get("guard.backups-none-text")));
        VBox.setVgrow(list, Priority.ALWAYS);
        asking = Controls.row(8, typed, Controls.button(words.get("guard.try"),
                () -> trials.check(chosen(), typed.getText().toCharArray())));
        HBox.setHgrow(typed, Priority.ALWAYS);
        typed.setPromptText(words.get("guard.recovery"));
        asking.setVisible(false);
        asking.managedProperty().bind(asking.visibleProperty());
        Controls.showWhen(said, said.textProperty().isNotEmpty());
        Controls.showWhen(last, last.textProperty().isNotEmpty());
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        var running = trials.stateProperty().map(State::isRunning).orElse(false);
        for (Button button : List.of(tryIt, restore)) {
            button.disableProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(
                    () -> none.get() || running.getValue(), none, running));
        }
        Controls.showWhen(stop, running);
        Node done = Controls.button(words.get("screen.close"), over.hide(), "accent");
        getChildren().setAll(Controls.label(words.get("guard.backups"), "form-title"), list, said, asking, last,
                Controls.row(8, tryIt, restore, stop, Controls.spring(),
                        Controls.button(words.get("backup.now"), () -> now.accept(look)), done));
        trials.stateProperty().when(Controls.attached(this)).subscribe(state -> {
            say(state);
            if (!state.isRunning()) {
                look.run();
            }
        });
        look.run();
    }

    private Path chosen() {
        return Objects.requireNonNull(list.getSelectionModel().getSelectedItem()).file();
    }

    /** A folder that holds something already gets one within it. */
    private void restore() {
        Path file = chosen();
        over.outside().folder().ifPresent(folder -> trials.restore(file,
                BackupFile.isFree(folder)
                        ? folder
                        : folder.resolve(NAME.format(list.getSelectionModel()
                                .getSelectedItem().made()))));
    }

    private void failed(KithException failure) {
        said.setText(words.sentence(failure));
    }

    private void say(State now) {
        KithException failure = now.failure();
        Problem problem = failure == null ? null : failure.problem();
        boolean ask = problem == Problem.PASSPHRASE_NEEDED || problem == Problem.WRONG_PASSPHRASE
                || problem == Problem.CODE_MISTYPED;
        asking.setVisible(ask);
        said.setText(problem == Problem.PASSPHRASE_NEEDED
                ? words.get("guard.try-other")
                : failure != null ? words.sentence(failure) : going(now));
    }

    private String going(State now) {
        if (now.file() == null) {
            return "";
        }
        if (now.step() == null) {
            return now.into() == null
                    ? words.get(now.ok() ? "guard.tried-ok" : "guard.tried-not-ok", now.file().getFileName())
                    : words.get("guard.brought-back", now.into());
        }
        return switch (now.step()) {
            case COPIED -> words.get("guard.step.copied", now.amount() >> 20);
            case BUILT -> words.count("guard.step.built", now.amount());
            case LOOKED_THROUGH -> words.get("guard.step.looked-through", now.amount() >> 20);
        };
    }

    private void show(Shown now) {
        Backup before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(now.all());
        list.getSelectionModel().select(before == null ? 0 : Math.max(0, now.all().indexOf(before)));
        Checked tried = now.last();
        last.setText(tried == null
                ? words.get("guard.never-tried")
                : words.get(tried.ok() ? "guard.last-tried-ok" : "guard.last-tried-not-ok", tried.file().getFileName(),
                        dates.ago(tried.at())));
    }
}
