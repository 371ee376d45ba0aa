package app.kith.ui.rule;

import app.kith.contact.LatinText;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Proposals;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Small fields of a line of a rule. */
final class Choice {
    private static final int MOST = 8;

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

    /** Proposes, below a field, what there is already and holds what is typed; with the down key in an empty field, all of it. */
    static TextField proposing(TextField field, Supplier<List<String>> known) {
        Proposals<String> proposals = new Proposals<>(field,
                new Proposals.Face<>(240, 30, one -> Controls.label(one), one -> one), chosen -> {
                    field.setText(chosen);
                    field.end();
                });
        field.textProperty().addListener((_, _, typed) -> proposals
                .show(typed.isBlank() || !field.isFocused() ? List.of() : fitting(known.get(), typed)));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                proposals.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (proposals.press(event)) {
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                proposals.show(fitting(known.get(), ""));
                event.consume();
            }
        });
        return field;
    }

    /** What holds a text, those that begin with it first; nothing where the text is one of them. */
    static List<String> fitting(List<String> known, String typed) {
        String wanted = LatinText.folded(typed.strip());
        if (known.stream().anyMatch(one -> LatinText.folded(one).equals(wanted))) {
            return List.of();
        }
        return known.stream().filter(one -> LatinText.folded(one).contains(wanted))
                .sorted(Comparator.comparing(one -> !LatinText.folded(one).startsWith(wanted))).limit(MOST).toList();
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
