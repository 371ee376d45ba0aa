package app.kith.ui.company;

import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.store.Companies.Company;
import app.kith.store.Companies.CompanyRow;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.customer.CustomerCell;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.mail.ConversationCell;
import app.kith.ui.record.TimelineView;
import app.kith.words.Words;
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
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The page of a company: what it is, its people, what happened with them by day, their mail and their files together. */
public final class CompanyView extends StackPane {
    private static final double PERSON = 64;
    private static final double TALK = 60;

    private final CompanyModel model;
    private final Parts parts;
    private final Words words;
    private final Dates dates;
    private final StackPane picture = new StackPane();
    private final Label name = Controls.paragraph("", "record-title");
    private final FlowPane tags = Controls.flow(4);
    private final Label domains = Controls.paragraph("", "muted");
    private final Label standing = Controls.paragraph("", "standing");
    private final ToggleButton peopleTab = new ToggleButton();
    private final ToggleButton timelineTab = new ToggleButton();
    private final ToggleButton mailTab = new ToggleButton();
    private final ToggleButton filesTab = new ToggleButton();
    private final Button details;
    private final Button letter = Controls.button("", () -> {});
    private final Button card;
    private final PersonChoice whose;
    private List<Long> chosen = List.of();

    /**
     * What stands on the page beside its people and their mail.
     *
     * @param card the company's own card, for what stands in the head
     * @param timeline what happened with all of its people by day
     * @param files their files
     * @param look has the files read
     */
    public record Parts(ObservableValue<@Nullable Customer> card, TimelineView timeline, Node files, Runnable look) {}

    /**
     * Where the page leads.
     *
     * @param customer opens a customer
     * @param mail opens a conversation
     * @param write begins a letter to the first of some customers who has an address, or to all who have one: to those who were chosen
     */
    public record Acts(LongConsumer customer, LongConsumer mail, Consumer<Letter> write) {}

    /**
     * To whom a letter goes.
     *
     * @param people numbers of customers, the likeliest first
     * @param all whether it goes to all of them who have an address, and not only to the first
     */
    public record Letter(List<Long> people, boolean all) {

        /** Keeps its own copy. */
        public Letter {
            people = List.copyOf(people);
        }
    }

