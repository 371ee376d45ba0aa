package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Where the passphrase or the recovery code is typed, with what came of it and how long the next try has to wait. */
final class UnlockFields extends VBox {
    private final LockModel model;
    private final Words words;
    private final PasswordField field;
    private final Label said = Typed.trouble();
    private final Button open;

    /**
     * @param verb what the button says
     * @param opened what is done if the words are right
     */
    UnlockFields(LockModel model, Words words, String verb, Runnable opened) {
        super(8);
        this.model = model;
        this.words = words;
        this.field = Typed.field(words.get("guard.recovery"));
        Supplier<char[]> typed = () -> field.getText().toCharArray();
        open = Controls.button(verb, () -> model.open(typed.get(), () -> {
            field.clear();
            opened.run();
        }), "accent");
        open.setDefaultButton(true);
        field.setPromptText(words.get("guard.recovery"));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(Controls.row(8, field, open), said);
        model.toldProperty().when(Controls.attached(this)).subscribe(_ -> {
            field.selectAll();
            show();
        });
        field.textProperty().addListener((_, _, _) -> show());
        Controls.every(this, Duration.seconds(1), this::show);
        show();
    }

    void begin() {
        field.requestFocus();
    }

    private void show() {
        long wait = model.pause().plusMillis(999).toSeconds();
        KithException failure = model.toldProperty().get().failure();
        open.setDisable(wait > 0 || field.getText().isEmpty());
        said.setText(failure != null
                ? words.sentence(failure)
                : wait > 0
                        ? words.count("guard.lock.wait", wait)
                        : model.toldProperty().get().wrong() > 0 ? words.get("guard.lock.wrong") : "");
    }
}
