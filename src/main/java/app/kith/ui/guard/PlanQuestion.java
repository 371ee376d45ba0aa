package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Proposes to keep backups: where, how often, and what that is good for. */
public final class PlanQuestion extends VBox {

    /**
     * What can be answered.
     *
     * @param keep keeps them every week in the folder named
     * @param elsewhere chooses another folder
     * @param no does not
     */
    public record Answers(Runnable keep, Runnable elsewhere, Runnable no) {}

    /**
     * Makes the question.
     *
     * @param folder where they would go
     * @param words the language
     * @param answers what can be answered
     */
    public PlanQuestion(Path folder, Words words, Answers answers) {
        super(12);
        getStyleClass().add("form");
        Button keep = Controls.button(words.get("guard.plan.keep"), answers.keep(), "accent");
        keep.setDefaultButton(true);
        getChildren().setAll(Controls.label(words.get("guard.plan.title"), "form-title"),
                Controls.paragraph(words.get("guard.plan.text", folder)),
                Controls.flow(8, keep, Controls.button(words.get("backup.choose"), answers.elsewhere()),
                        Controls.button(words.get("guard.plan.no"), answers.no())));
    }
}
