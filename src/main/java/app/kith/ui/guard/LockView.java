package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All that stands in the window while it is locked: nothing of what the user has, and where it is opened again. */
public final class LockView extends StackPane {
    private final UnlockFields fields;

    /**
     * Makes the view.
     *
     * @param model opens it again
     * @param words the language
     * @param opened what is done then
     */
    public LockView(LockModel model, Words words, Runnable opened) {
        getStyleClass().addAll("start", "locked");
        fields = new UnlockFields(model, words, words.get("guard.lock.open"), opened);
        VBox sheet = Controls.column(16, Controls.row(12, Controls.label("知客", "brand-sign"),
                Controls.label("Kith", "brand")),
                Controls.row(8, Controls.icon("fth-lock"),
                        Controls.label(words.get("guard.lock.title"), "start-title")),
                fields, Controls.paragraph(words.get("guard.lock.text"), "muted"));
        sheet.getStyleClass().add("start-sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(sheet);
    }

    /** Goes to the field. */
    public void begin() {
        fields.begin();
    }
}
