package app.kith.ui.exchange;

import app.kith.desk.JobFile;
import app.kith.desk.Jobs.Waiting;
import app.kith.exchange.ImportJob;
import app.kith.ui.exchange.JobsModel.Row;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Files that wait for the user's word, and the saved imports with what became of their files. */
public final class JobsForm extends VBox {
    private static final int SHOWN = 3;

    private final JobsModel model;
    private final Words words;
    private final Consumer<Waiting> open;
    private final VBox waiting = Controls.column(8);
    private final VBox jobs = Controls.column(12);

    /**
     * Makes the form.
     *
     * @param model the saved imports
     * @param words the language
     * @param choose lets the user choose a file to begin with
     * @param open opens a file that waits
     * @param close closes the form
     */
    public JobsForm(JobsModel model, Words words, Runnable choose, Consumer<Waiting> open, Runnable close) {
        super(12);
        this.model = model;
        this.words = words;
        this.open = open;
        getStyleClass().addAll("form", "wide");
        ScrollPane scroll = new ScrollPane(Controls.column(20, waiting, jobs));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Controls.label(words.get("job.title"), "form-title"),
                Controls.paragraph(words.get("job.text"), "muted"), scroll,
                Controls.row(8, Controls.button(words.get("import.choose"), choose), Controls.spring(),
                        Controls.button(words.get("screen.close"), close, "accent")));
        model.waitingProperty().when(Controls.attached(this)).subscribe(this::showWaiting);
        model.rowsProperty().when(Controls.attached(this)).subscribe(this::showJobs);
    }

    private void showWaiting(List<Waiting> now) {
        waiting.getChildren().clear();
        if (!now.isEmpty()) {
            waiting.getChildren().add(Controls.label(words.get("job.waiting"), "section-title"));
        }
        now.forEach(one -> waiting.getChildren().add(card(one)));
        waiting.setVisible(!now.isEmpty());
        waiting.setManaged(!now.isEmpty());
    }

    private Node card(Waiting one) {
        String file = String.valueOf(one.file().getFileName());
        VBox text = Controls.column(2, Controls.label(file + " · " + one.job().name(), "job-name"),
                Controls.paragraph(one.reason().text(words), "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button look = Controls.button(words.get("job.look-at"), () -> open.accept(one), "accent");
        look.setAccessibleText(words.get("job.look-at") + ": " + file);
        Button leave = Controls.button(words.get("job.leave"), () -> model.leave(one));
        leave.setAccessibleText(words.get("job.leave") + ": " + file);
        HBox card = Controls.row(8, text, leave, look);
        card.getStyleClass().add("waiting-card");
        return card;
    }

    private void showJobs(List<Row> rows) {
        jobs.getChildren().clear();
        if (rows.isEmpty()) {
            jobs.getChildren().add(Controls.empty("fth-repeat", words.get("job.none"), words.get("job.none-text")));
        }
        rows.forEach(row -> jobs.getChildren().add(job(row)));
    }

    private Node job(Row row) {
        ImportJob job = row.job();
        CheckBox watched = new CheckBox(words.get("job.watch"));
        watched.setMnemonicParsing(false);
        watched.setSelected(job.watched());
        watched.setAccessibleText(words.get("job.watch") + ": " + job.name());
        watched.setOnAction(_ -> model.save(job.watched(watched.isSelected())));
        VBox text = Controls.column(2, Controls.label(job.name(), "job-name"),
                Controls.paragraph(job.folder() + File.separator + job.pattern(), "muted"),
                watched);
        row.files().stream().limit(SHOWN).forEach(file -> text.getChildren().add(file(file)));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button run = Controls.button(words.get("job.run"), () -> model.run(job));
        run.setAccessibleText(words.get("job.run") + ": " + job.name());
        Node remove = Controls.iconButton("fth-trash-2", words.get("job.remove") + ": " + job.name(),
                () -> model.remove(job));
        HBox line = Controls.row(8, text, run, remove);
        line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return line;
    }

    private Node file(JobFile file) {
        String end = words.get("job.end." + file.end().name().toLowerCase(Locale.ROOT));
        String why = file.reason() == null ? "" : " · " + file.reason().text(words);
        return Controls.paragraph(file.name() + ": " + end + why, "fact-source");
    }
}
