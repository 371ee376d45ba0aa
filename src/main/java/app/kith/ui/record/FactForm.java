package app.kith.ui.record;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One fact being entered or changed, in its place; Enter keeps it, Escape lets it go. */
public final class FactForm extends VBox {
    private final TextField text = new TextField();

    /**
     * Makes the form.
     *
     * @param changed the value that is changed; null for a new one
     * @param words the language
     * @param keep takes the new value
     * @param end puts the form away
     */
    public FactForm(@Nullable Value changed, Words words, Consumer<Value> keep, Runnable end) {
        super(4);
        getStyleClass().add("fact-form");
        ComboBox<FactKind> kind = new ComboBox<>();
        kind.getItems().setAll(FactKind.OFFERED);
        FactKind first = changed == null
                ? FactKind.OFFERED.getFirst()
                : new FactKind(changed.property(), changed.label());
        if (!kind.getItems().contains(first)) {
            kind.getItems().addFirst(first);
        }
        kind.setConverter(names(words));
        kind.setValue(first);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText(words.get("record.fact-kind"));
        text.setText(changed == null ? "" : changed.raw());
        text.setAccessibleText(words.get("record.fact-value"));
        Label hint = Controls.paragraph("", "fact-source");
        Controls.showWhen(hint, hint.textProperty().isNotEmpty());
        Runnable look = () -> hint.setText(FieldHint.of(words, kind.getValue().property(), text.getText()));
        text.textProperty().subscribe(_ -> look.run());
        kind.valueProperty().subscribe(_ -> look.run());
        Runnable done = () -> {
            if (!text.getText().isBlank()) {
                keep.accept(Value.of(kind.getValue().property(), kind.getValue().label(), text.getText().strip()));
            }
            end.run();
        };
        getChildren().addAll(kind, text, hint, Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), end, "small"),
                Controls.button(words.get("record.keep"), done, "accent", "small")));
        text.setOnAction(_ -> done.run());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end.run();
                event.consume();
            }
        });
    }

    private static StringConverter<FactKind> names(Words words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable FactKind kind) {
                return kind == null ? "" : kind.name(words);
            }

            @Override
            public FactKind fromString(String name) {
                return List.copyOf(FactKind.OFFERED).stream().filter(kind -> kind.name(words).equals(name)).findFirst()
                        .orElse(new FactKind(Property.OWN, name));
            }
        };
    }

    /** Goes to the field. */
    public void begin() {
        text.requestFocus();
        text.selectAll();
    }
}
