package app.kith.ui.board;

import app.kith.store.CustomerList.Listed;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.StageSteps;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A card of the board, in two lines: name; company and for how many days the customer has stood at the stage. */
final class BoardCell extends ListCell<Long> {
    private final Lane lane;
    private final Words words;
    private final Dates dates;
    private final Label name = Controls.label("", "row-title");
    private final Label company = Controls.label("", "row-text");
    private final Label age = Controls.label("", "row-when");
    private final Region turned = new Region();
    private final VBox card;

    BoardCell(Lane lane, Words words, Dates dates) {
        this.lane = lane;
        this.words = words;
        this.dates = dates;
        turned.getStyleClass().add("turn-dot");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(company, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        company.setMaxWidth(Double.MAX_VALUE);
        company.setPrefWidth(0); // It takes what the days leave.
        age.setMinWidth(Region.USE_PREF_SIZE);
        card = Controls.column(2, Controls.row(6, name, turned), Controls.row(6, company, age));
        card.getStyleClass().add("board-card");
        card.setMinWidth(0);
        setPrefWidth(0);
        getStyleClass().addAll("row-cell", "board-cell");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        Listed listed = empty || id == null ? null : lane.rows().get(id);
        setText(null);
        setGraphic(listed == null ? null : card);
        setAccessibleText(null);
        if (listed != null) {
            show(listed.row());
        }
    }

    private void show(CustomerRow row) {
        Instant since = row.stageSince();
        boolean turn = row.standing().isYourTurn(dates.now());
        String days = since == null ? "" : days(StageSteps.days(since, dates.now()));
        name.setText(row.name());
        company.setText(row.company());
        age.setText(days);
        turned.setVisible(turn);
        turned.setManaged(turn);
        name.getStyleClass().remove("unread");
        if (turn) {
            name.getStyleClass().add("unread");
        }
        setAccessibleText(String.join(", ", row.name(), row.company(), days, turn ? words.get("follow.owe") : ""));
    }

    private String days(long days) {
        return days == 0 ? words.get("stage.today") : words.count("follow.days", days);
    }
}
