package app.kith.ui.customer;

import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.mail.Mailbox;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Standing;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.mail.ConversationCell;
import app.kith.ui.record.TimelineView;
import app.kith.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The page of a customer: who it is, how it stands, the conversations; or one of those, opened. */
public final class CustomerView extends StackPane {
    private static final double ROW = 60;

    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final NextStep nextStep;
    private long shown;
    private final Portrait picture;
    private final Label name = Controls.label("", "record-title");
    private final Label position = Controls.label("", "record-subtitle");
    private final Hyperlink company = new Hyperlink();
    private final Hyperlink email = new Hyperlink();
    private final Hyperlink phone = new Hyperlink();
    private final Label standing = Controls.paragraph("", "standing");
    private final FlowPane tags = Controls.flow(6);
    private final StageMark stage;
    private final ToggleButton timelineTab = new ToggleButton();
    private final ToggleButton mailTab = new ToggleButton();
    private final ToggleButton filesTab = new ToggleButton();
    private final Button details;
    private final CustomerModel model;
    private final TimelineView timeline;

    /**
     * What can be done with a customer.
     *
     * @param copy copies a text and says so
     * @param write begins a letter
     * @param company goes to the page of the customer's company
     * @param handOver writes a customer out, with a name, for somebody who takes over
     * @param erase takes a customer away
     * @param forGood erases a customer for good; null where that cannot be done
     * @param following what can be done about what is due
     */
    public record Acts(Consumer<String> copy, Consumer<Mailbox> write, LongConsumer company, HandingOver handOver,
            LongConsumer erase, @Nullable LongConsumer forGood, NextStep.Acts following) {}

    /**
     * What stands on the page beside the mail.
     *
     * @param timeline everything by day
     * @param files the customer's files
     * @param look has the files read
     * @param picture what the customer is known by at a glance
     */
    public record Parts(TimelineView timeline, Node files, Runnable look, Portrait picture) {}

    /** Hands a customer over. */
    public interface HandingOver {
        /**
         * Begins.
         *
         * @param contact number of the customer
         * @param name the customer's name
         */
        void begin(long contact, String name);
    }

