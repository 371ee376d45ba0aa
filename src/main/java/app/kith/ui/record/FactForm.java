package app.kith.ui.record;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One fact being entered or changed, in its place; Enter keeps it, Escape lets it go. */
public final class FactForm extends VBox {
    private final ValueField text;

    /**
     * Makes the form.
     *
     * @param changed the value that is changed; null for a new one
     * @param words the language
     * @param acts tells the fields of the user's own, and what there is already to be proposed
     * @param known what is known of the customer
     * @param keep takes the new value
     * @param end puts the form away
     */
    public FactForm(@Nullable Value changed, Words words, RecordActs acts, List<Value> known,
            Consumer<Value> keep, Runnable end) {
        super(4);
        List<OwnField> fields = acts.fields();
        getStyleClass().add("fact-form");
        ComboBox<FactKind> kind = new ComboBox<>();
        kind.getItems().setAll(FactKind.OFFERED);
        fields.forEach(field -> kind.getItems().add(new FactKind(Property.OWN, field.name())));
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
        text = new ValueField(words, words.get("record.fact-value"));
        Label hint = Controls.paragraph("", "fact-source");
        Controls.showWhen(hint, hint.textProperty().isNotEmpty());
        Runnable look = () -> hint.setText(hint(words, fields, known, kind.getValue(), text.valueProperty().get()));
        kind.valueProperty().subscribe(now -> {
            text.take(field(fields, now));
            text.propose(acts.known(now.property(), words));
            look.run();
        });
        text.setValue(changed == null ? "" : changed.raw());
        text.valueProperty().subscribe(_ -> look.run());
        Runnable done = () -> {
            Value value = value(fields, kind.getValue(), text.valueProperty().get().strip());
            if (value != null) {
                keep.accept(value);
            }
            if (value != null || text.valueProperty().get().isBlank()) {
                end.run();
            }
        };
        getChildren().addAll(kind, text, hint, Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), end, "small"),
                Controls.button(words.get("record.keep"), done, "accent", "small")));
        text.setOnEnter(done);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end.run();
                event.consume();
            }
        });
    }

    private static @Nullable OwnField field(List<OwnField> fields, FactKind kind) {
        return fields.stream().filter(field -> kind.property() == Property.OWN
                && field.key().equals(OwnField.key(kind.label()))).findFirst().orElse(null);
    }

    /** What is said while typing; of a field of the user's own that it cannot hold this, and then it is not kept. */
    private static String hint(Words words, List<OwnField> fields, List<Value> known, FactKind kind, String written) {
        OwnField field = field(fields, kind);
        return field == null
                ? FieldHint.of(words, kind.property(), written, known)
                : written.isBlank() || field.read(written) != null
                        ? ""
                        : words.get("list.field.wrong", words.get("list.field.type." + field.type().word()));
    }

    private static @Nullable Value value(List<OwnField> fields, FactKind kind, String written) {
        OwnField field = field(fields, kind);
        if (written.isEmpty() || field != null && field.read(written) == null) {
            return null;
        }
        return field == null ? Value.of(kind.property(), kind.label(), written) : field.value(written);
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
        text.begin();
    }
}
