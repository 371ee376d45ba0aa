package app.kith.ui.board;

import app.kith.contact.Stage.End;
import app.kith.store.CustomerList.Listed;
import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lane with its name, its number and its cards; that of customers at no stage can be folded to a strip. */
final class LaneView extends VBox {
    private static final double CARD = 62;
    private static final double LEAST = 200;
    private static final double MOST = 340;
    private static final double STRIP = 44;
    private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");

    private final Lane lane;
    private final RowListView<Listed> list;
    private final boolean folded;

    /** What a lane asks of the board. */
    interface Acts {
        /** Folds the lane of those at no stage, or unfolds it. */
        void fold(boolean on);

        /** Shows those of a lane in the list. */
        void listed(Lane lane);
    }

    LaneView(Lane lane, BoardModel model, Words words, Dates dates, boolean folded, Acts acts) {
        this.lane = lane;
        this.folded = folded;
        getStyleClass().add("board-lane");
        String name = lane.isNone() ? words.get("board.none") : lane.stage().name();
        list = new RowListView<>(lane.rows(), model.selectedProperty(), CARD, () -> new BoardCell(lane, words, dates));
        list.setClicks(2);
        Label count = Controls.label("", "pane-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        lane.rows().sizeProperty().when(Controls.attached(this)).subscribe(size -> {
            count.setText(words.get("screen.number", size.longValue()));
            list.setAccessibleText(words.count("board.lane", size.longValue(), name));
        });
        if (folded) {
            setMinWidth(STRIP);
            setMaxWidth(STRIP);
            Label upright = Controls.label(name, "row-strong");
            upright.setRotate(90);
            Button unfold = Controls.iconButton("fth-chevrons-left", words.get("board.unfold", name),
                    () -> acts.fold(false));
            getStyleClass().add("folded");
            getChildren().addAll(unfold, count, new Group(upright));
            return;
        }
        setMinWidth(LEAST);
        setPrefWidth(LEAST + 40);
        setMaxWidth(MOST);
        HBox.setHgrow(this, Priority.ALWAYS);
        Label title = Controls.label(name, "row-strong");
        title.setMinWidth(0);
        HBox head = Controls.row(6, title, count, Controls.spring());
        head.getStyleClass().add("lane-head");
        if (lane.stage().end() != End.NONE) {
            FontIcon end = Controls.icon(lane.stage().end() == End.WON ? "fth-check" : "fth-x");
            end.setAccessibleText(words.get("stage.end." + lane.stage().end().word()));
            head.getChildren().addFirst(end);
        }
        head.getChildren().add(lane.isNone()
                ? Controls.iconButton("fth-chevrons-right", words.get("board.fold", name), () -> acts.fold(true))
                : Controls.iconButton("fth-list", words.get("board.listed", name), () -> acts.listed(lane)));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    Lane lane() {
        return lane;
    }

    RowListView<Listed> list() {
        return list;
    }

    boolean isFolded() {
        return folded;
    }

    /** Shows whether a card that is dragged would come here. */
    void aim(boolean here) {
        pseudoClassStateChanged(AIMED, here);
    }
}
