package app.kith.ui.company;

import app.kith.store.Companies.Order;
import app.kith.words.Words;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** In which order companies are listed. */
public final class CompanyOrder extends ChoiceBox<Order> {

    /**
     * Makes the choice.
     *
     * @param model whose order it is
     * @param words the language
     */
    public CompanyOrder(CompaniesModel model, Words words) {
        getStyleClass().add("quiet-choice");
        setAccessibleText(words.get("screen.order"));
        getItems().setAll(Order.values());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Order order) {
                return words.get("company.order." + order.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }

            @Override
            public Order fromString(String text) {
                throw new UnsupportedOperationException("the order is chosen, never typed");
            }
        });
        valueProperty().bindBidirectional(model.orderProperty());
    }
}
