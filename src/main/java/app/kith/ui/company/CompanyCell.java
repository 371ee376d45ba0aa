package app.kith.ui.company;

import app.kith.store.Companies.CompanyRow;
import app.kith.ui.list.Rows;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A company in two lines: name and when; how many people, and its domains. */
public final class CompanyCell extends ListCell<Long> {
    private final Rows<CompanyRow> rows;
    private final Words words;
    private final Dates dates;
    private final Label name = Controls.label("", "row-title");
    private final Label when = Controls.label("", "row-when");
    private final Label people = Controls.label("", "row-strong");
    private final Label domains = Controls.label("", "row-text");
    private final StackPane picture = new StackPane();
    private final HBox line;

    /**
     * Makes a cell.
     *
     * @param rows the list
     * @param words the language
     * @param dates writes dates
     */
    public CompanyCell(Rows<CompanyRow> rows, Words words, Dates dates) {
        this.rows = rows;
        this.words = words;
        this.dates = dates;
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        people.setMinWidth(Region.USE_PREF_SIZE);
        domains.setPrefWidth(0); // It takes what the number leaves.
        domains.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(domains, Priority.ALWAYS);
        VBox text = Controls.column(2, Controls.row(8, name, when), Controls.row(8, people, domains));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line = Controls.row(12, picture, text);
        setPrefWidth(0);
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        CompanyRow row = empty || id == null ? null : rows.get(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            name.setText(row.name());
            when.setText(dates.brief(row.lastContact()));
            people.setText(words.count("company.people", row.people()));
            domains.setText(row.domains().stream().filter(domain -> !domain.equals(row.name()))
                    .collect(Collectors.joining(" · ")));
            picture.getChildren().setAll(Controls.avatar(row.name()));
            setAccessibleText(
                    String.join(", ", row.name(), people.getText(), domains.getText(), when.getText()));
        }
    }
}
