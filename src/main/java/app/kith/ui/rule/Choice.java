package app.kith.ui.rule;

import app.kith.ui.look.Controls;
import app.kith.ui.look.KnownTexts;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Small fields of a line of a rule. */
final class Choice {
    private Choice() {}

    /** One of several, that is chosen and never typed. */
    static <T> ComboBox<T> of(List<T> all, @Nullable T chosen, String spoken, Function<T, String> name) {
        ComboBox<T> box = Controls.choice(all, chosen, name);
        box.setAccessibleText(spoken);
        return box;
    }

    /** A text field that tells what it is for as long as it is empty. */
    static TextField text(String text, String prompt, int columns, Runnable changed) {
        TextField field = new TextField(text);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(columns);
        field.textProperty().addListener((_, _, _) -> changed.run());
        return field;
    }

    /** Proposes, below a field, what there is already. */
    static TextField proposing(TextField field, Supplier<List<String>> known) {
        KnownTexts.propose(field, known);
        return field;
    }

    /** A number of days; what is no number counts as none. */
    static TextField days(int days, String spoken, Runnable changed) {
        TextField field = text(String.valueOf(days), spoken, 3, changed);
        field.setPromptText("0");
        return field;
    }

    static int days(TextField field) {
        String text = field.getText().strip();
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
