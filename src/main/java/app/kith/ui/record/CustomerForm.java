package app.kith.ui.record;

import app.kith.contact.Numbering;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A new customer: the few things that are known at first. While they are typed, customers who may be meant already are named. */
public final class CustomerForm extends VBox {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final double HALF = 249;

    private final RecordActs acts;
    private final Customers customers;
    private final Background background;
    private final Words words;
    private final Map<FactKind, TextField> fields = new LinkedHashMap<>();
    private final Map<OwnField, ValueField> own = new LinkedHashMap<>();
    private final CheckBox company;
    private final VBox alike = Controls.column(2);
    private final LongConsumer show;
    private final Runnable end;

    /**
     * Makes the form.
     *
     * @param acts enters the customer
     * @param customers names those who may be meant already
     * @param background where work is done
     * @param words the language
     * @param show goes to a customer
     * @param end puts the form away
     */
    public CustomerForm(RecordActs acts, Customers customers, Background background, Words words, LongConsumer show,
            Runnable end) {
        super(12);
        this.acts = acts;
        this.customers = customers;
        this.background = background;
        this.words = words;
        this.show = show;
        this.end = end;
        getStyleClass().add("form");
        company = new CheckBox(words.get("record.is-company"));
        Button save = Controls.button(words.get("record.add-customer"), this::keep, "accent");
        save.setDefaultButton(true);
        alike.getStyleClass().addAll("notice", "remark");
        Controls.showWhen(alike, javafx.beans.binding.Bindings.isNotEmpty(alike.getChildren()));
        getChildren().addAll(Controls.label(words.get("record.new-customer"), "form-title"),
                field(Property.NAME, ""), pair(field(Property.COMPANY, ""), field(Property.TITLE, "")),
                pair(field(Property.PHONE, "mobile"), field(Property.EMAIL, "")),
                pair(field(Property.CHAT, "wechat"), field(Property.TAG, "")), field(Property.NOTE, ""), own(), company,
                alike,
                Controls.row(8, Controls.spring(), Controls.button(words.get("screen.cancel"), end), save));
    }

    private static Node pair(Node one, Node other) {
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
        HBox pair = new HBox(12, one, other);
        pair.setFillHeight(true);
        return pair;
    }

    /** The fields of the user's own, two side by side. */
    private Node own() {
        FlowPane place = new FlowPane(12, 8);
        for (OwnField field : acts.fields()) {
            ValueField entry = new ValueField(words, field.name());
            entry.take(field);
            own.put(field, entry);
            Label hint = Controls.label("", "fact-source");
            Controls.showWhen(hint, hint.textProperty().isNotEmpty());
            entry.valueProperty().subscribe(text -> hint.setText(text.isBlank() || field.read(text) != null
                    ? ""
                    : words.get("list.field.wrong", words.get("list.field.type." + field.type().word()))));
            VBox column = Controls.column(4, Controls.label(field.name(), "field-name"), entry, hint);
            column.setPrefWidth(HALF);
            place.getChildren().add(column);
        }
        Controls.showWhen(place, new SimpleBooleanProperty(!own.isEmpty()));
        return place;
    }

    private Node field(Property property, String label) {
        FactKind kind = new FactKind(property, label);
        TextField field = new TextField();
        field.setAccessibleText(kind.name(words));
        Label hint = Controls.label("", "fact-source");
        Controls.showWhen(hint, hint.textProperty().isNotEmpty());
        field.textProperty().subscribe(text -> {
            hint.setText(FieldHint.of(words, property, text, values()));
            background.later(PAUSE, this, this::look);
        });
        fields.put(kind, field);
        Label name = Controls.label(kind.name(words), "field-name");
        name.setLabelFor(field);
        VBox column = Controls.column(4, name, field, hint);
        column.setPrefWidth(0);
        return column;
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        fields.forEach((kind, field) -> {
            if (!field.getText().isBlank()) {
                values.add(Value.of(kind.property(), kind.label(), field.getText().strip()));
            }
        });
        own.forEach((field, entry) -> {
            if (!entry.valueProperty().get().isBlank()) {
                values.add(field.value(entry.valueProperty().get()));
            }
        });
        return new ArrayList<>(Numbering.settled(values));
    }

    /** Names who may be meant already. */
    private void look() {
        List<Value> typed = values();
        background.run("alike", () -> customers.rows(acts.sharing(typed).stream().limit(3).toList()), this::name,
                _ -> {});
    }

    private void name(List<CustomerRow> rows) {
        List<Node> lines = new ArrayList<>();
        for (CustomerRow row : rows) {
            String who = row.company().isEmpty() ? row.name() : row.name() + " · " + row.company();
            Hyperlink link = new Hyperlink(words.get("record.alike", who));
            link.setOnAction(_ -> {
                end.run();
                show.accept(row.id());
            });
            lines.add(link);
        }
        alike.getChildren().setAll(lines);
    }

    private void keep() {
        for (Map.Entry<OwnField, ValueField> one : own.entrySet()) {
            String text = one.getValue().valueProperty().get();
            if (!text.isBlank() && one.getKey().read(text) == null) {
                one.getValue().begin();
                return;
            }
        }
        List<Value> values = values();
        if (values.isEmpty()) {
            fields.values().iterator().next().requestFocus();
            return;
        }
        if (company.isSelected()) {
            values.add(Value.of(Property.KIND, "", "company"));
        }
        acts.add(values, show);
        end.run();
    }

    /** Goes to the first field. */
    public void begin() {
        fields.values().iterator().next().requestFocus();
    }
}
