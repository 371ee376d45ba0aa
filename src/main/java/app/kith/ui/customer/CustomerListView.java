package app.kith.ui.customer;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.desk.BulkEdits.Edit;
import app.kith.desk.BulkEdits.Remove;
import app.kith.store.CustomerList.Listed;
import app.kith.ui.board.BoardView;
import app.kith.ui.list.RowListView;
import app.kith.ui.list.SearchedListView;
import app.kith.ui.list.SearchedListView.Sayings;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The customers, in two lines each or in columns; sifted by words, chips and groups; several of them changed at once. */
public final class CustomerListView extends StackPane {
    private static final double TWO_LINES = 64;
    static final double ONE_LINE = 32;

    private final CustomersModel model;
    private final ColumnsModel columns;
    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final SearchedListView pane;
    private final ManyBar many;
    private @Nullable BoardView board;
    private Runnable opened = () -> {};

    /**
     * What can be done with customers.
     *
     * @param edit does something to some of them
     * @param proposed gives what there is already of the values of a property
     * @param apart opens one in a window of its own
     * @param copyOut copies them to other programs
     * @param outside where they are copied to
     */
    public record Acts(BiConsumer<List<Long>, Edit> edit, Function<Property, List<String>> proposed,
            LongConsumer apart, CopyOut copyOut, Outside outside) {}

    /**
     * Makes the view.
     *
     * @param model the list
     * @param columns its columns
     * @param words the language
     * @param dates writes dates
     * @param acts what can be done
     * @param whenEmpty shown while there is nobody at all
     * @param extras what else stands beside the name
     */
    public CustomerListView(CustomersModel model, ColumnsModel columns, Words words, Dates dates, Acts acts,
            Node whenEmpty, Node... extras) {
        this.model = model;
        this.columns = columns;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        OrderChoice order = new OrderChoice(model, words);
        Controls.showWhen(order, columns.onProperty().not().or(columns.boardProperty()));
        Node look = Controls.iconButton("fth-columns", words.get("list.columns"),
                () -> columns.onProperty().set(!columns.onProperty().get()));
        Node[] beside = Stream.concat(Stream.of(order), Stream.of(extras)).toArray(Node[]::new);
        pane = new SearchedListView(model, words,
                new Sayings(words.get("screen.nav.customers"), words.get("screen.customers.search"),
                        words.get("screen.customers.nothing-found")),
                this::cell, whenEmpty, beside);
        many = new ManyBar(model, words, acts.edit(), acts.proposed(), List.of(this::copyRows, this::copyCards));
        SegmentBar segments = new SegmentBar(model, words);
        FilterChips chips = new FilterChips(model, words);
        HBox.setHgrow(chips, Priority.ALWAYS);
        Node asBoard = Controls.iconButton("fth-trello", words.get("board.show"),
                () -> columns.boardProperty().set(true));
        Node asList = Controls.iconButton("fth-list", words.get("board.hide"),
                () -> columns.boardProperty().set(false));
        Controls.showWhen(look, columns.boardProperty().not());
        Controls.showWhen(asBoard, columns.boardProperty().not());
        Controls.showWhen(asList, columns.boardProperty());
        HBox sifting = Controls.row(0, chips, look, asBoard, asList);
        sifting.setAlignment(Pos.TOP_LEFT);
        pane.setFilters(Controls.column(4, sifting, segments, many));
        RowListView<?> rows = pane.list();
        rows.setOnChosen(model::choose);
        rows.setOnApart(acts.apart());
        rows.setContextMenu(menu());
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        acts.copyOut().drawnFrom(rows, model);
        ColumnHeader header = new ColumnHeader(columns, model, words, this::offered);
        header.follow(rows);
        Controls.showWhen(header, columns.onProperty().and(columns.boardProperty().not()));
        pane.setHeading(header);
        columns.onProperty().when(Controls.attached(this)).subscribe(on -> {
            rows.setClicks(on ? 2 : 1);
            rows.present(on ? ONE_LINE : TWO_LINES, this::cell);
        });
        getChildren().add(pane);
        getStyleClass().add("list-pane");
    }

    private ListCell<Long> cell() {
        return columns.onProperty().get()
                ? new ColumnCell(model.rows(), columns, words, dates)
                : new CustomerCell(id -> {
                    Listed row = model.rows().get(id);
                    return row == null ? null : row.row();
                }, words, dates);
    }

    /** Every column that there can be: those of the program, then the user's own fields. */
    private List<Column> offered() {
        List<Column> all = new ArrayList<>();
        for (Column.Kind kind : Column.Kind.values()) {
            if (kind != Column.Kind.OWN) {
                all.add(Column.of(kind));
            }
        }
        for (OwnField field : model.besideProperty().get().fields()) {
            all.add(new Column(Column.Kind.OWN, field.name()));
        }
        return all;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(
                item("list.apart", () -> model.meant().stream().limit(1).forEach(acts.apart()::accept)),
                item("list.copy-rows", this::copyRows), item("list.copy-cards", this::copyCards),
                new SeparatorMenuItem(), item("list.change", this::change), item("list.remove", this::remove));
        menu.setOnShowing(_ -> menu.getItems().forEach(item -> item.setDisable(model.meant().isEmpty())));
        return menu;
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(words.get(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /** Changes one thing of those who are meant; one alone is changed on its page. */
    private void change() {
        if (model.chosenProperty().get().size() > 1) {
            many.begin();
        } else {
            opened.run();
        }
    }

    private void key(KeyEvent event) {
        boolean copy = event.isShortcutDown() && event.getCode() == KeyCode.C;
        if (copy) {
            copyRows();
        } else if (event.getCode() == KeyCode.DELETE) {
            remove();
        } else {
            return;
        }
        event.consume();
    }

    private void copyRows() {
        acts.copyOut().rows(model.meant(), columns.shownProperty().get(), acts.outside());
    }

    private void copyCards() {
        acts.copyOut().cards(model.meant(), acts.outside());
    }

    private void remove() {
        if (!model.meant().isEmpty()) {
            acts.edit().accept(model.meant(), new Remove());
        }
    }

    /**
     * Says what is done when the user opens a customer; it is the selected one then.
     *
     * @param act what is done
     */
    public void setOnOpened(Runnable act) {
        opened = act;
        pane.setOnOpened(act);
    }

    /**
     * Says what is shown in place of the list while the customers are a board.
     *
     * @param now the board
     */
    public void setBoard(BoardView now) {
        board = now;
        now.setOnOpened(() -> opened.run());
        pane.setInstead(now, columns.boardProperty());
        columns.boardProperty().when(Controls.attached(this)).subscribe(on -> {
            if (on) {
                model.choose(List.of());
            }
        });
    }

    /** Shows the customers as a board. */
    public void showBoard() {
        columns.boardProperty().set(true);
    }

    /** Goes to the list or the board, for the keys. */
    public void begin() {
        if (board != null && columns.boardProperty().get()) {
            board.begin();
        } else {
            pane.begin();
        }
    }

    /** Goes to the search field. */
    public void search() {
        pane.search();
    }
}
