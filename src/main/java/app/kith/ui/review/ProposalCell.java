package app.kith.ui.review;

import app.kith.store.ProposalView.Waiting;
import app.kith.ui.look.Controls;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A proposal in two lines: who and when; what, and how sure it is. */
final class ProposalCell extends ListCell<Waiting> {
    private final ProposalWords say;
    private final Label name = Controls.label("", "row-title");
    private final Label when = Controls.label("", "row-when");
    private final Label what = Controls.label("", "row-strong");
    private final Label evidence = Controls.label("", "row-text");
    private final StackPane picture = new StackPane();
    private final HBox line;

    ProposalCell(ProposalWords say) {
        this.say = say;
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(evidence, Priority.ALWAYS);
        evidence.setPrefWidth(0); // It takes what the proposal itself leaves.
        evidence.setMinWidth(0);
        evidence.setMaxWidth(Double.MAX_VALUE);
        VBox text = Controls.column(2, Controls.row(8, name, when), Controls.row(8, what, evidence));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line = Controls.row(12, picture, text);
        setPrefWidth(0);
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Waiting one, boolean empty) {
        super.updateItem(one, empty);
        setText(null);
        setGraphic(one == null || empty ? null : line);
        setAccessibleText(null);
        if (one != null && !empty) {
            String who = say.who(one);
            name.setText(who);
            when.setText(say.dates().brief(one.last()));
            what.setText(say.what(one));
            evidence.setText(say.evidence(one));
            picture.getChildren().setAll(Controls.avatar(who));
            setAccessibleText(String.join(", ", who, what.getText(), evidence.getText(), when.getText()));
        }
    }
}
