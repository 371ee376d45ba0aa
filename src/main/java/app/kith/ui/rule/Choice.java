package app.kith.ui.rule;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Small fields of a line of a rule. */
final class Choice {
    private Choice() {}

    /** One of several, that is chosen and never typed. */
    static <T> ComboBox<T> of(List<T> all, @Nullable T chosen, String spoken, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        box.setValue(chosen);
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
