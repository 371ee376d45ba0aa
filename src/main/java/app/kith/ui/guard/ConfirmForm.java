package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks for the passphrase before something is written out. */
public final class ConfirmForm extends VBox {
    private final UnlockFields fields;

    /**
     * Makes the form.
     *
     * @param model tells whether it is the right one
     * @param words the language
     * @param right what is done where it is
     * @param cancel what is done where the user thinks better of it
     */
    public ConfirmForm(LockModel model, Words words, Runnable right, Runnable cancel) {
        super(12);
        getStyleClass().add("confirm");
        fields = new UnlockFields(model, words, words.get("guard.ask.on"), right);
        Button back = Controls.button(words.get("screen.cancel"), cancel);
        back.setCancelButton(true);
        getChildren().setAll(Controls.label(words.get("guard.ask.title"), "form-title"),
                Controls.paragraph(words.get("guard.ask.text")), fields, Controls.row(8, Controls.spring(), back));
    }

    /** Goes to the field. */
    public void begin() {
        fields.begin();
    }
}
