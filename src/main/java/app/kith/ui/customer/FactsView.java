package app.kith.ui.customer;

import app.kith.contact.Masked;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.ShownValue.Why;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.Customers.AddressRow;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.DueView.Rhythm;
import app.kith.store.FormerValues.Former;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.record.FactForm;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, each value with where it came from. A click copies. */
public final class FactsView extends ScrollPane {
    private final Words words;
    private final Dates dates;
    private final Around around;
    private final FactWays ways;
    private final FactText texts;
    private final RecordActs acts;
    private final CustomerModel model;
    private final ObservableValue<@Nullable Rhythm> rhythm;
    private final Set<Value> open = new HashSet<>();
    private @Nullable PastFacts past;
    private final Node nobody;
    private final VBox adding = Controls.column(0);
    private final VBox column = Controls.column(16);

    /**
     * What the view needs of what is around it.
     *
     * @param ways what can be done with a value
     * @param go goes to another customer
     * @param people finds customers by what is typed; blocks
     * @param background where work is done
     */
    public record Around(FactWays.Acts ways, LongConsumer go, Function<String, List<CustomerRow>> people,
            Background background) {}

    /**
     * Makes the view.
     *
     * @param customer whose facts
     * @param stranger whether somebody is shown beside this who may be no customer; that is then said
     * @param words the language
     * @param dates writes dates
     * @param around what it needs of what is around it
     * @param acts what can be done
     */
    public FactsView(CustomerModel customer, ObservableValue<Boolean> stranger, Words words,
            Dates dates, Around around, RecordActs acts) {
        this.words = words;
        this.dates = dates;
        this.around = around;
        this.ways = new FactWays(words, around.ways());
        this.texts = new FactText(words, dates);
        this.model = customer;
        this.acts = acts;
        this.rhythm = customer.rhythmProperty();
        this.nobody = Controls.paragraph(words.get("screen.facts.nobody"), "muted");
        Controls.showWhen(nobody, stranger);
        getStyleClass().add("facts");
        setFitToWidth(true);
        Controls.showWhen(adding, Bindings.isNotEmpty(adding.getChildren()));
        column.getStyleClass().add("facts-body");
        setContent(column);
        customer.customerProperty().when(Controls.attached(this)).subscribe(this::show);
        customer.relatedProperty().when(Controls.attached(this))
                .subscribe(_ -> show(customer.customerProperty().get()));
    }

    private void show(@Nullable Customer customer) {
        column.getChildren().clear();
        if (customer == null) {
            column.getChildren().add(nobody);
            return;
        }
        long id = customer.row().id();
        if (adding.getUserData() == null || !adding.getUserData().equals(id)) {
            adding.getChildren().clear();
            adding.setUserData(id);
            open.clear();
            past = null;
        }
        if (past != null) {
            column.getChildren().add(past);
            return;
        }
        column.getChildren().add(Controls.row(8, Controls.label(words.get("screen.facts"), "section-title"),
                Controls.spring(), Controls.iconButton("fth-calendar", words.get("record.past"), () -> turn(true)),
                Controls.iconButton("fth-plus", words.get("record.add-fact"), () -> add(id))));
        column.getChildren().add(adding);
        customer.values().stream().filter(shown -> shown.value().property().isText()
                && shown.value().property() != Property.RELATION)
                .forEach(shown -> column.getChildren().add(fact(id, shown)));
        column.getChildren().add(new RelationsView(id, model.relatedProperty().get(), words, around, acts));
        if (!customer.addresses().isEmpty()) {
            column.getChildren().add(Controls.label(words.get("screen.facts.mail"), "section-title"));
            Rhythm now = rhythm.getValue();
            if (now != null) {
                VBox lines = Controls.column(2);
                rhythm(now).forEach(line -> lines.getChildren().add(Controls.paragraph(line, "fact-source")));
                column.getChildren().add(lines);
            }
            customer.addresses().forEach(address -> column.getChildren().add(exchange(address)));
        }
    }

    /** Shows what was known at the end of a day, or again what is known now. */
    private void turn(boolean back) {
        past = back ? new PastFacts(model, texts, words, dates, acts::isSensitive, () -> turn(false)) : null;
        show(model.customerProperty().get());
    }

    private void add(long contact) {
        FactForm form = new FactForm(null, words, acts, known(),
                value -> acts.edit(contact, List.of(value), List.of()),
                adding.getChildren()::clear);
        adding.getChildren().setAll(form);
        form.begin();
    }

    private List<Value> known() {
        Customer customer = model.customerProperty().get();
        return customer == null ? List.of() : customer.values().stream().map(ShownValue::value).toList();
    }

    private Node fact(long contact, ShownValue shown) {
        Value value = shown.value();
        StackPane place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        VBox fact = Controls.column(2,
                Controls.row(4,
                        Controls.label(texts.name(value), "fact-name"),
                        Controls.spring(), menu(contact, shown, place)),
                said(value), Controls.paragraph(texts.why(shown), "fact-source"));
        fact.getStyleClass().add("fact");
        place.getChildren().add(fact);
        return place;
    }

