package app.kith.ui.entries;

import app.kith.contact.Entry;
import app.kith.store.EntryList.EntryRow;
import app.kith.ui.list.Rows;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.record.EntryLook;
import app.kith.words.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A record in two lines: the sign of its kind, number and title; customer, state and day; the amount at the end. */
final class EntryRowCell extends ListCell<Long> {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final Rows<EntryRow> rows;
    private final Words words;
    private final Dates dates;
    private final Label title = Controls.label("", "row-title");
    private final Label customer = Controls.label("", "row-strong");
    private final Label rest = Controls.label("", "row-text");
    private final Label amount = Controls.label("", "entry-amount");
    private final StackPane sign = new StackPane();
    private final HBox line;

    EntryRowCell(Rows<EntryRow> rows, Words words, Dates dates) {
        this.rows = rows;
        this.words = words;
        this.dates = dates;
        title.setMaxWidth(Double.MAX_VALUE);
        rest.setPrefWidth(0); // It takes what the name of the customer leaves.
        rest.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        VBox text = Controls.column(2, title, Controls.row(8, customer, rest));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        sign.getStyleClass().add("file-sign");
        line = Controls.row(12, sign, text, amount);
        setPrefWidth(0);
        getStyleClass().addAll("row-cell", "entry-row");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        EntryRow row = empty || id == null ? null : rows.get(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            show(row);
        }
    }

    private void show(EntryRow row) {
        Entry entry = row.entry();
        String kind = words.get("record.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
        String name = joined(entry.number(), entry.title());
        title.setText(name.isEmpty() ? kind : name);
        customer.setText(row.customer());
        rest.setText(joined(entry.state(), dates.day(entry.at())));
        amount.setText(EntryLook.amount(entry, words.locale()));
        sign.getChildren().setAll(Controls.icon(EntryLook.icon(entry.kind())));
        pseudoClassStateChanged(CLOSED, row.closed());
        setAccessibleText(Stream.of(kind, name, row.customer(), rest.getText(), amount.getText())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
