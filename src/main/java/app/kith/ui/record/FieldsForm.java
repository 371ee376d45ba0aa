package app.kith.ui.record;

import app.kith.contact.OwnField;
import app.kith.desk.OwnFields;
import app.kith.desk.Records.Entered;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields of the user's own: the list of them, and the one that is made or changed, in its place. */
public final class FieldsForm extends VBox {
    private static final Pattern BETWEEN = Pattern.compile("[,;，；、\\n]");

    private final OwnFields fields;
    private final RecordActs acts;
    private final Background background;
    private final Words words;
    private final VBox list = Controls.column(4);
    private final VBox editor = Controls.column(8);

    /**
     * Makes the form.
     *
     * @param fields the fields
     * @param acts tells what was done, with the way back
     * @param background where work is done
     * @param words the language
     * @param close closes the form
     */
    public FieldsForm(OwnFields fields, RecordActs acts, Background background, Words words, Runnable close) {
        super(12);
        this.fields = fields;
        this.acts = acts;
        this.background = background;
        this.words = words;
        getStyleClass().add("form");
        Controls.showWhen(editor, Bindings.isNotEmpty(editor.getChildren()));
        Button done = Controls.button(words.get("screen.close"), close);
        getChildren().addAll(Controls.label(words.get("list.fields"), "form-title"),
                Controls.paragraph(words.get("list.fields-text"), "muted"), list, editor,
                Controls.row(8, Controls.button(words.get("list.field.add"), () -> edit(null)), Controls.spring(),
                        done));
        read();
    }

    private void read() {
        background.run("own-fields", fields::all, this::show, acts::failed);
    }

    private void show(List<OwnField> all) {
        List<Node> rows = new ArrayList<>();
        for (OwnField field : all) {
            Label name = Controls.label(field.name(), "row-strong");
            String what = words.get("list.field.type." + field.type().word())
                    + (field.choices().isEmpty() ? "" : ": " + String.join(", ", field.choices()))
                    + (field.sensitive() ? " · " + words.get("list.field.sensitive") : "");
            VBox text = Controls.column(0, name, Controls.label(what, "fact-source"));
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            rows.add(Controls.row(4, text,
                    Controls.iconButton("fth-edit-2", words.get("list.field.change", field.name()), () -> edit(field)),
                    Controls.iconButton("fth-trash-2", words.get("list.field.remove", field.name()),
                            () -> enter(() -> fields.remove(field.name())))));
        }
        if (rows.isEmpty()) {
            rows.add(Controls.paragraph(words.get("list.fields-none"), "muted"));
        }
        list.getChildren().setAll(rows);
    }

    private void enter(Callable<Long> act) {
        editor.getChildren().clear();
        acts.enter(() -> new Entered(0, 0, act.call()), this::read);
    }

    private void edit(@Nullable OwnField before) {
        TextField name = new TextField(before == null ? "" : before.name());
        name.setAccessibleText(words.get("list.field.name"));
        name.setPromptText(words.get("list.field.name"));
        ComboBox<OwnField.Type> type = new ComboBox<>();
        type.getItems().setAll(OwnField.Type.values());
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(OwnField.@Nullable Type one) {
                return one == null ? "" : words.get("list.field.type." + one.word());
            }

            @Override
            public OwnField.Type fromString(String text) {
                throw new UnsupportedOperationException("the type is chosen, never typed");
            }
        });
        type.setValue(before == null ? OwnField.Type.TEXT : before.type());
        type.setAccessibleText(words.get("list.field.type"));
        TextField choices = new TextField(before == null ? "" : String.join(", ", before.choices()));
        choices.setAccessibleText(words.get("list.field.choices"));
        choices.setPromptText(words.get("list.field.choices"));
        Controls.showWhen(choices, type.valueProperty().map(one -> one == OwnField.Type.CHOICE));
        CheckBox sensitive = new CheckBox(words.get("list.field.sensitive"));
        sensitive.setSelected(before != null && before.sensitive());
        Runnable keep = () -> {
            OwnField field = new OwnField(name.getText(), type.getValue(),
                    List.of(BETWEEN.split(choices.getText(), -1)).stream().filter(one -> !one.isBlank()).toList(),
                    sensitive.isSelected());
            boolean unfinished = field.name().isBlank()
                    || field.type() == OwnField.Type.CHOICE && field.choices().isEmpty();
            if (unfinished) {
                (field.name().isBlank() ? name : choices).requestFocus();
            } else {
                enter(() -> before == null ? fields.add(field) : fields.change(before.name(), field));
            }
        };
        name.setOnAction(_ -> keep.run());
        choices.setOnAction(_ -> keep.run());
        editor.getChildren().setAll(name, type, choices, sensitive,
                Controls.row(8, Controls.spring(),
                        Controls.button(words.get("screen.cancel"), editor.getChildren()::clear, "small"),
                        Controls.button(words.get("record.keep"), keep, "accent", "small")));
        editor.setOnKeyPressed((KeyEvent event) -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                editor.getChildren().clear();
                event.consume();
            }
        });
        name.requestFocus();
    }
}
