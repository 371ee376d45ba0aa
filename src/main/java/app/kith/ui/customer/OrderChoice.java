package app.kith.ui.customer;

import app.kith.store.Customers.Order;
import app.kith.words.Words;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses the order of the customers. */
public final class OrderChoice extends ComboBox<Order> {

    /**
     * Makes the choice.
     *
     * @param model the list whose order it is
     * @param words the language
     */
    public OrderChoice(CustomersModel model, Words words) {
        getItems().setAll(Order.values());
        getStyleClass().add("quiet-choice");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Order value) {
                return words.get("screen.order." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }

            @Override
            public Order fromString(String text) {
                throw new UnsupportedOperationException("the order is chosen, never typed");
            }
        });
        valueProperty().bindBidirectional(model.orderProperty());
        setAccessibleText(words.get("screen.order"));
    }
}
