package app.kith.ui;

import app.kith.desk.BackupPlan;
import app.kith.desk.BackupPlan.Every;
import app.kith.desk.Backups;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** When backups are made, where they go, and when the last one was made. Every choice is taken at once. */
final class BackupForm extends VBox {
    private final Backups backups;
    private final Background background;
    private final Path usual;
    private final Words words;
    private final Dates dates;
    private final Label folder = Controls.paragraph("", "muted");
    private final Label last = Controls.paragraph("", "muted");
    private final SegmentedButton when = new SegmentedButton();
    private final Button beside;

    /** What is shown. */
    private record Shown(BackupPlan plan, @Nullable Instant last) {}

    /**
     * Makes the form and begins to read.
     *
     * @param session whose data
     * @param words the language
     * @param dates how days are written
     * @param outside where a folder is chosen
     * @param now makes a backup, then does what it is given
     * @param all shows the backups that there are
     */
    BackupForm(Session session, Words words, Dates dates, Outside outside, Consumer<Runnable> now, Runnable all) {
        super(4);
        this.backups = session.desk().backups();
        this.background = session.background();
        this.usual = Backups.usual(session.desk().home());
        this.words = words;
        this.dates = dates;
        this.beside = Controls.button(words.get("backup.usual"),
                () -> keep(plan -> new BackupPlan(plan.every(), null)));
        for (Every every : Every.values()) {
            ToggleButton button = new ToggleButton(words.get("backup.every." + every.name().toLowerCase(Locale.ROOT)));
            button.setUserData(every);
            button.setOnAction(_ -> keep(plan -> new BackupPlan(every, plan.folder())));
            when.getButtons().add(button);
        }
        Button choose = Controls.button(words.get("backup.choose"), () -> outside.folder()
                .ifPresent(chosen -> keep(plan -> new BackupPlan(plan.every(), chosen))));
        getStyleClass().add("backup-form");
        getChildren().addAll(Controls.label(words.get("backup.title"), "field-name"), when, folder,
                Controls.flow(8, choose, beside, Controls.button(words.get("backup.now"), () -> now.accept(this::look)),
                        Controls.button(words.get("guard.backups-open"), all)),
                last);
        beside.managedProperty().bind(beside.visibleProperty());
        last.managedProperty().bind(last.visibleProperty());
        beside.setVisible(false);
        look();
    }

    private void look() {
        background.run("backup-plan", this::read, this::show, this::failed);
    }

    private void failed(KithException failure) {
        last.setText(words.sentence(failure));
        last.setVisible(true);
    }

    private Shown read() {
        return new Shown(backups.plan(), backups.last().orElse(null));
    }

    private void keep(UnaryOperator<BackupPlan> step) {
        background.run("backup-plan", () -> {
            backups.keep(step.apply(backups.plan()));
            return read();
        }, this::show, this::failed);
    }

    private void show(Shown now) {
        when.getButtons().forEach(button -> button.setSelected(button.getUserData() == now.plan().every()));
        Path chosen = now.plan().folder();
        folder.setText(words.get("backup.folder", chosen == null ? usual : chosen));
        beside.setVisible(chosen != null);
        Instant made = now.last();
        last.setVisible(made != null);
        last.setText(made == null ? "" : words.get("backup.last", dates.ago(made)));
    }
}
