package app.kith.ui.customer;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.BulkEdits.Edit;
import app.kith.desk.BulkEdits.KeepInTouch;
import app.kith.desk.BulkEdits.Remove;
import app.kith.desk.BulkEdits.Values;
import app.kith.ui.look.Controls;
import app.kith.ui.record.FactKind;
import app.kith.ui.record.ValueField;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What can be done to several customers at once; shown while more than one is chosen. */
final class ManyBar extends VBox {
    private static final List<FactKind> KINDS = List.of(new FactKind(Property.STAGE, ""),
            new FactKind(Property.COMPANY, ""), new FactKind(Property.DEPARTMENT, ""), new FactKind(Property.TITLE, ""),
            new FactKind(Property.GRADE, ""), new FactKind(Property.ORIGIN, ""), new FactKind(Property.INDUSTRY, ""),
            new FactKind(Property.LANGUAGE, ""), new FactKind(Property.CHANNEL, ""), new FactKind(Property.NOTE, ""));

    private final CustomersModel model;
    private final Words words;
    private final BiConsumer<List<Long>, Edit> act;
    private final Function<Property, List<String>> proposed;
    private final VBox form = Controls.column(4);

    /** One thing that can be changed of many. */
    private sealed interface Change {
        record Tag(boolean add) implements Change {}

        record Keep() implements Change {}

        record Fact(FactKind kind) implements Change {}

        record Own(OwnField field) implements Change {}
    }

    /**
     * @param model the list
     * @param words the language
     * @param act does something to some customers
     * @param proposed gives what there is already of the values of a property
     * @param copies copies rows, copies vCards
     */
    ManyBar(CustomersModel model, Words words, BiConsumer<List<Long>, Edit> act,
            Function<Property, List<String>> proposed, List<Runnable> copies) {
        super(6);
        this.model = model;
        this.words = words;
        this.act = act;
        this.proposed = proposed;
        getStyleClass().addAll("notice", "many-bar");
        Label count = Controls.label("", "row-strong");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> words.count("list.chosen", model.chosenProperty().get().size()), model.chosenProperty()));
        javafx.scene.layout.FlowPane acts = new javafx.scene.layout.FlowPane(4, 4, count,
                Controls.button(words.get("list.change"), this::begin, "small"),
                Controls.button(words.get("list.copy-rows"), copies.getFirst(), "small"),
                Controls.button(words.get("list.copy-cards"), copies.getLast(), "small"),
                Controls.button(words.get("list.remove"), () -> act.accept(model.meant(), new Remove()), "small",
                        "danger"));
        acts.setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren().addAll(acts, form);
        Controls.showWhen(form, Bindings.isNotEmpty(form.getChildren()));
        var several = Bindings.createBooleanBinding(() -> model.chosenProperty().get().size() > 1,
                model.chosenProperty());
        Controls.showWhen(this, several);
        several.subscribe(now -> {
            if (!now) {
                form.getChildren().clear();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !form.getChildren().isEmpty()) {
                form.getChildren().clear();
                event.consume();
            }
        });
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>(
                List.of(new Change.Tag(true), new Change.Tag(false), new Change.Keep()));
        KINDS.forEach(kind -> changes.add(new Change.Fact(kind)));
        model.besideProperty().get().fields().forEach(field -> changes.add(new Change.Own(field)));
        return changes;
    }

    private String name(Change change) {
        return switch (change) {
            case Change.Tag tag -> words.get(tag.add() ? "list.change.tag" : "list.change.untag");
            case Change.Keep _ -> words.get("list.change.keep");
            case Change.Fact fact -> fact.kind().name(words);
            case Change.Own own -> own.field().name();
        };
    }

    /** Opens the form in which one thing of all of them is changed. */
    void begin() {
        ComboBox<Change> what = new ComboBox<>();
        what.getItems().setAll(changes());
        what.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Change change) {
                return change == null ? "" : name(change);
            }

            @Override
            public Change fromString(String name) {
                throw new UnsupportedOperationException("what is changed is chosen, never typed");
            }
        });
        what.setValue(what.getItems().getFirst());
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAccessibleText(words.get("list.change-what"));
        ValueField value = new ValueField(words, words.get("record.fact-value"));
        Label hint = Controls.paragraph("", "fact-source");
        Controls.showWhen(hint, hint.textProperty().isNotEmpty());
        what.valueProperty().subscribe(now -> {
            value.take(now instanceof Change.Own own ? own.field() : null);
            value.propose(now instanceof Change.Fact fact ? proposed.apply(fact.kind().property()) : List.of());
            hint.setText("");
        });
        Runnable done = () -> {
            Edit edit = edit(what.getValue(), value.valueProperty().get().strip());
            if (edit == null) {
                hint.setText(words.get("list.change.wrong"));
            } else {
                form.getChildren().clear();
                act.accept(model.meant(), edit);
            }
        };
        value.setOnEnter(done);
        Node verbs = Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), form.getChildren()::clear, "small"),
                Controls.button(words.count("list.change-all", model.chosenProperty().get().size()), done, "accent",
                        "small"));
        form.getChildren().setAll(what, value, hint, verbs);
        what.requestFocus();
    }

    /** What is to be done; null where what was entered does not fit. */
    private static @Nullable Edit edit(Change change, String text) {
        return switch (change) {
            case Change.Tag _ when text.isEmpty() -> null;
            case Change.Tag tag -> {
                List<Value> value = List.of(Value.of(Property.TAG, "", text));
                yield tag.add() ? new Values(value, List.of()) : new Values(List.of(), value);
            }
            case Change.Keep _ -> days(text);
            case Change.Fact _ when text.isEmpty() -> null;
            case Change.Fact fact -> new Values(
                    List.of(Value.of(fact.kind().property(), fact.kind().label(), text)), List.of());
            case Change.Own own -> own.field().read(text) == null
                    ? null
                    : new Values(List.of(own.field().value(text)), List.of());
        };
    }

    private static @Nullable Edit days(String text) {
        try {
            int days = text.isEmpty() ? 0 : Integer.parseInt(text);
            return days < 0 || days > 3650 ? null : new KeepInTouch(days);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
