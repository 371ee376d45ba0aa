package app.kith.ui.customer;

import app.kith.store.CustomerList.Sort;
import app.kith.store.Customers.Order;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses the order of the customers. */
public final class OrderChoice extends ComboBox<Order> {
    private static final List<Order> OFFERED = List.of(Order.LAST_CONTACT, Order.NAME, Order.MOST_MAIL, Order.COMPANY,
            Order.STAGE, Order.STAGE_SINCE, Order.LAST_REAL, Order.NEXT_DUE);

    /**
     * Makes the choice.
     *
     * @param model the list whose order it is
     * @param words the language
     */
    public OrderChoice(CustomersModel model, Words words) {
        getItems().setAll(OFFERED);
        getStyleClass().add("quiet-choice");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Order value) {
                return value == null
                        ? ""
                        : words.get("screen.order." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }

            @Override
            public Order fromString(String text) {
                throw new UnsupportedOperationException("the order is chosen, never typed");
            }
        });
        model.sortProperty().when(Controls.attached(this)).subscribe(
                now -> setValue(now.own().isEmpty() && !now.turned() ? now.order() : null));
        setOnAction(_ -> {
            Order now = getValue();
            if (now != null) {
                model.sortProperty().set(new Sort(now, "", false));
            }
        });
        setAccessibleText(words.get("screen.order"));
    }
}
