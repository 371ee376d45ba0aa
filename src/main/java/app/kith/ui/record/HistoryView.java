package app.kith.ui.record;

import app.kith.store.ChangesView.Heading;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.look.SearchField;
import app.kith.ui.record.HistoryModel.Part;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/**
 * One list of what was done, by whom and when, each with what was before and the way to take it back; searched by words, sifted by who
 * did it, and by what was taken away.
 */
public final class HistoryView extends VBox {
    private final HistoryModel model;
    private final RecordActs acts;
    private final Words words;
    private final Dates dates;
    private final Outside outside;

    /**
     * Makes the view.
     *
     * @param model what was done
     * @param sources where everything came from
     * @param acts takes back
     * @param words the language
     * @param dates writes dates
     * @param outside where a file is chosen
     */
    public HistoryView(HistoryModel model, SourcesModel sources, RecordActs acts, Words words, Dates dates,
            Outside outside) {
        super(12);
        this.model = model;
        this.acts = acts;
        this.words = words;
        this.dates = dates;
        this.outside = outside;
        model.speak(words);
        getStyleClass().addAll("page", "page-body");
        ListView<Heading> list = list();
        SearchField search = new SearchField(words.get("record.history.search"), model.queryProperty(),
                () -> model.queryProperty().set(""));
        search.onDown(list::requestFocus);
        Node nothing = nothing();
        Button more = Controls.button(words.get("record.history.more"), model::more);
        StackPane body = new StackPane(list, nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        Controls.showWhen(nothing, model.headingsProperty().map(List::isEmpty));
        Controls.showWhen(more, model.headingsProperty().map(_ -> model.hasMore()));
        ToggleButton done = new ToggleButton(words.get("record.history"));
        ToggleButton from = new ToggleButton(words.get("list.sources"));
        SegmentedButton tabs = new SegmentedButton(done, from);
        done.setSelected(true);
        // A click on the one that is on must not put it off.
        tabs.getButtons().forEach(tab -> tab.setOnAction(_ -> tab.setSelected(true)));
        Button save = Controls.iconButton("fth-download", words.get("record.history.save"), this::save);
        Controls.showWhen(save, done.selectedProperty());
        VBox history = Controls.column(12, Controls.paragraph(words.get("record.history.text"), "muted"), search,
                chips(), body, more);
        Controls.showWhen(history, done.selectedProperty());
        SourcesView where = new SourcesView(sources, words, from.selectedProperty());
        Controls.showWhen(where, from.selectedProperty());
        setVgrow(history, Priority.ALWAYS);
        setVgrow(where, Priority.ALWAYS);
        getChildren().addAll(Controls.row(16, Controls.label(words.get("record.history"), "page-title"), tabs,
                Controls.spring(), save), history, where);
    }

    private ListView<Heading> list() {
        ListView<Heading> list = new ListView<>();
        list.getStyleClass().add("row-list");
        list.setAccessibleText(words.get("record.history"));
        list.setCellFactory(_ -> new HistoryCell(model.openedProperty(), words, dates, acts, this::toggle));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Heading chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                toggle(chosen);
                event.consume();
            }
        });
        model.headingsProperty().when(Controls.attached(this)).subscribe(now -> list.getItems().setAll(now));
        model.openedProperty().when(Controls.attached(this)).subscribe(_ -> list.refresh());
        return list;
    }

    private void toggle(Heading heading) {
        model.toggle(heading.sequence(), dates, acts::failed);
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane(4, 4);
        chips.getStyleClass().add("filter-chips");
        for (Part part : Part.values()) {
            ToggleButton chip = new ToggleButton(
                    words.get("record.history.part." + part.name().toLowerCase(Locale.ROOT)));
            chip.getStyleClass().add("filter-chip");
            chip.setMnemonicParsing(false);
            chip.setOnAction(_ -> {
                chip.setSelected(true);
                model.partProperty().set(part);
            });
            model.partProperty().when(Controls.attached(this)).subscribe(now -> chip.setSelected(now == part));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private Node nothing() {
        Node ever = Controls.empty("fth-clock", words.get("record.history.nothing"),
                words.get("record.history.nothing-text"));
        Node found = Controls.empty("fth-search", words.get("record.history.not-found"),
                words.get("record.history.not-found-text"));
        var sifted = model.queryProperty().isNotEmpty().or(model.partProperty().isNotEqualTo(Part.ALL));
        Controls.showWhen(found, sifted);
        Controls.showWhen(ever, sifted.not());
        return new StackPane(ever, found);
    }

    private void save() {
        outside.file(words.get("record.history.file") + ".csv")
                .ifPresent(out -> model.write(out, () -> outside.offer(words.get("record.history.saved", out),
                        words.get("handover.open"), () -> outside.openFile(out)), acts::failed));
    }
}
