package app.kith.ui.record;

import app.kith.contact.OwnField;
import app.kith.ui.look.KnownTexts;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Where a value is entered: a field, or a choice where a field of the user's own has one. */
public final class ValueField extends StackPane {
    private final Words words;
    private final TextField text = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private List<String> known = List.of();
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper(this, "value", "");

    /**
     * Makes the field.
     *
     * @param words the language
     * @param spoken what it is for
     */
    public ValueField(Words words, String spoken) {
        this.words = words;
        text.setAccessibleText(spoken);
        choice.setAccessibleText(spoken);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String kept) {
                return kept == null ? "" : shown(words, kept);
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        text.textProperty().subscribe(now -> {
            if (text.isVisible()) {
                value.set(now);
            }
        });
        choice.valueProperty().subscribe(now -> {
            if (choice.isVisible()) {
                value.set(now == null ? "" : now);
            }
        });
        KnownTexts.propose(text, () -> known);
        getChildren().addAll(text, choice);
        take(null);
    }

    /** Yes and no in the user's language; all else as it is. */
    private static String shown(Words words, String kept) {
        return kept.equals("yes") || kept.equals("no") ? words.get("list." + kept) : kept;
    }

    /**
     * Changes what is entered here.
     *
     * @param field the field of the user's own; null for any other kind of value
     */
    public void take(@Nullable OwnField field) {
        List<String> offered = offered(field);
        boolean chosen = !offered.isEmpty();
        text.setVisible(!chosen);
        text.setManaged(!chosen);
        choice.setVisible(chosen);
        choice.setManaged(chosen);
        String now = value.get();
        if (chosen) {
            if (!now.isBlank() && !offered.contains(now)) {
                offered.addFirst(now); // What a source said stays, though it cannot be chosen.
            }
            choice.getItems().setAll(offered);
            choice.setValue(now.isBlank() ? null : now);
        } else {
            text.setText(now);
        }
        text.setPromptText(field == null ? "" : prompt(words, field.type()));
    }

    /**
     * Proposes what there is already; anything else can be typed.
     *
     * @param texts what there is, in its order; empty for nothing
     */
    public void propose(List<String> texts) {
        known = List.copyOf(texts);
        if (!known.isEmpty()) {
            text.setPromptText(words.get("list.choose-or-type"));
        }
    }

    private static List<String> offered(@Nullable OwnField field) {
        List<String> offered = new ArrayList<>();
        if (field != null && field.type() == OwnField.Type.YES_NO) {
            offered.addAll(List.of("yes", "no"));
        } else if (field != null) {
            offered.addAll(field.choices());
        }
        return offered;
    }

    private static String prompt(Words words, OwnField.Type type) {
        return switch (type) {
            case TEXT, CHOICE, YES_NO -> "";
            case NUMBER -> "1250.5";
            case MONEY -> "12500.50 CNY";
            case DATE -> words.get("list.field.day-prompt");
            case LINK -> "https://";
        };
    }

    /**
     * Puts a value in.
     *
     * @param now the value
     */
    public void setValue(String now) {
        value.set(now);
        if (choice.isVisible()) {
            if (!now.isBlank() && !choice.getItems().contains(now)) {
                choice.getItems().addFirst(now);
            }
            choice.setValue(now.isBlank() ? null : now);
        } else {
            text.setText(now);
        }
    }

    /** {@return what is entered; empty for nothing} */
    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /**
     * Says what Enter does.
     *
     * @param act does it
     */
    public void setOnEnter(Runnable act) {
        text.setOnAction(_ -> act.run());
    }

    /** Goes there. */
    public void begin() {
        if (choice.isVisible()) {
            choice.requestFocus();
        } else {
            text.requestFocus();
            text.selectAll();
        }
    }
}
