package app.kith.ui.record;

import app.kith.store.ChangesView.Heading;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** One list of what was done, by whom and when, each with the way to take it back. */
public final class HistoryView extends VBox {
    private final RecordActs acts;
    private final Words words;
    private final Dates dates;

    /**
     * Makes the view.
     *
     * @param model what was done
     * @param sources where everything came from
     * @param acts takes back
     * @param words the language
     * @param dates writes dates
     */
    public HistoryView(HistoryModel model, SourcesModel sources, RecordActs acts, Words words, Dates dates) {
        super(12);
        this.acts = acts;
        this.words = words;
        this.dates = dates;
        getStyleClass().addAll("page", "page-body");
        ListView<Heading> list = new ListView<>();
        list.getStyleClass().add("row-list");
        list.setAccessibleText(words.get("record.history"));
        list.setCellFactory(_ -> new Cell());
        Node nothing = Controls.empty("fth-clock", words.get("record.history.nothing"),
                words.get("record.history.nothing-text"));
        Button more = Controls.button(words.get("record.history.more"), model::more);
        StackPane body = new StackPane(list, nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        Controls.showWhen(nothing, model.headingsProperty().map(List::isEmpty));
        Controls.showWhen(more, model.headingsProperty().map(_ -> model.hasMore()));
        model.headingsProperty().when(Controls.attached(this)).subscribe(now -> list.getItems().setAll(now));
        ToggleButton done = new ToggleButton(words.get("record.history"));
        ToggleButton from = new ToggleButton(words.get("list.sources"));
        SegmentedButton tabs = new SegmentedButton(done, from);
        done.setSelected(true);
        // A click on the one that is on must not put it off.
        tabs.getButtons().forEach(tab -> tab.setOnAction(_ -> tab.setSelected(true)));
        VBox history = Controls.column(12, Controls.paragraph(words.get("record.history.text"), "muted"), body, more);
        Controls.showWhen(history, done.selectedProperty());
        SourcesView where = new SourcesView(sources, words, from.selectedProperty());
        Controls.showWhen(where, from.selectedProperty());
        setVgrow(history, Priority.ALWAYS);
        setVgrow(where, Priority.ALWAYS);
        getChildren().addAll(Controls.row(16, Controls.label(words.get("record.history"), "page-title"), tabs), history,
                where);
    }

    private String what(Heading heading) {
        return ReasonWords.of(words, heading.reason(), heading.about());
    }

    private final class Cell extends ListCell<Heading> {
        @Override
        protected void updateItem(@Nullable Heading heading, boolean empty) {
            super.updateItem(heading, empty);
            getStyleClass().setAll("cell", "indexed-cell", "list-cell", "history-cell");
            setText(null);
            setPrefWidth(0);
            if (heading == null || empty) {
                setGraphic(null);
                return;
            }
            String who = words
                    .get("record.actor." + heading.actor().name().toLowerCase(Locale.ROOT));
            VBox text = Controls.column(0, Controls.label(what(heading), "row-strong"),
                    Controls.label(who + " · " + dates.full(heading.at()), "row-when"));
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            Button back = Controls.button(words.get("record.take-back"), () -> acts.undo(heading.sequence()), "flat");
            back.setMinWidth(USE_PREF_SIZE);
            back.setAccessibleText(words.get("record.take-back") + ": " + what(heading));
            back.setMinWidth(USE_PREF_SIZE);
            setGraphic(Controls.row(8, text, back));
            setAccessibleText(Controls.spoken(text));
        }
    }
}
