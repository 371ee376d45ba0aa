package app.kith.ui.review;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.DuplicateReview.Pair;
import app.kith.match.MatchWords;
import app.kith.match.Reason;
import app.kith.store.Customers.Customer;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.review.ReviewModel.Shown;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One group side by side: who they are, what speaks for and against, and property by property what they say, each value marked by how
 * it agrees with the others'; and beside them the record that a merge would give.
 */
final class GroupView extends VBox {
    private static final int FIRST = 1;

    private final Shown shown;
    private final Words words;
    private final Dates dates;
    private final List<CheckBox> taken = new ArrayList<>();
    private final ToggleGroup staying = new ToggleGroup();
    private final MergedRecord record = new MergedRecord();
    private final MergedColumn merged;

    GroupView(Shown shown, Words words, Dates dates) {
        super(16);
        this.shown = shown;
        this.words = words;
        this.dates = dates;
        merged = new MergedColumn(record, words);
        GridPane grid = new GridPane(16, 8);
        grid.getStyleClass().add("review-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(90);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < shown.customers().size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(60.0 / shown.customers().size());
            grid.getColumnConstraints().add(column);
            grid.add(head(i), i + FIRST, 0);
        }
        ColumnConstraints last = new ColumnConstraints();
        last.setHgrow(Priority.ALWAYS);
        last.setPercentWidth(28);
        grid.getColumnConstraints().add(last);
        int end = shown.customers().size() + FIRST;
        grid.add(Controls.column(4, Controls.label(words.get("review.merged"), "card-title"),
                Controls.paragraph(words.get("review.merged-text"), "fact-source")), end, 0);
        int row = 1;
        for (Property property : properties()) {
            Label name = Controls.label(words.get("record.property." + property.name().toLowerCase(Locale.ROOT)),
                    "fact-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.add(name, 0, row);
            for (int i = 0; i < shown.customers().size(); i++) {
                grid.add(cell(property, i), i + FIRST, row);
            }
            grid.add(merged.cell(property), end, row);
            row++;
        }
        getChildren().addAll(reasons(), grid);
        taken();
    }

    /** Takes in who is part of the merge. */
    private void taken() {
        List<Customer> part = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i).isSelected() || staying.getToggles().get(i).isSelected()) {
                part.add(shown.customers().get(i));
            }
        }
        record.take(part);
        merged.fill();
    }

    private Set<Property> properties() {
        Set<Property> properties = new TreeSet<>();
        shown.customers().forEach(customer -> customer.values().forEach(one -> properties.add(one.value().property())));
        properties.removeIf(property -> !property.isText());
        return properties;
    }

    /** What speaks for and against, of each pair that holds the group together. */
    private Node reasons() {
        FlowPane pairs = new FlowPane(32, 12);
        for (Pair pair : shown.group().pairs()) {
            VBox lines = Controls.column(4);
            if (shown.group().pairs().size() > 1) {
                lines.getChildren().add(Controls.label(
                        words.get("review.pair", name(pair.one()), name(pair.other())), "fact-name"));
            }
            for (Reason reason : pair.why()) {
                var line = Controls.label(MatchWords.of(words, reason),
                        reason.weight() < 0 ? "review-against" : "review-for");
                line.setGraphic(Controls.icon(reason.weight() < 0 ? "fth-minus" : "fth-plus"));
                lines.getChildren().add(line);
            }
            pairs.getChildren().add(lines);
        }
        return pairs;
    }

    private String name(long id) {
        return shown.customers().stream().filter(customer -> customer.row().id() == id).findFirst()
                .map(customer -> customer.row().name()).orElse("#" + id);
    }

    private Node head(int index) {
        Customer customer = shown.customers().get(index);
        CheckBox take = new CheckBox(customer.row().name());
        take.setSelected(true);
        take.getStyleClass().add("card-title");
        take.setMnemonicParsing(false);
        take.setAccessibleText(words.get("review.take", customer.row().name()));
        take.setOnAction(_ -> taken());
        taken.add(take);
        RadioButton stays = new RadioButton(words.get("review.stays"));
        stays.setToggleGroup(staying);
        stays.setSelected(index == 0);
        stays.setOnAction(_ -> taken());
        String mails = words.get("screen.customer.exchanged", customer.row().received(), customer.row().sent());
        String last = customer.row().lastContact() == null ? "" : " · " + dates.ago(customer.row().lastContact());
        return Controls.column(4, take, Controls.paragraph(mails + last, "fact-source"), stays);
    }

    private Node cell(Property property, int index) {
        VBox cell = Controls.column(2);
        for (ShownValue one : said(property, index)) {
            ValueMark mark = ValueMark.of(one.value(), others(property, index));
            Label label = Controls.paragraph(one.value().raw(), mark.style());
            label.setAccessibleText(one.value().raw() + ", " + words.get(mark.key()));
            cell.getChildren().add(label);
        }
        return cell;
    }

    private List<Value> others(Property property, int index) {
        List<Value> others = new ArrayList<>();
        for (int i = 0; i < shown.customers().size(); i++) {
            if (i != index) {
                said(property, i).forEach(one -> others.add(one.value()));
            }
        }
        return others;
    }

    private List<ShownValue> said(Property property, int index) {
        return shown.customers().get(index).values().stream().filter(one -> one.value().property() == property)
                .toList();
    }

    /** {@return number of the customer who stays} */
    long into() {
        int at = staying.getToggles().indexOf(staying.getSelectedToggle());
        return shown.customers().get(Math.max(0, at)).row().id();
    }

    /** {@return numbers of those who become part of it} */
    List<Long> others() {
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            long id = shown.customers().get(i).row().id();
            if (taken.get(i).isSelected() && id != into()) {
                others.add(id);
            }
        }
        return others;
    }

    /** {@return values that were chosen or written where another one would be shown by itself} */
    List<Value> chosen() {
        return record.chosen();
    }

    /** {@return values that are left out} */
    List<Value> dropped() {
        return record.dropped();
    }

    /** Chooses everywhere what one customer says, where it says something; and that one stays. */
    void prefer(int index) {
        if (index >= shown.customers().size()) {
            return;
        }
        staying.getToggles().get(index).setSelected(true);
        record.properties().stream().filter(property -> !property.isMany())
                .forEach(property -> said(property, index).stream().findFirst()
                        .ifPresent(one -> record.choose(one.value())));
        taken();
    }

    /** Goes to the values of the merged record. */
    void edit() {
        merged.focusFirst();
    }
}
