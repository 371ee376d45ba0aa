package app.kith.ui.company;

import app.kith.contact.Entry;
import app.kith.store.Companies.Company;
import app.kith.store.Companies.CompanyRow;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.customer.CustomerCell;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.mail.ConversationCell;
import app.kith.words.Words;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The page of a company: what it is, its people, their mail together, what was done and agreed with them. */
public final class CompanyView extends StackPane {
    private static final double PERSON = 64;
    private static final double TALK = 60;

    private final Words words;
    private final Dates dates;
    private final StackPane picture = new StackPane();
    private final Label name = Controls.paragraph("", "record-title");
    private final Label domains = Controls.paragraph("", "muted");
    private final Label standing = Controls.paragraph("", "standing");
    private final ToggleButton peopleTab = new ToggleButton();
    private final ToggleButton mailTab = new ToggleButton();
    private final ToggleButton entriesTab = new ToggleButton();
    private final Button card = Controls.button("", () -> {});
    private final ListView<Entry> entries = new ListView<>();

    /**
     * Where the page leads.
     *
     * @param customer opens a customer
     * @param mail opens a conversation
     * @param card makes a card for the company of a name, and opens it
     */
    public record Acts(LongConsumer customer, LongConsumer mail, Consumer<String> card) {}

    /**
     * Makes the page.
     *
     * @param model the company
     * @param words the language
     * @param dates writes dates
     * @param acts where it leads
     */
    public CompanyView(CompanyModel model, Words words, Dates dates, Acts acts) {
        this.words = words;
        this.dates = dates;
        getStyleClass().add("record");
        Node people = people(model, acts);
        Node mail = mail(model, acts);
        entries.getStyleClass().addAll("row-list", "record-list");
        entries.setAccessibleText(words.get("company.entries"));
        entries.setCellFactory(_ -> new CompanyEntryCell(entry -> who(model, entry), words, dates));
        entries.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openEntry(acts);
            }
        });
        entries.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openEntry(acts);
                event.consume();
            }
        });
        entries.setPlaceholder(Controls.paragraph(words.get("company.no-entries"), "muted"));
        VBox page = Controls.column(0, head(model, acts), tabs(), people, mail, entries);
        Stream.of(people, mail, entries).forEach(list -> VBox.setVgrow(list, Priority.ALWAYS));
        Controls.showWhen(people, peopleTab.selectedProperty());
        Controls.showWhen(mail, mailTab.selectedProperty());
        Controls.showWhen(entries, entriesTab.selectedProperty());
        Node nobody = Controls.empty("fth-briefcase", words.get("company.none"), words.get("company.none-text"));
        getChildren().addAll(page, nobody);
        Controls.showWhen(nobody, model.companyProperty().isNull());
        Controls.showWhen(page, model.companyProperty().isNotNull());
        model.companyProperty().when(Controls.attached(this)).subscribe(this::show);
    }

    /** Whose an entry is; nothing where it is the company's own. */
    private static String who(CompanyModel model, Entry entry) {
        Company company = model.companyProperty().get();
        return company == null
                ? ""
                : company.people().stream().filter(one -> one.id() == entry.contact())
                        .map(CustomerRow::name).findFirst().orElse("");
    }

    private void openEntry(Acts acts) {
        Entry entry = entries.getSelectionModel().getSelectedItem();
        if (entry != null) {
            acts.customer().accept(entry.contact());
        }
    }

    private Node people(CompanyModel model, Acts acts) {
        ObjectProperty<@Nullable Long> picked = new SimpleObjectProperty<>();
        RowListView<CustomerRow> list = new RowListView<>(model.people(), picked, PERSON,
                () -> new CustomerCell(model.people()::get, words, dates));
        list.setAccessibleText(words.get("company.people-there"));
        list.getStyleClass().add("record-list");
        list.setOnOpened(() -> open(picked.get(), acts.customer()));
        return list;
    }

    private Node mail(CompanyModel model, Acts acts) {
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

    private Node head(CompanyModel model, Acts acts) {
        card.setOnAction(_ -> {
            Company company = model.companyProperty().get();
            if (company != null && company.card() != null) {
                acts.customer().accept(company.card());
            } else if (company != null) {
                acts.card().accept(company.row().name());
            }
        });
        card.setMinWidth(USE_PREF_SIZE);
        VBox text = Controls.column(2, name, domains, standing);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = Controls.row(16, picture, text, card);
        head.getStyleClass().add("record-head");
        return head;
    }

    private Node tabs() {
        SegmentedButton tabs = new SegmentedButton(peopleTab, mailTab, entriesTab);
        peopleTab.setSelected(true);
        for (ToggleButton tab : tabs.getButtons()) {
            // A click on the one that is on must not put it off.
            tab.setOnAction(_ -> tab.setSelected(true));
        }
        HBox row = Controls.row(8, tabs);
        row.getStyleClass().add("record-tabs");
        return row;
    }

    private void show(@Nullable Company company) {
        if (company == null) {
            return;
        }
        CompanyRow row = company.row();
        picture.getChildren().setAll(Controls.avatar(row.name(), "large"));
        name.setText(row.name());
        domains.setText(String.join(" · ", row.domains()));
        domains.setManaged(!row.domains().isEmpty());
        String last = row.lastContact() == null
                ? words.get("screen.customer.no-mail")
                : words.get("company.last", dates.ago(row.lastContact()));
        standing.setText(words.count("company.people", row.people()) + " · " + last);
        card.setText(words.get(company.card() == null ? "company.make-card" : "company.card"));
        peopleTab.setText(words.count("company.people", row.people()));
        mailTab.setText(words.count("screen.conversations-count", company.conversations().length));
        entriesTab.setText(words.count("company.entries-count", company.entries().size()));
        entries.getItems().setAll(company.entries());
    }
}