    /**
     * Makes the page.
     *
     * @param model the company
     * @param words the language
     * @param dates writes dates
     * @param parts what stands on the page beside its people and their mail
     * @param acts where it leads
     */
    public CompanyView(CompanyModel model, Words words, Dates dates, Parts parts, Acts acts) {
        this.model = model;
        this.parts = parts;
        this.words = words;
        this.dates = dates;
        this.whose = new PersonChoice(words);
        parts.timeline().setWhose(whose.chosenProperty(), whose);
        card = Controls.iconButton("fth-external-link", words.get("company.card"), () -> openCard(acts));
        details = Controls.button(words.get("screen.facts"), () -> {}, "flat");
        setDetails(new SimpleBooleanProperty(), () -> {});
        getStyleClass().add("record");
        Node people = people(acts);
        Node mail = mail(acts);
        List<Node> bodies = List.of(people, parts.timeline(), mail, parts.files());
        VBox page = Controls.column(0, head(acts), tabs());
        page.getChildren().addAll(bodies);
        bodies.forEach(body -> VBox.setVgrow(body, Priority.ALWAYS));
        Controls.showWhen(people, peopleTab.selectedProperty());
        Controls.showWhen(parts.timeline(), timelineTab.selectedProperty());
        Controls.showWhen(mail, mailTab.selectedProperty());
        Controls.showWhen(parts.files(), filesTab.selectedProperty());
        filesTab.selectedProperty().subscribe(now -> {
            if (now) {
                parts.look().run();
            }
        });
        Node nobody = Controls.empty("fth-briefcase", words.get("company.none"), words.get("company.none-text"));
        getChildren().addAll(page, nobody);
        Controls.showWhen(nobody, model.companyProperty().isNull());
        Controls.showWhen(page, model.companyProperty().isNotNull());
        model.companyProperty().when(Controls.attached(this)).subscribe(this::show);
        parts.card().when(Controls.attached(this)).subscribe(_ -> show(model.companyProperty().get()));
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

    /**
     * Begins to write something down about the person of the company whom the user was in touch with last; it can still be another.
     *
     * @param kind what
     */
    public void write(Entry.Kind kind) {
        timelineTab.setSelected(true);
        parts.timeline().write(kind);
    }

    private Node people(Acts acts) {
        ObjectProperty<@Nullable Long> picked = new SimpleObjectProperty<>();
        RowListView<CustomerRow> list = new RowListView<>(model.people(), picked, PERSON,
                () -> new CustomerCell(model.people()::get, words, dates));
        list.setAccessibleText(words.get("company.people-there"));
        list.getStyleClass().add("record-list");
        list.setOnOpened(() -> open(picked.get(), acts.customer()));
        list.setOnChosen(now -> {
            chosen = now;
            sayLetter();
        });
        model.idProperty().when(Controls.attached(this)).subscribe(_ -> picked.set(null));
        return list;
    }

    private Node mail(Acts acts) {
        ObjectProperty<@Nullable Long> picked = new SimpleObjectProperty<>();
        RowListView<ConversationRow> list = new RowListView<>(model.conversations(), picked, TALK,
                () -> new ConversationCell(model.conversations(), true, words, dates));
        list.setAccessibleText(words.get("screen.conversations"));
        list.getStyleClass().add("record-list");
        list.setOnOpened(() -> open(picked.get(), acts.mail()));
        return list;
    }

    private static void open(@Nullable Long id, LongConsumer where) {
        if (id != null) {
            where.accept(id);
        }
    }

    private void openCard(Acts acts) {
        Company company = model.companyProperty().get();
        open(company == null ? null : company.card(), acts.customer());
    }

    /** Those who are chosen in the list of people; else whoever was mailed last. */
    private void begin(Acts acts) {
        Company company = model.companyProperty().get();
        if (company != null) {
            acts.write().accept(chosen.isEmpty() ? new Letter(company.members(), false) : new Letter(chosen, true));
        }
    }

    private void sayLetter() {
        letter.setText(chosen.isEmpty() ? words.get("write.write") : words.count("company.write-to", chosen.size()));
    }

    private Node head(Acts acts) {
        letter.setGraphic(Controls.icon("fth-edit-3"));
        letter.setOnAction(_ -> begin(acts));
        letter.setMinWidth(USE_PREF_SIZE);
        sayLetter();
        card.setMinWidth(USE_PREF_SIZE);
        VBox text = Controls.column(2, name, domains, tags, standing);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = Controls.row(16, picture, text, letter, card);
        head.getStyleClass().add("record-head");
        return head;
    }

    private Node tabs() {
        timelineTab.setText(words.get("record.timeline"));
        filesTab.setText(words.get("screen.nav.files"));
        SegmentedButton tabs = new SegmentedButton(peopleTab, timelineTab, mailTab, filesTab);
        peopleTab.setSelected(true);
        for (ToggleButton tab : tabs.getButtons()) {
            // A click on the one that is on must not put it off.
            tab.setOnAction(_ -> tab.setSelected(true));
        }
        HBox row = Controls.row(8, tabs, Controls.spring(), details);
        row.getStyleClass().add("record-tabs");
        return row;
    }

    private void show(@Nullable Company company) {
        if (company == null) {
            return;
        }
        CompanyRow row = company.row();
        Customer own = parts.card().getValue();
        boolean known = own != null && company.card() != null && own.row().id() == company.card();
        picture.getChildren().setAll(Controls.avatar(row.name(), "large"));
        name.setText(row.name());
        domains.setText(String.join(" · ", known ? domains(row, own) : row.domains()));
        domains.setManaged(!domains.getText().isEmpty());
        tags.getChildren().setAll(known ? tags(own.row()) : List.of());
        tags.setManaged(!tags.getChildren().isEmpty());
        String last = row.lastContact() == null
                ? words.get("screen.customer.no-mail")
                : words.get("company.last", dates.ago(row.lastContact()));
        standing.setText(words.count("company.people", row.people()) + " · " + last);
        card.setVisible(company.card() != null);
        card.setManaged(company.card() != null);
        peopleTab.setText(words.count("company.people", row.people()));
        mailTab.setText(words.count("screen.conversations-count", company.conversations().length));
        whose.offer(company);
    }

    /** Those from which its people write, and those that its card names. */
    private static List<String> domains(CompanyRow row, Customer own) {
        return Stream.concat(row.domains().stream(), own.values().stream().map(ShownValue::value)
                .filter(value -> value.property() == Property.DOMAIN).map(value -> value.normal())).distinct().toList();
    }

    private static List<Label> tags(CustomerRow own) {
        return Stream.concat(Stream.of(own.stage()).filter(stage -> !stage.isEmpty()),
                own.tags().stream().map(tag -> "#" + tag)).map(tag -> Controls.label(tag, "tag")).toList();
    }
}
