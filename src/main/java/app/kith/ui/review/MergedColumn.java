package app.kith.ui.review;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The record that a merge would give, property by property: each value is kept or left out by its box, shown first by a click on
 * it, and another one is written by hand.
 */
final class MergedColumn {
    private final MergedRecord record;
    private final Words words;
    private final Map<Property, VBox> cells = new EnumMap<>(Property.class);

    MergedColumn(MergedRecord record, Words words) {
        this.record = record;
        this.words = words;
    }

    /** {@return the cell of a property} */
    Node cell(Property property) {
        return cells.computeIfAbsent(property, _ -> {
            VBox cell = Controls.column(2);
            cell.getStyleClass().add("review-merged");
            return cell;
        });
    }

    /** Shows anew what the record says. */
    void fill() {
        cells.keySet().forEach(this::fill);
    }

    private void fill(Property property) {
        VBox cell = cells.get(property);
        if (cell == null) {
            return;
        }
        List<Value> values = record.values(property);
        cell.getChildren().clear();
        for (Value value : values) {
            cell.getChildren().add(row(value, values.size() > 1));
        }
        Button hand = Controls.iconButton("fth-edit-2", words.get("review.by-hand", name(property)),
                () -> write(property, values.isEmpty() ? "" : values.getFirst().raw()));
        hand.getStyleClass().add("review-hand");
        if (cell.getChildren().getFirst() instanceof HBox row) {
            row.getChildren().addAll(Controls.spring(), hand);
        }
    }

    private String name(Property property) {
        return words.get("record.property." + property.name().toLowerCase(Locale.ROOT));
    }

    private HBox row(Value value, boolean several) {
        CheckBox keep = new CheckBox();
        keep.setSelected(record.isKept(value));
        keep.setAccessibleText(words.get("review.keep", value.raw()));
        keep.setOnAction(_ -> {
            record.keep(value, keep.isSelected());
            fill(value.property());
            focus(value.property());
        });
        Node text = text(value, several && record.isKept(value));
        return Controls.row(6, keep, text);
    }

    /** The value; one of several can be put before the others. */
    private Node text(Value value, boolean several) {
        boolean first = record.values(value.property()).stream().filter(record::isKept).findFirst()
                .filter(value::saysTheSame).isPresent();
        if (!several || first || value.property().isMany()) {
            Label label = Controls.paragraph(value.raw(), record.isKept(value) ? "review-kept" : "review-dropped");
            HBox.setHgrow(label, Priority.SOMETIMES);
            return label;
        }
        Button choose = Controls.button(value.raw(), () -> {
            record.choose(value);
            fill(value.property());
            focus(value.property());
        }, "flat", "review-other");
        choose.setMnemonicParsing(false);
        choose.setAccessibleText(words.get("review.choose", value.raw()));
        return choose;
    }

    /** Lets a value be written; Enter takes it, Escape leaves it. */
    private void write(Property property, String before) {
        VBox cell = cells.get(property);
        if (cell == null) {
            return;
        }
        TextField field = new TextField(before);
        field.setAccessibleText(words.get("review.by-hand", name(property)));
        field.setOnAction(_ -> {
            record.write(property, field.getText());
            fill(property);
            focus(property);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                fill(property);
                focus(property);
            }
        });
        cell.getChildren().addFirst(field);
        field.requestFocus();
        field.selectAll();
    }

    private void focus(Property property) {
        VBox cell = cells.get(property);
        if (cell != null && cell.getChildren().getFirst() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    /** Goes to the first value. */
    void focusFirst() {
        cells.keySet().stream().findFirst().ifPresent(this::focus);
    }
}
