package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks before the first backup with what it shall open where this computer is not: one step, which can be put off knowingly. */
final class RecoveryQuestion extends VBox {

    /**
     * @param passphrase chooses a passphrase
     * @param code makes a recovery code
     * @param without does without
     */
    RecoveryQuestion(Words words, Runnable passphrase, Runnable code, Runnable without) {
        super(12);
        getStyleClass().add("form");
        Button first = Controls.button(words.get("guard.choose-passphrase"), passphrase, "accent");
        getChildren().setAll(Controls.label(words.get("guard.question"), "form-title"),
                Controls.paragraph(words.get("guard.question-why")),
                Controls.flow(8, first, Controls.button(words.get("guard.make-code"), code)),
                Controls.paragraph(words.get("guard.question-which"), "muted"),
                Controls.row(8, Controls.spring(), Controls.button(words.get("guard.without"), without)));
    }
}
