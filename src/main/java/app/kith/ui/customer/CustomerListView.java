package app.kith.ui.customer;

import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.SearchField;
import app.kith.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The customers, with search and order. */
public final class CustomerListView extends VBox {
    private static final double ROW = 64;

    private final SearchField search;
    private final RowListView<CustomerRow> list;

    /**
     * Makes the view.
     *
     * @param model the list
     * @param words the language
     * @param dates writes dates
     * @param whenEmpty shown while there is no customer at all
     */
    public CustomerListView(CustomersModel model, Words words, Dates dates, Node whenEmpty) {
        getStyleClass().add("list-pane");
        search = new SearchField(words.get("screen.customers.search"), model.queryProperty(), model::endSearch);
        list = new RowListView<>(model.rows(), model.selectedProperty(), ROW,
                () -> new CustomerCell(model.rows(), words, dates));
        list.setAccessibleText(words.get("screen.nav.customers"));
        search.onDown(() -> {
            if (list.getSelectionModel().isEmpty()) {
                model.selectFirst();
            }
            list.requestFocus();
        });
        Node nothingFound = Controls.empty("fth-search", words.get("screen.search.nothing"),
                words.get("screen.customers.nothing-found"),
                Controls.button(words.get("screen.search.end"), model::endSearch));
        BooleanBinding none = model.totalProperty().isEqualTo(0).and(model.loadedProperty());
        BooleanBinding noHit = model.rows().sizeProperty().isEqualTo(0).and(model.totalProperty().greaterThan(0))
                .and(model.loadedProperty());
        Controls.showWhen(whenEmpty, none);
        Controls.showWhen(nothingFound, noHit);
        Controls.showWhen(list, none.or(noHit).not());
        StackPane body = new StackPane(list, nothingFound, whenEmpty);
        setVgrow(body, Priority.ALWAYS);
        setMargin(search, new Insets(0, 12, 8, 12));
        getChildren().addAll(head(model, words), search, body);
    }

    private static Node head(CustomersModel model, Words words) {
        Label title = Controls.label(words.get("screen.nav.customers"), "pane-title");
        Label count = Controls.label("", "pane-count");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().sizeProperty().get() == model.totalProperty().get()
                        ? words.get("screen.number", model.totalProperty().get())
                        : words.get("screen.number-of", model.rows().sizeProperty().get(), model.totalProperty().get()),
                model.rows().sizeProperty(), model.totalProperty()));
        ComboBox<Order> order = new ComboBox<>();
        order.getItems().setAll(Order.values());
        order.getStyleClass().add("quiet-choice");
        order.setConverter(new StringConverter<>() {
            @Override
            public String toString(Order value) {
                return words.get("screen.order." + value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            }

            @Override
            public Order fromString(String text) {
                throw new UnsupportedOperationException("the order is chosen, never typed");
            }
        });
        order.valueProperty().bindBidirectional(model.orderProperty());
        order.setAccessibleText(words.get("screen.order"));
        var row = Controls.row(8, title, count, Controls.spring(), order);
        row.getStyleClass().add("pane-head");
        return row;
    }

    /** Goes to the search field. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }
}