    /**
     * Makes the page.
     *
     * @param model the customer
     * @param opened shows the conversation that is open; put over the list while there is one
     * @param words the language
     * @param dates writes dates
     * @param parts what stands on its tabs beside the mail
     * @param acts what can be done with the customer
     */
    public CustomerView(CustomerModel model, Node opened, Words words, Dates dates, Parts parts, Acts acts) {
        this.model = model;
        this.timeline = parts.timeline();
        this.picture = parts.picture();
        this.acts = acts;
        this.words = words;
        this.dates = dates;
        this.stage = new StageMark(model, words, dates);
        this.nextStep = new NextStep(words, dates, acts.following());
        details = Controls.button(words.get("screen.facts"), () -> {}, "flat");
        setDetails(new SimpleBooleanProperty(), () -> {});
        getStyleClass().add("record");
        ObjectProperty<@Nullable Long> picked = new SimpleObjectProperty<>();
        RowListView<ConversationRow> list = new RowListView<>(model.conversations(), picked, ROW,
                () -> new ConversationCell(model.conversations(), false, words, dates));
        list.setAccessibleText(words.get("screen.conversations"));
        list.getStyleClass().add("record-list");
        list.setOnOpened(() -> model.openedProperty().set(picked.get()));
        model.openedProperty().when(Controls.attached(this)).subscribe(now -> {
            if (now != null) {
                picked.set(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        VBox.setVgrow(parts.files(), Priority.ALWAYS);
        VBox page = Controls.column(0, head(), tabs(), timeline, list, parts.files());
        Controls.showWhen(parts.files(), filesTab.selectedProperty());
        filesTab.selectedProperty().subscribe(now -> {
            if (now) {
                parts.look().run();
            }
        });
        Controls.showWhen(timeline, timelineTab.selectedProperty());
        Controls.showWhen(list, mailTab.selectedProperty());
        Node nobody = Controls.empty("fth-user", words.get("screen.customer.nobody"),
                words.get("screen.customer.nobody-text"));
        getChildren().addAll(page, opened, nobody);
        Controls.showWhen(nobody, model.customerProperty().isNull());
        Controls.showWhen(page, model.customerProperty().isNotNull().and(model.openedProperty().isNull()));
        Controls.showWhen(opened, model.customerProperty().isNotNull().and(model.openedProperty().isNotNull()));
        model.customerProperty().when(Controls.attached(this)).subscribe(this::show);
        model.conversations().sizeProperty().when(Controls.attached(this)).subscribe(size -> mailTab
                .setText(words.count("screen.conversations-count", size.longValue())));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.openedProperty().get() != null) {
                model.openedProperty().set(null);
                (mailTab.isSelected() ? list : timeline).requestFocus();
                event.consume();
            }
        });
    }

    /** Everything by day, or the mail alone. */
    private Node tabs() {
        timelineTab.setText(words.get("record.timeline"));
        filesTab.setText(words.get("screen.nav.files"));
        SegmentedButton tabs = new SegmentedButton(timelineTab, mailTab, filesTab);
        timelineTab.setSelected(true);
        for (ToggleButton tab : tabs.getButtons()) {
            // A click on the one that is on must not put it off.
            tab.setOnAction(_ -> tab.setSelected(true));
        }
        HBox row = Controls.row(8, tabs, Controls.spring(), details);
        row.getStyleClass().add("record-tabs");
        return row;
    }

    /**
     * Says where the facts are while there is no room for them beside the page.
     *
     * @param folded whether there is none: then a button leads to them
     * @param show shows them, or puts them away
     */
    public void setDetails(ObservableValue<Boolean> folded, Runnable show) {
        details.setOnAction(_ -> show.run());
        Controls.showWhen(details, folded);
    }

    private Node head() {
        for (Hyperlink way : List.of(email, phone)) {
            way.getStyleClass().add("record-way");
            way.setOnAction(_ -> acts.copy().accept(way.getText()));
        }
        company.getStyleClass().add("record-way");
        company.setOnAction(_ -> acts.company().accept(shown));
        VBox text = Controls.column(2, name, Controls.flow(4, position, company), tags, stage.steps(),

                Controls.flow(12, email, phone), standing, nextStep);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button letter = Controls.button(words.get("write.write"),
                () -> acts.write().accept(new Mailbox(name.getText(), email.getText())));
        letter.setGraphic(Controls.icon("fth-edit-3"));
        letter.setMinWidth(USE_PREF_SIZE);
        letter.visibleProperty().bind(email.visibleProperty());
        MenuButton more = new MenuButton();
        more.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        more.setGraphic(Controls.icon("fth-more-horizontal"));
        more.setAccessibleText(words.get("record.more-acts"));
        more.setMinWidth(USE_PREF_SIZE);
        MenuItem gone = new MenuItem(words.get("record.erase"));
        gone.setOnAction(_ -> acts.erase().accept(shown));
        MenuItem over = new MenuItem(words.get("handover.begin"));
        over.setOnAction(_ -> handOver());
        more.getItems().addAll(over, gone);
        LongConsumer forGood = acts.forGood();
        if (forGood != null) {
            MenuItem erased = new MenuItem(words.get("erase.for-good"));
            erased.setOnAction(_ -> forGood.accept(shown));
            more.getItems().add(erased);
        }
        var head = Controls.row(16, picture, text, letter, more);
        head.getStyleClass().add("record-head");
        return head;
    }

    /**
     * Begins to write something down about the customer.
     *
     * @param kind what
     */
    public void write(Entry.Kind kind) {
        model.openedProperty().set(null);
        timelineTab.setSelected(true);
        timeline.write(kind);
    }

    /**
     * Goes to something that was written down about the customer who is shown.
     *
     * @param entry number of the activity or record
     */
    public void seek(long entry) {
        model.openedProperty().set(null);
        timelineTab.setSelected(true);
        timeline.seek(entry);
    }

    /** Hands the customer over who is shown, if any. */
    public void handOver() {
        if (model.customerProperty().get() != null) {
            acts.handOver().begin(shown, name.getText());
        }
    }

    private void show(@Nullable Customer customer) {
        if (customer == null) {
            return;
        }
        CustomerRow row = customer.row();
        picture.show(customer);
        name.setText(row.name());
        shown = row.id();
        say(position, row.title().isEmpty() || row.company().isEmpty() ? row.title() : row.title() + " ·");
        say(company, row.company());
        company.setAccessibleText(words.get("company.of", row.company()));
        stage.show(row);
        tags.getChildren().setAll(Stream.concat(Stream.of(stage.mark()),
                row.tags().stream().map(tag -> Controls.label("#" + tag, "tag"))).toList());
        boolean marked = !row.stage().isEmpty() || !row.tags().isEmpty();
        tags.setVisible(marked);
        tags.setManaged(marked);
        say(email, customer.address());
        say(phone, phone(customer));
        for (Hyperlink way : List.of(email, phone)) {
            way.setAccessibleText(words.get("screen.copy-what", way.getText()));
        }
        standing.setText(standing(row));
        nextStep.show(row);
    }

    private static void say(Labeled where, String text) {
        where.setText(text);
        where.setVisible(!text.isEmpty());
        where.setManaged(!text.isEmpty());
    }

    /** A mobile telephone before others, but no fax. */
    private static String phone(Customer customer) {
        return customer.values().stream().map(ShownValue::value).filter(value -> value.property() == Property.PHONE
                && !value.label().contains("fax"))
                .min(Comparator.comparing(value -> !value.label().contains("mobile"))).map(Value::raw).orElse("");
    }

    private String standing(CustomerRow row) {
        Instant last = row.lastContact();
        if (last == null) {
            return words.get("screen.customer.no-mail");
        }
        String who = words.get(
                row.lastOutgoing() ? "screen.customer.you-wrote-last" : "screen.customer.they-wrote-last",
                dates.ago(last));
        List<String> parts = new ArrayList<>(List.of(who));
        Standing due = row.standing();
        if (due.owesSince() != null && due.isYourTurn(dates.now())) {
            parts.add(words.get("follow.owe-since", dates.brief(due.owesSince())));
        } else if (due.waitsSince() != null && due.isWaiting(dates.now())) {
            parts.add(words.get("follow.wait-since", dates.brief(due.waitsSince())));
        }
        Instant real = due.lastReal();
        if (real != null && real.isBefore(dates.now().minus(Customers.DORMANT))) {
            parts.add(words.get("follow.dormant-since",
                    words.count("follow.days", Duration.between(real, dates.now()).toDays())));
        }
        return String.join(" · ", parts);
    }
}
