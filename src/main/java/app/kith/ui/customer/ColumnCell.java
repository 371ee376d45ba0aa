package app.kith.ui.customer;

import app.kith.store.CustomerList.Listed;
import app.kith.ui.customer.ColumnsModel.Wide;
import app.kith.ui.list.Rows;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A customer in one line, in the columns chosen. */
final class ColumnCell extends ListCell<Long> {
    private final Rows<Listed> rows;
    private final ColumnsModel columns;
    private final Words words;
    private final Dates dates;
    private final HBox line = new HBox();

    ColumnCell(Rows<Listed> rows, ColumnsModel columns, Words words, Dates dates) {
        this.rows = rows;
        this.columns = columns;
        this.words = words;
        this.dates = dates;
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(CustomerListView.ONE_LINE);
        getStyleClass().addAll("row-cell", "column-cell");
        columns.shownProperty().when(Controls.attached(this)).subscribe(this::lay);
    }

    private void lay(List<Wide> shown) {
        line.getChildren().clear();
        for (Wide wide : shown) {
            Label label = Controls.label("", wide.column().kind() == Column.Kind.NAME ? "row-strong" : "row-text");
            label.setMinWidth(wide.width());
            label.setPrefWidth(wide.width());
            label.setMaxWidth(wide.width());
            line.getChildren().add(label);
        }
        setPrefWidth(columns.width());
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        Listed row = empty || id == null ? null : rows.get(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            show(row);
        }
    }

    private void show(Listed row) {
        List<String> spoken = new ArrayList<>();
        List<Wide> shown = columns.shownProperty().get();
        for (int i = 0; i < Math.min(shown.size(), line.getChildren().size()); i++) {
            Column column = shown.get(i).column();
            String text = column.text(row, words, dates).replaceAll("\\s+", " ");
            ((Label) line.getChildren().get(i)).setText(text);
            if (!text.isEmpty()) {
                spoken.add(column.kind() == Column.Kind.NAME ? text : column.title(words) + ": " + text);
            }
        }
        setAccessibleText(String.join(", ", spoken));
    }
}
