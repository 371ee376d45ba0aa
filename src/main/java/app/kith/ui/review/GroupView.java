package app.kith.ui.review;

import app.kith.contact.CardStack;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.DuplicateReview.Pair;
import app.kith.match.Reason;
import app.kith.match.MatchWords;
import app.kith.store.Customers.Customer;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.review.ReviewModel.Shown;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One group side by side: who they are, what speaks for and against, and property by property what they say. What differs is marked,
 * and where only one value can be shown one of them is chosen.
 */
final class GroupView extends VBox {
    private static final int FIRST = 1;

    private final Shown shown;
    private final Words words;
    private final Dates dates;
    private final List<CheckBox> taken = new ArrayList<>();
    private final ToggleGroup staying = new ToggleGroup();
    private final Map<Property, ToggleGroup> choices = new EnumMap<>(Property.class);

    GroupView(Shown shown, Words words, Dates dates) {
        super(16);
        this.shown = shown;
        this.words = words;
        this.dates = dates;
        GridPane grid = new GridPane(16, 8);
        grid.getStyleClass().add("review-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(90);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < shown.customers().size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(84.0 / shown.customers().size());
            grid.getColumnConstraints().add(column);
            grid.add(head(i), i + FIRST, 0);
        }
        int row = 1;
        for (Property property : properties()) {
            grid.add(Controls.label(words.get("record.property." + property.name().toLowerCase(Locale.ROOT)),
                    "fact-name"), 0, row);
            for (int i = 0; i < shown.customers().size(); i++) {
                grid.add(cell(property, i), i + FIRST, row);
            }
            row++;
        }
        getChildren().addAll(reasons(), grid);
    }

    private Set<Property> properties() {
        Set<Property> properties = new TreeSet<>();
        shown.customers().forEach(customer -> customer.values().forEach(one -> properties.add(one.value().property())));
        properties.remove(Property.KIND);
        properties.remove(Property.PHOTO);
        properties.remove(Property.OTHER);
        return properties;
    }

    /** What speaks for and against, of each pair that holds the group together. */
    private Node reasons() {
        VBox lines = Controls.column(4);
        for (Pair pair : shown.group().pairs()) {
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
        }
        return lines;
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
        taken.add(take);
        RadioButton stays = new RadioButton(words.get("review.stays"));
        stays.setToggleGroup(staying);
        stays.setSelected(index == 0);
        String mails = words.get("screen.customer.exchanged", customer.row().received(), customer.row().sent());
        String last = customer.row().lastContact() == null ? "" : " · " + dates.ago(customer.row().lastContact());
        return Controls.column(4, take, Controls.paragraph(mails + last, "fact-source"), stays);
    }

    private Node cell(Property property, int index) {
        List<ShownValue> said = said(property, index);
        VBox cell = Controls.column(2);
        boolean one = !property.isMany() && isConflict(property);
        for (ShownValue value : said) {
            String text = value.value().raw();
            if (one && value.equals(said.getFirst())) {
                ToggleGroup group = choices.computeIfAbsent(property, _ -> new ToggleGroup());
                RadioButton choice = new RadioButton(text);
                choice.getStyleClass().add("review-choice");
                choice.setMnemonicParsing(false);
                choice.setWrapText(true);
                choice.setToggleGroup(group);
                choice.setUserData(value.value());
                choice.setSelected(group.getToggles().size() == 1);
                cell.getChildren().add(choice);
            } else {
                cell.getChildren().add(Controls.paragraph(text, mark(property, value.value())));
            }
        }
        return cell;
    }

    private List<ShownValue> said(Property property, int index) {
        return shown.customers().get(index).values().stream().filter(one -> one.value().property() == property)
                .toList();
    }

    /** Whether two customers say different things where only one can hold. */
    private boolean isConflict(Property property) {
        long different = 0;
        Value first = null;
        for (int i = 0; i < shown.customers().size(); i++) {
            List<ShownValue> said = said(property, i);
            if (!said.isEmpty()) {
                Value value = said.getFirst().value();
                different += first != null && !first.saysTheSame(value) ? 1 : 0;
                first = first == null ? value : first;
            }
        }
        return different > 0;
    }

    /** Equal where another says the same; else only here. */
    private String mark(Property property, Value value) {
        long saying = 0;
        for (int i = 0; i < shown.customers().size(); i++) {
            saying += said(property, i).stream().anyMatch(one -> one.value().saysTheSame(value)) ? 1 : 0;
        }
        return saying > 1 ? "review-equal" : "review-only";
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

    /** {@return values that were chosen where another one would be shown by itself} */
    List<Value> chosen() {
        List<CardStack.Said> said = new ArrayList<>();
        shown.customers().forEach(customer -> customer.values().forEach(
                one -> one.origins().forEach(origin -> said.add(new CardStack.Said(one.value(), origin)))));
        said.sort(Comparator.comparingLong(one -> one.origin().card()));
        CardStack merged = new CardStack(said);
        return choices.values().stream().map(ToggleGroup::getSelectedToggle)
                .filter(toggle -> toggle != null && toggle.getUserData() instanceof Value)
                .map(toggle -> (Value) toggle.getUserData())
                .filter(value -> merged.best(value.property()).filter(value::saysTheSame).isEmpty()).toList();
    }

    /** Chooses everywhere what one customer says, where it says something; and that one stays. */
    void prefer(int index) {
        if (index >= shown.customers().size()) {
            return;
        }
        staying.getToggles().get(index).setSelected(true);
        choices.forEach((property, group) -> said(property, index).stream().findFirst()
                .flatMap(value -> group.getToggles().stream()
                        .filter(toggle -> value.value().equals(toggle.getUserData())).findFirst())
                .ifPresent(toggle -> toggle.setSelected(true)));
    }
}
