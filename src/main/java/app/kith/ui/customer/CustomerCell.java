package app.kith.ui.customer;

import app.kith.store.Customers.CustomerRow;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.function.LongFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A customer in two lines: name and when; company and the first words of the last mail. */
public final class CustomerCell extends ListCell<Long> {
    private final LongFunction<@Nullable CustomerRow> rows;
    private final Words words;
    private final Dates dates;
    private final Label name = Controls.label("", "row-title");
    private final Label when = Controls.label("", "row-when");
    private final Label company = Controls.label("", "row-strong");
    private final Label preview = Controls.label("", "row-text");
    private final Region dot = new Region();
    private final Region turned = new Region();
    private final StackPane picture = new StackPane();
    private final HBox line;
    private @Nullable String pictured;

    /**
     * Makes a cell.
     *
     * @param rows gives a row by its number; null where it is still to come
     * @param words the language
     * @param dates writes dates
     */
    public CustomerCell(LongFunction<@Nullable CustomerRow> rows, Words words, Dates dates) {
        this.rows = rows;
        this.words = words;
        this.dates = dates;
        dot.getStyleClass().add("unread-dot");
        turned.getStyleClass().add("turn-dot");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        company.setMaxWidth(130);
        preview.setPrefWidth(0); // It takes what the company leaves.
        preview.setMaxWidth(Double.MAX_VALUE);
        VBox text = Controls.column(2, Controls.row(8, name, when), Controls.row(6, company, preview, turned, dot));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line = Controls.row(12, picture, text);
        setPrefWidth(0);
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        CustomerRow row = empty || id == null ? null : rows.apply(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            show(row);
        }
    }

    private void show(CustomerRow row) {
        name.setText(row.name());
        when.setText(dates.brief(row.lastContact()));
        company.setText(row.company());
        company.setManaged(!row.company().isEmpty());
        String beginning = row.lastPreview().isEmpty() ? row.lastSubject() : row.lastPreview();
        preview.setText(row.lastOutgoing() ? words.get("screen.you-wrote", beginning) : beginning);
        boolean unread = row.lastUnread() && !row.lastOutgoing();
        boolean turn = row.standing().isYourTurn(dates.now());
        turned.setVisible(turn);
        turned.setManaged(turn);
        dot.setVisible(unread);
        dot.setManaged(unread);
        name.getStyleClass().remove("unread");
        if (unread || turn) {
            name.getStyleClass().add("unread");
        }
        if (!row.name().equals(pictured)) {
            pictured = row.name();
            picture.getChildren().setAll(Controls.avatar(row.name()));
        }
        setAccessibleText(String.join(", ", row.name(), row.company(), when.getText(), row.lastSubject(),
                unread ? words.get("screen.unread") : "", turn ? words.get("follow.owe") : ""));
    }
}
