package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.KithException;
import app.kith.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Fields for words that are not shown, and what is said when they are wrong. */
final class Typed {
    private Typed() {}

    static PasswordField field(String spoken) {
        PasswordField field = new PasswordField();
        field.setAccessibleText(spoken);
        return field;
    }

    static VBox named(PasswordField field) {
        return Controls.column(4, Controls.label(field.getAccessibleText(), "field-name"), field);
    }

    /** A sentence that takes no room while it is empty. */
    static Label trouble() {
        Label trouble = Controls.paragraph("", "trouble");
        Controls.showWhen(trouble, trouble.textProperty().isNotEmpty());
        return trouble;
    }

    static void failed(Label trouble, KithException failure, Words words) {
        trouble.setText(words.sentence(failure));
    }
}
