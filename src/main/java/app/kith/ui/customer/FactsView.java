package app.kith.ui.customer;

import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Value;
import app.kith.store.Customers.AddressRow;
import app.kith.store.Customers.Customer;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, each value with where it came from. A click copies. */
public final class FactsView extends ScrollPane {
    private final Words words;
    private final Dates dates;
    private final Consumer<String> copy;
    private final Node nobody;
    private final VBox column = Controls.column(16);

    /**
     * Makes the view.
     *
     * @param customer whose facts
     * @param stranger whether somebody is shown beside this who may be no customer; that is then said
     * @param words the language
     * @param dates writes dates
     * @param copy copies a text and says so
     */
    public FactsView(ObservableValue<@Nullable Customer> customer, ObservableValue<Boolean> stranger, Words words,
            Dates dates, Consumer<String> copy) {
        this.words = words;
        this.dates = dates;
        this.copy = copy;
        this.nobody = Controls.paragraph(words.get("screen.facts.nobody"), "muted");
        Controls.showWhen(nobody, stranger);
        getStyleClass().add("facts");
        setFitToWidth(true);
        column.getStyleClass().add("facts-body");
        setContent(column);
        customer.when(Controls.attached(this)).subscribe(this::show);
    }

    private void show(@Nullable Customer customer) {
        column.getChildren().clear();
        if (customer == null) {
            column.getChildren().add(nobody);
            return;
        }
        column.getChildren().add(Controls.label(words.get("screen.facts"), "section-title"));
        customer.values().forEach(value -> column.getChildren().add(fact(value)));
        if (!customer.addresses().isEmpty()) {
            column.getChildren().add(Controls.label(words.get("screen.facts.mail"), "section-title"));
            customer.addresses().forEach(address -> column.getChildren().add(exchange(address)));
        }
    }

    private Node fact(ShownValue shown) {
        Value value = shown.value();
        Origin origin = shown.origins().getFirst();
        String property = words.get("record.property." + value.property().name().toLowerCase(Locale.ROOT));
        String source = words.get("screen.source." + origin.source().kind().name().toLowerCase(Locale.ROOT),
                origin.source().place());
        VBox fact = Controls.column(2, Controls.label(property, "fact-name"), copied(value.raw()),
                Controls.paragraph(source + " · " + dates.brief(origin.since()), "fact-source"));
        fact.getStyleClass().add("fact");
        return fact;
    }

    private Node copied(String text) {
        Button button = Controls.button(text, () -> copy.accept(text), "flat", "fact-value");
        button.setAccessibleText(words.get("screen.copy-what", text));
        button.setWrapText(true);
        return button;
    }

    private Node exchange(AddressRow address) {
        VBox row = Controls.column(2, copied(address.email()),
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