    /** What is sensitive shows only its ends until a press of a key or button; a click on it copies nothing before. */
    private Node said(Value value) {
        if (!acts.isSensitive(value)) {
            return ways.of(value, texts.text(value), name());
        }
        boolean shown = open.contains(value);
        StackPane place = new StackPane(shown ? ways.copied(texts.text(value)) : texts.hidden(value));
        place.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        Node turn = Controls.iconButton(shown ? "fth-eye-off" : "fth-eye",
                words.get(shown ? "list.hide" : "list.show"), () -> {
                    if (!open.remove(value)) {
                        open.add(value);
                    }
                    show(model.customerProperty().get());
                });
        return Controls.row(4, Controls.icon("fth-lock"), place, turn);
    }

    private Node menu(long contact, ShownValue shown, StackPane place) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow", "fact-menu");
        menu.setGraphic(Controls.icon("fth-more-horizontal"));
        menu.setAccessibleText(words.get("record.fact-acts",
                acts.isSensitive(shown.value()) ? Masked.of(shown.value().raw()) : shown.value().raw()));
        MenuItem edit = new MenuItem(words.get("record.change-fact"));
        edit.setOnAction(_ -> change(contact, shown.value(), place));
        menu.getItems().add(edit);
        if (shown.why() != Why.TYPED && shown.why() != Why.CONFIRMED) {
            MenuItem right = new MenuItem(words.get("record.confirm-fact"));
            right.setOnAction(_ -> acts.confirm(contact, shown.value()));
            menu.getItems().add(right);
        }
        MenuItem wrong = new MenuItem(words.get("record.deny-fact"));
        wrong.setOnAction(_ -> acts.edit(contact, List.of(), List.of(shown.value())));
        menu.getItems().add(wrong);
        MenuItem former = new MenuItem(words.get("record.former"));
        former.setOnAction(_ -> model.former(shown.value().property(), all -> former(all, place)));
        menu.getItems().add(former);
        shown.origins().stream().map(Origin::source).filter(source -> source.kind() != Source.Kind.HAND).distinct()
                .forEach(source -> {
                    MenuItem all = new MenuItem(words.get("record.withdraw-source", source.place()));
                    all.setOnAction(_ -> acts.withdraw(source));
                    all.setMnemonicParsing(false);
                    menu.getItems().add(all);
                });
        return menu;
    }

    /** Shows below a fact what was known in its place before; the same again puts it away. */
    private void former(List<Former> all, StackPane place) {
        if (!(place.getChildren().getFirst() instanceof VBox fact)) {
            return;
        }
        if (fact.getChildren().removeIf(node -> node.getStyleClass().contains("former"))) {
            return;
        }
        VBox lines = Controls.column(4);
        lines.getStyleClass().add("former");
        if (all.isEmpty()) {
            lines.getChildren().add(Controls.paragraph(words.get("record.former-none"), "fact-source"));
        }
        for (Former one : all) {
            Value value = one.value();
            Node said = acts.isSensitive(value) ? texts.hidden(value) : ways.copied(texts.text(value));
            String name = texts.name(value);
            String source = words.get("screen.source." + one.source().kind().name().toLowerCase(Locale.ROOT),
                    one.source().place());
            lines.getChildren().add(Controls.column(0, said, Controls.paragraph(words.get("record.former-line", name,
                    dates.day(one.from()), dates.day(one.until()), source), "fact-source")));
        }
        fact.getChildren().add(lines);
    }

    private void change(long contact, Value value, StackPane place) {
        Node fact = place.getChildren().getFirst();
        FactForm form = new FactForm(value, words, acts, known(), now -> {
            if (!now.raw().equals(value.raw()) || !now.label().equals(value.label())) {
                acts.edit(contact, List.of(now), now.saysTheSame(value) ? List.of() : List.of(value));
            }
        }, () -> place.getChildren().setAll(fact));
        place.getChildren().setAll(form);
        form.begin();
    }

    private String name() {
        Customer customer = model.customerProperty().get();
        return customer == null ? "" : customer.row().name();
    }

    /** How long answers take, and how much was written lately. */
    private List<String> rhythm(Rhythm now) {
        List<String> lines = new ArrayList<>();
        now.times().mine().ifPresent(hours -> lines.add(words.get("follow.reply-mine", span(hours))));
        now.times().theirs().ifPresent(hours -> lines.add(words.get("follow.reply-theirs", span(hours))));
        lines.add(words.get("follow.mails-90", now.mails()));
        return lines;
    }

    /** Hours up to two days, then days. */
    private String span(double hours) {
        return hours < 48
                ? words.count("follow.hours", Math.max(1, Math.round(hours)))
                : words.count("follow.days", Math.round(hours / 24));
    }

    private Node exchange(AddressRow address) {
        VBox row = Controls.column(2, ways.mail(address.email(), name()),
                Controls.paragraph(words.get("screen.customer.exchanged", address.received(), address.sent()),
                        "muted"));
        if (address.lastIn() != null) {
            row.getChildren().add(Controls.paragraph(words.get("screen.facts.last-in", dates.full(address.lastIn())),
                    "fact-source"));
        }
        if (address.lastOut() != null) {
            row.getChildren().add(Controls.paragraph(words.get("screen.facts.last-out", dates.full(address.lastOut())),
                    "fact-source"));
        }
        row.getStyleClass().add("fact");
        return row;
    }
}
