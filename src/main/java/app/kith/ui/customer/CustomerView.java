package app.kith.ui.customer;

import app.kith.mail.Mailbox;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.mail.ConversationCell;
import app.kith.words.Words;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of a customer: who it is, how it stands, the conversations; or one of those, opened. */
public final class CustomerView extends StackPane {
    private static final double ROW = 60;

    private final Words words;
    private final Dates dates;
    private final Consumer<String> copy;
    private final Consumer<Mailbox> write;
    private final StackPane picture = new StackPane();
    private final Label name = Controls.label("", "record-title");
    private final Label company = Controls.label("", "record-subtitle");
    private final Hyperlink email = new Hyperlink();
    private final Label standing = Controls.paragraph("", "standing");
    private final Label heading = Controls.label("", "section-title");

    /**
     * Makes the page.
     *
     * @param model the customer
     * @param opened shows the conversation that is open; put over the list while there is one
     * @param words the language
     * @param dates writes dates
     * @param copy copies a text and says so
     * @param write begins a letter
     */
    public CustomerView(CustomerModel model, Node opened, Words words, Dates dates, Consumer<String> copy,
            Consumer<Mailbox> write) {
        this.write = write;
        this.words = words;
        this.dates = dates;
        this.copy = copy;
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
        heading.getStyleClass().add("record-heading");
        VBox page = Controls.column(0, head(), heading, list);
        Node nobody = Controls.empty("fth-user", words.get("screen.customer.nobody"),
                words.get("screen.customer.nobody-text"));
        getChildren().addAll(page, opened, nobody);
        Controls.showWhen(nobody, model.customerProperty().isNull());
        Controls.showWhen(page, model.customerProperty().isNotNull().and(model.openedProperty().isNull()));
        Controls.showWhen(opened, model.customerProperty().isNotNull().and(model.openedProperty().isNotNull()));
        model.customerProperty().when(Controls.attached(this)).subscribe(this::show);
        model.conversations().sizeProperty().when(Controls.attached(this)).subscribe(size -> heading
                .setText(words.count("screen.conversations-count", size.longValue())));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.openedProperty().get() != null) {
                model.openedProperty().set(null);
                list.requestFocus();
                event.consume();
            }
        });
    }

    private Node head() {
        email.getStyleClass().add("record-email");
        email.setOnAction(_ -> copy.accept(email.getText()));
        VBox text = Controls.column(2, name, Controls.row(8, company, email), standing);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button letter = Controls.button(words.get("write.write"),
                () -> write.accept(new Mailbox(name.getText(), email.getText())));
        letter.setGraphic(Controls.icon("fth-edit-3"));
        letter.setMinWidth(USE_PREF_SIZE);
        letter.visibleProperty().bind(email.visibleProperty());
        var head = Controls.row(16, picture, text, letter);
        head.getStyleClass().add("record-head");
        return head;
    }

    private void show(@Nullable Customer customer) {
        if (customer == null) {
            return;
        }
        CustomerRow row = customer.row();
        picture.getChildren().setAll(Controls.avatar(row.name(), "large"));
        name.setText(row.name());
        company.setText(row.company());
        company.setManaged(!row.company().isEmpty());
        String address = customer.addresses().isEmpty() ? "" : customer.addresses().getFirst().email();
        email.setText(address);
        email.setVisible(!address.isEmpty());
        email.setAccessibleText(words.get("screen.copy-what", address));
        standing.setText(standing(row));
    }

    private String standing(CustomerRow row) {
        Instant last = row.lastContact();
        if (last == null) {
            return words.get("screen.customer.no-mail");
        }
        String who = words.get(
                row.lastOutgoing() ? "screen.customer.you-wrote-last" : "screen.customer.they-wrote-last",
                dates.ago(last));
        return who + " · " + words.get("screen.customer.exchanged", row.received(), row.sent());
    }
}
