package app.kith.ui.record;

import app.kith.contact.Source;
import app.kith.desk.Sources.Look;
import app.kith.store.SourcesView.Brought;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where everything came from, how much each source says, and the taking back of one after a look at what would change. */
public final class SourcesView extends VBox {
    private final SourcesModel model;
    private final Words words;
    private final ListView<Brought> list = new ListView<>();
    private @Nullable Source asked;
    private @Nullable Look look;

    /**
     * Makes the view.
     *
     * @param model the sources
     * @param words the language
     * @param shown whether it is looked at
     */
    public SourcesView(SourcesModel model, Words words, ObservableValue<Boolean> shown) {
        super(12);
        this.model = model;
        this.words = words;
        list.getStyleClass().addAll("row-list", "sources-list");
        list.setAccessibleText(words.get("list.sources"));
        list.setCellFactory(_ -> new Cell());
        Node nothing = Controls.empty("fth-download", words.get("list.sources-none"),
                words.get("list.sources-none-text"));
        Controls.showWhen(nothing, model.allProperty().map(List::isEmpty));
        StackPane body = new StackPane(list, nothing);
        setVgrow(body, Priority.ALWAYS);
        model.allProperty().when(Controls.attached(this)).subscribe(now -> list.getItems().setAll(now));
        shown.when(Controls.attached(this)).subscribe(now -> model.look(now));
        getChildren().addAll(Controls.paragraph(words.get("list.sources-text"), "muted"), body);
    }

    private String name(Source source) {
        return words.get("screen.source." + source.kind().name().toLowerCase(Locale.ROOT), source.place());
    }

    private void ask(@Nullable Source source) {
        asked = source;
        look = null;
        list.refresh();
        if (source != null) {
            model.look(source, found -> {
                if (source.equals(asked)) {
                    look = found;
                    list.refresh();
                }
            });
        }
    }

    /** What would change, in words. */
    private List<String> told(Look found) {
        List<String> told = new ArrayList<>();
        told.add(words.get("list.source-look", found.values(), found.changed(), found.gone()));
        if (found.entries() > 0) {
            told.add(words.count("list.source-entries", found.entries()));
        }
        if (found.confirmed() > 0) {
            told.add(words.count("list.source-confirmed", found.confirmed()));
        }
        if (!found.names().isEmpty()) {
            told.add(words.get("list.source-gone", String.join(", ", found.names())
                    + (found.gone() > found.names().size() ? " …" : "")));
        }
        return told;
    }

    private final class Cell extends ListCell<Brought> {
        @Override
        protected void updateItem(@Nullable Brought brought, boolean empty) {
            super.updateItem(brought, empty);
            getStyleClass().setAll("cell", "indexed-cell", "list-cell", "history-cell");
            setText(null);
            setPrefWidth(0);
            if (brought == null || empty) {
                setGraphic(null);
                return;
            }
            Source source = brought.source();
            VBox text = Controls.column(0, Controls.label(name(source), "row-strong"), Controls.label(
                    words.get("list.source-brought", brought.contacts(), brought.values(), brought.entries()),
                    "row-when"));
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = Controls.row(8, text);
            VBox all = Controls.column(6, row);
            if (source.kind() != Source.Kind.HAND) {
                Button back = Controls.button(words.get("list.source-withdraw"), () -> ask(source), "flat");
                back.setAccessibleText(words.get("list.source-withdraw") + ": " + name(source));
                back.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(back);
                if (source.equals(asked) && look != null) {
                    all.getChildren().add(asking(source, look));
                }
            }
            setGraphic(all);
            setAccessibleText(Controls.spoken(text));
        }
    }

    private Node asking(Source source, Look found) {
        VBox box = Controls.column(4);
        told(found).forEach(line -> box.getChildren().add(Controls.paragraph(line)));
        box.getChildren().add(Controls.row(8, Controls.button(words.get("list.source-now"), () -> {
            ask(null);
            model.withdraw(source);
        }, "accent", "small"), Controls.button(words.get("screen.cancel"), () -> ask(null), "small")));
        box.getStyleClass().add("notice");
        return box;
    }
}
