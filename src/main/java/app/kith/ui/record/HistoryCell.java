package app.kith.ui.record;

import app.kith.desk.History;
import app.kith.store.ChangesView.Heading;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.record.ChangeLines.Line;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something that was done: what, by whom and when; opened, with what was before and after. */
final class HistoryCell extends ListCell<Heading> {
    private final ObservableValue<Map<Long, List<Line>>> opened;
    private final Words words;
    private final Dates dates;
    private final RecordActs acts;
    private final Consumer<Heading> toggle;

    HistoryCell(ObservableValue<Map<Long, List<Line>>> opened, Words words, Dates dates, RecordActs acts,
            Consumer<Heading> toggle) {
        this.opened = opened;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        this.toggle = toggle;
    }

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
        String what = ReasonWords.of(words, heading.reason(), heading.about());
        String who = words.get("record.actor." + heading.actor().name().toLowerCase(Locale.ROOT));
        VBox text = Controls.column(0, Controls.label(what, "row-strong"),
                Controls.label(who + " · " + dates.full(heading.at()), "row-when"));
        List<Line> lines = opened.getValue().get(heading.sequence());
        if (lines != null) {
            text.getChildren().add(changed(lines));
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button open = Controls.iconButton(lines == null ? "fth-chevron-down" : "fth-chevron-up",
                words.get(lines == null ? "record.history.open" : "record.history.close") + ": " + what,
                () -> toggle.accept(heading));
        Button back = Controls.button(words.get("record.take-back"), () -> acts.undo(heading.sequence()), "flat");
        back.setMinWidth(USE_PREF_SIZE);
        back.setVisible(History.isReversible(heading));
        back.setAccessibleText(words.get("record.take-back") + ": " + what);
        setGraphic(Controls.row(8, text, open, back));
        setAccessibleText(Controls.spoken(text));
    }

    private VBox changed(List<Line> lines) {
        VBox all = Controls.column(2);
        all.getStyleClass().add("history-lines");
        for (Line line : lines) {
            String values = line.before().isEmpty()
                    ? line.after()
                    : line.after().isEmpty()
                            ? words.get("record.history.gone", line.before())
                            : line.before() + " → " + line.after();
            all.getChildren().add(Controls.paragraph(
                    line.what().isEmpty() || values.isEmpty() ? line.what() + values : line.what() + ": " + values,
                    "row-text"));
        }
        if (lines.isEmpty()) {
            all.getChildren().add(Controls.paragraph(words.get("record.history.no-more"), "muted"));
        }
        return all;
    }
}
