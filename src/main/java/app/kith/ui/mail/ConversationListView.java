package app.kith.ui.mail;

import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.SearchField;
import app.kith.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All conversations, with search. */
public final class ConversationListView extends VBox {
    private static final double ROW = 64;

    private final SearchField search;

    /**
     * Makes the view.
     *
     * @param model the list
     * @param words the language
     * @param dates writes dates
     * @param whenEmpty shown while there is no conversation at all
     */
    public ConversationListView(ConversationsModel model, Words words, Dates dates, Node whenEmpty) {
        getStyleClass().add("list-pane");
        search = new SearchField(words.get("screen.mail.search"), model.queryProperty(), model::endSearch);
        RowListView<ConversationRow> list = new RowListView<>(model.rows(), model.selectedProperty(), ROW,
                () -> new ConversationCell(model.rows(), true, words, dates));
        list.setAccessibleText(words.get("screen.nav.mail"));
        search.onDown(() -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            list.requestFocus();
        });
        Node nothingFound = Controls.empty("fth-search", words.get("screen.search.nothing"),
                words.get("screen.mail.nothing-found"),
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

    private static Node head(ConversationsModel model, Words words) {
        Label count = Controls.label("", "pane-count");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().sizeProperty().get() == model.totalProperty().get()
                        ? words.get("screen.number", model.totalProperty().get())
                        : words.get("screen.number-of", model.rows().sizeProperty().get(), model.totalProperty().get()),
                model.rows().sizeProperty(), model.totalProperty()));
        var row = Controls.row(8, Controls.label(words.get("screen.nav.mail"), "pane-title"), count);
        row.getStyleClass().add("pane-head");
        return row;
    }

    /** Goes to the search field. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }
}
