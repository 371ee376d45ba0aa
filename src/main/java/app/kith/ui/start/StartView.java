package app.kith.ui.start;

import app.kith.ui.look.Controls;
import app.kith.ui.start.StartModel.Stage;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands in the window before a data folder is open. */
public final class StartView extends StackPane {
    private final StartModel model;
    private final Words words;
    private final Consumer<Locale> speak;
    private final Supplier<Optional<Path>> backup;

    /**
     * Makes the view.
     *
     * @param model the opening
     * @param words the language
     * @param speak takes another language
     * @param backup asks for a backup to bring back
     */
    public StartView(StartModel model, Words words, Consumer<Locale> speak, Supplier<Optional<Path>> backup) {
        this.backup = backup;
        this.model = model;
        this.words = words;
        this.speak = speak;
        getStyleClass().add("start");
        model.stageProperty().when(Controls.attached(this)).subscribe(this::show);
    }

    private void show(Stage stage) {
        getChildren().setAll(switch (stage) {
            case LOOKING -> new StackPane();
            case WELCOME -> welcome();
            case LOCKED -> locked();
            case OPENING -> opening();
        });
    }

    private VBox sheet(Node... parts) {
        VBox sheet = Controls.column(16);
        sheet.getStyleClass().add("start-sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        sheet.getChildren().addAll(Controls.row(12, Controls.label("知客", "brand-sign"),
                Controls.label("Kith", "brand"), Controls.spring(), languages()));
        sheet.getChildren().addAll(parts);
        return sheet;
    }

    private Node languages() {
        var row = Controls.row(0);
        for (Locale language : Words.LANGUAGES) {
            Button button = Controls.button(language.getDisplayLanguage(language), () -> speak.accept(language),
                    "flat", "small");
            button.setDisable(language.equals(words.locale()));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node welcome() {
        VBox promises = Controls.column(12, promise("fth-inbox", "screen.start.promise-mail"),
                promise("fth-lock", "screen.start.promise-local"),
                promise("fth-wifi-off", "screen.start.promise-offline"));
        PasswordField first = new PasswordField();
        PasswordField again = new PasswordField();
        Label trouble = trouble();
        Button begin = Controls.button(words.get("screen.start.begin"), () -> make(first, again, trouble), "accent");
        begin.setDefaultButton(true);
        again.setOnAction(_ -> begin.fire());
        Button sample = Controls.button(words.get("screen.start.sample"), model::sample);
        VBox sheet = sheet(Controls.paragraph(words.get("screen.start.title"), "start-title"), promises);
        if (!model.hasKeyRing()) {
            sheet.getChildren().addAll(
                    Controls.column(4, Controls.label(words.get("screen.start.passphrase"), "field-name"),
                            named(first, "screen.start.passphrase"), named(again, "screen.start.passphrase-again"),
                            Controls.paragraph(words.get("screen.start.passphrase-why"), "muted")));
            first.setPromptText(words.get("screen.start.passphrase"));
            again.setPromptText(words.get("screen.start.passphrase-again"));
        }
        sheet.getChildren().addAll(trouble, Controls.row(8, begin, sample),
                Controls.paragraph(words.get("screen.start.sample-text"), "muted"),
                Controls.row(8, Controls.button(words.get("guard.start.restore"), this::restore, "flat")));
        return sheet;
    }

    private void restore() {
        backup.get().ifPresent(model::restore);
    }

    private Node promise(String icon, String key) {
        Label text = Controls.paragraph(words.get(key));
        return Controls.row(12, Controls.icon(icon), text);
    }

    private <T extends Node> T named(T control, String key) {
        control.setAccessibleText(words.get(key));
        return control;
    }

    private void make(PasswordField first, PasswordField again, Label trouble) {
        if (model.hasKeyRing()) {
            model.open(null);
            return;
        }
        String wrong = first.getText().isEmpty()
                ? words.get("screen.start.passphrase-empty")
                : first.getText().equals(again.getText()) ? "" : words.get("screen.start.passphrase-differs");
        trouble.setText(wrong);
        trouble.setVisible(!wrong.isEmpty());
        if (wrong.isEmpty()) {
            model.open(first.getText().toCharArray());
        }
    }

    private Label trouble() {
        Label trouble = Controls.paragraph("", "trouble");
        trouble.managedProperty().bind(trouble.visibleProperty());
        KithException failure = model.failureProperty().get();
        trouble.setText(failure == null ? "" : sentence(failure));
        trouble.setVisible(failure != null);
        return trouble;
    }

    private String sentence(KithException failure) {
        return failure.problem() == Problem.PASSPHRASE_NEEDED ? "" : words.sentence(failure);
    }

    private Node locked() {
        boolean stranger = model.isStranger();
        if (stranger && !model.ways().elsewhere()) {
            return closed();
        }
        PasswordField field = named(new PasswordField(),
                model.ways().code() ? "guard.recovery" : "screen.start.unlock");
        CheckBox keep = new CheckBox(words.get("guard.start.keep"));
        keep.setSelected(stranger);
        Controls.showWhen(keep, new SimpleBooleanProperty(stranger));
        Label why = Controls.paragraph(words.get("guard.start.stranger"), "muted");
        Controls.showWhen(why, new SimpleBooleanProperty(stranger));
        Button open = Controls.button(words.get("screen.start.open"),
                () -> model.open(field.getText().toCharArray(), !stranger || keep.isSelected()), "accent");
        open.setDefaultButton(true);
        open.disableProperty().bind(field.textProperty().isEmpty());
        VBox sheet = sheet(Controls.paragraph(field.getAccessibleText(), "start-title"), why, field, keep, trouble(),
                Controls.row(8, open));
        field.sceneProperty().addListener((_, _, _) -> field.requestFocus());
        return sheet;
    }

    /** Only a key store opens it, and it is not this one, or has lost its entry: no words would help. */
    private Node closed() {
        Button again = Controls.button(words.get("guard.start.again"), () -> model.open(null), "accent");
        return sheet(Controls.paragraph(words.get("guard.start.closed"), "start-title"),
                Controls.paragraph(words.get("guard.start.closed-why")), trouble(), Controls.row(8, again));
    }

    private Node opening() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("start-progress");
        Label text = Controls.label(words.get("screen.start.opening"), "muted");
        model.replayedProperty().when(Controls.attached(text)).subscribe(count -> {
            if (count.longValue() > 0) {
                text.setText(words.count("screen.start.replayed", count.longValue()));
            }
        });
        VBox sheet = Controls.column(16, turning, text);
        sheet.getStyleClass().addAll("start-opening");
        return sheet;
    }
}
