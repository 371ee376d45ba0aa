package app.kith.ui.sync;

import app.kith.account.AddressBook;
import app.kith.ui.look.Controls;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** The block of the sync page with the address books on servers; it is there only while there are some. */
public final class BooksView extends VBox {
    private final BooksModel model;
    private final Words words;
    private final Consumer<KithException> failed;
    private final VBox rows = Controls.column(16);
    private final Map<AddressBook, BookPane> panes = new HashMap<>();

    /**
     * Makes the block.
     *
     * @param model the books
     * @param sync how it stands with the accounts: after each pass the books are looked at again
     * @param words the language
     * @param failed told what went wrong
     */
    public BooksView(BooksModel model, SyncModel sync, Words words, Consumer<KithException> failed) {
        this.model = model;
        this.words = words;
        this.failed = failed;
        getStyleClass().add("card");
        setSpacing(12);
        getChildren().addAll(Controls.column(2, Controls.label(words.get("screen.books"), "card-title"),
                Controls.paragraph(words.get("screen.books.intro"), "muted")), rows);
        Controls.showWhen(this, model.rowsProperty().map(all -> !all.isEmpty()));
        model.rowsProperty().when(Controls.attached(this)).subscribe(this::show);
        sync.passesProperty().when(Controls.attached(this)).subscribe(_ -> model.look());
    }

    /** A pane stays while its book is the same, so that a plan that is looked at does not go away. */
    private void show(List<BooksModel.Row> all) {
        panes.keySet().retainAll(all.stream().map(BooksModel.Row::book).toList());
        all.forEach(row -> panes.computeIfAbsent(row.book(), _ -> new BookPane(row, model, words, failed)).show(row));
        List<BookPane> now = all.stream().map(row -> Objects.requireNonNull(panes.get(row.book()))).toList();
        if (!rows.getChildren().equals(now)) {
            rows.getChildren().setAll(now);
        }
    }
}
