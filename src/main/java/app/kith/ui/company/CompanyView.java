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
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The page of a company: what it is, its people, their mail together, their records. */
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
    private final ToggleButton recordsTab = new ToggleButton();
    private final ListView<Entry> records = new ListView<>();

    /**
     * Where the page leads.
     *
     * @param customer opens a customer
     * @param mail opens a conversation
     */
    public record Acts(LongConsumer customer, LongConsumer mail) {}

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
        records.getStyleClass().addAll("row-list", "record-list");
        records.setAccessibleText(words.get("company.records"));
        records.setCellFactory(_ -> new EntryCell());
        records.setPlaceholder(Controls.paragraph(words.get("company.no-records"), "muted"));
        VBox page = Controls.column(0, head(), tabs(), people, mail, records);
        Stream.of(people, mail, records).forEach(list -> VBox.setVgrow(list, Priority.ALWAYS));
        Controls.showWhen(people, peopleTab.selectedProperty());
        Controls.showWhen(mail, mailTab.selectedProperty());
        Controls.showWhen(records, recordsTab.selectedProperty());
        Node nobody = Controls.empty("fth-briefcase", words.get("company.none"), words.get("company.none-text"));
        getChildren().addAll(page, nobody);
        Controls.showWhen(nobody, model.companyProperty().isNull());
        Controls.showWhen(page, model.companyProperty().isNotNull());
        model.companyProperty().when(Controls.attached(this)).subscribe(this::show);
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

    private Node head() {
        VBox text = Controls.column(2, name, domains, standing);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = Controls.row(16, picture, text);
        head.getStyleClass().add("record-head");
        return head;
    }

    private Node tabs() {
        SegmentedButton tabs = new SegmentedButton(peopleTab, mailTab, recordsTab);
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
        peopleTab.setText(words.count("company.people", row.people()));
        mailTab.setText(words.count("screen.conversations-count", company.conversations().length));
        recordsTab.setText(words.count("company.records-count", company.records().size()));
        records.getItems().setAll(company.records());
    }

    /** A record in two lines: what it is and when; number, amount and state. */
    private final class EntryCell extends ListCell<Entry> {
        EntryCell() {
            getStyleClass().add("row-cell");
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(null);
            if (entry == null || empty) {
                return;
            }
            String kind = words.get("record.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
            String title = Stream.of(kind, entry.number(), entry.title()).filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            String amount = entry.amount() == null ? "" : entry.amount().toPlainString() + " " + entry.currency();
            String rest = List.of(amount.strip(), entry.state()).stream().filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            VBox text = Controls.column(2,
                    Controls.row(8, Controls.label(title, "row-title"), Controls.spring(),
                            Controls.label(dates.brief(entry.at()), "row-when")),
                    Controls.label(rest, "row-text"));
            setGraphic(text);
            setAccessibleText(Controls.spoken(text));
        }
    }
}
