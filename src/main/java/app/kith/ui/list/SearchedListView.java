package app.kith.ui.list;

import app.kith.ui.look.Controls;
import app.kith.ui.look.SearchField;
import app.kith.words.Words;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A list with its name and number, a search field, and what stands there while nothing does. */
public final class SearchedListView extends VBox {
    private static final double ROW = 64;

    private final SearchField search;
    private final RowListView<?> list;
    private final StackPane nothing = new StackPane();
    private final StackPane body;
    private final BooleanBinding found;

    /**
     * What the view says.
     *
     * @param title what is listed
     * @param prompt what can be searched
     * @param nothingFound why a search finds nothing
     */
    public record Sayings(String title, String prompt, String nothingFound) {}

    /**
     * Makes the view.
     *
     * @param model the list
     * @param words the language
     * @param sayings what it says
     * @param cells makes a cell
     * @param whenEmpty shown while there is nothing at all
     * @param extras what else stands beside the name
     * @param <R> a row
     */
    public <R> SearchedListView(SearchedRows<R> model, Words words, Sayings sayings, Supplier<ListCell<Long>> cells,
            Node whenEmpty, Node... extras) {
        getStyleClass().add("list-pane");
        search = new SearchField(sayings.prompt(), model.queryProperty(), model::endSearch);
        list = new RowListView<R>(model.rows(), model.selectedProperty(), ROW, cells);
        list.setAccessibleText(sayings.title());
        search.onDown(() -> {
            if (list.getSelectionModel().isEmpty()) {
                model.selectFirst();
            }
            list.requestFocus();
        });
        nothing.getChildren().setAll(Controls.empty("fth-search", words.get("screen.search.nothing"),
                sayings.nothingFound(), Controls.button(words.get("screen.search.end"), model::endSearch)));
        BooleanBinding none = model.totalProperty().isEqualTo(0).and(model.loadedProperty());
        BooleanBinding noHit = model.rows().sizeProperty().isEqualTo(0).and(model.totalProperty().greaterThan(0))
                .and(model.loadedProperty());
        Controls.showWhen(whenEmpty, none);
        Controls.showWhen(nothing, noHit);
        found = none.or(noHit).not();
        Controls.showWhen(list, found);
        body = new StackPane(list, nothing, whenEmpty);
        setVgrow(body, Priority.ALWAYS);
        setMargin(search, new Insets(0, 12, 8, 12));
        getChildren().addAll(head(model, words, sayings.title(), extras), search, body);
    }

    private static Node head(SearchedRows<?> model, Words words, String title, Node... extras) {
        Label count = Controls.label("", "pane-count");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().sizeProperty().get() == model.totalProperty().get()
                        ? words.get("screen.number", model.totalProperty().get())
                        : words.get("screen.number-of", model.rows().sizeProperty().get(), model.totalProperty().get()),
                model.rows().sizeProperty(), model.totalProperty()));
        Label name = Controls.label(title, "pane-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Controls.row(8, name, count, Controls.spring());
        head.getChildren().addAll(extras);
        head.getStyleClass().add("pane-head");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    /**
     * Says what is done when the user opens a row, with a click or with Enter; it is the selected one then.
     *
     * @param act what is done
     */
    public void setOnOpened(Runnable act) {
        list.setOnOpened(act);
    }

    /** {@return the list itself} */
    public RowListView<?> list() {
        return list;
    }

    /**
     * Shows something in place of the list at times; while nothing is found, that is said in its place too.
     *
     * @param other what
     * @param when at which times
     */
    public void setInstead(Node other, ObservableValue<Boolean> when) {
        list.visibleProperty().unbind();
        list.managedProperty().unbind();
        ObservableValue<Boolean> listed = found.flatMap(any -> when.map(now -> any && !now));
        Controls.showWhen(list, listed);
        Controls.showWhen(other, found.flatMap(any -> when.map(now -> any && now)));
        body.getChildren().addFirst(other);
    }

    /**
     * Puts something right above the list.
     *
     * @param heading what
     */
    public void setHeading(Node heading) {
        getChildren().add(getChildren().size() - 1, heading);
    }

    /**
     * Puts filters below the search field.
     *
     * @param filters the filters
     */
    public void setFilters(Node filters) {
        setMargin(filters, new Insets(0, 12, 8, 12));
        getChildren().add(2, filters);
    }

    /**
     * Says something else where nothing is found because something other than words hides it.
     *
     * @param instead what stands there then; null for what is said of words
     */
    public void setNothing(ObservableValue<@Nullable Node> instead) {
        Node usual = nothing.getChildren().getFirst();
        instead.when(Controls.attached(this)).subscribe(now -> nothing.getChildren().setAll(now == null ? usual : now));
    }

    /** Goes to the list, for the keys. */
    public void begin() {
        Controls.begin(list);
    }

    /** Goes to the search field. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }
}
