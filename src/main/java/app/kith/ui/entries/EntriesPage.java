package app.kith.ui.entries;

import app.kith.contact.Entry;
import app.kith.store.EntryList.EntryRow;
import app.kith.store.EntryList.Order;
import app.kith.store.EntryList.Sum;
import app.kith.ui.list.SearchedListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.record.EntryLook;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** The page of business records. Enter or a click opens the customer at the record. */
public final class EntriesPage extends BorderPane {
    private final EntriesModel model;
    private final Words words;
    private final SearchedListView list;

    /**
     * Makes the page.
     *
     * @param model the records
     * @param words the language
     * @param dates writes dates
     * @param open opens the customer at a record
     */
    public EntriesPage(EntriesModel model, Words words, Dates dates, Consumer<Entry> open) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "entries-page");
        list = new SearchedListView(model, words,
                new SearchedListView.Sayings(words.get("screen.nav.records"), words.get("record.all.search"),
                        words.get("record.all.nothing-found")),
                () -> new EntryRowCell(model.rows(), words, dates),
                Controls.empty("fth-layers", words.get("record.all.none"), words.get("record.all.none-text")),
                choice(Period.values(), "record.all.period", model.periodProperty()),
                choice(Order.values(), "record.all.order", model.orderProperty()));
        list.setFilters(new EntryChips(model, words));
        list.setOnOpened(() -> {
            Long selected = model.selectedProperty().get();
            EntryRow row = selected == null ? null : model.rows().known(selected);
            if (row != null) {
                open.accept(row.entry());
            }
        });
        var failed = model.failureProperty().map(Objects::nonNull).orElse(false);
        Controls.showWhen(list, failed.map(now -> !now));
        Label reading = Controls.label(words.get("record.all.reading"), "muted");
        Controls.showWhen(reading, model.loadedProperty().map(now -> !now));
        setCenter(new StackPane(list, reading, failure()));
        setBottom(sums());
    }

    private Node failure() {
        StackPane pane = new StackPane();
        model.failureProperty().when(Controls.attached(this)).subscribe(now -> {
            pane.getChildren().clear();
            if (now != null) {
                pane.getChildren().add(Controls.empty("fth-alert-triangle", words.get("record.all.failed"),
                        words.sentence(now), Controls.button(words.get("record.all.again"), model::again)));
            }
        });
        Controls.showWhen(pane, model.failureProperty().map(Objects::nonNull).orElse(false));
        return pane;
    }

    /** What the records that are shown come to; nothing where none has an amount. */
    private Node sums() {
        FlowPane sums = Controls.flow(16);
        sums.getStyleClass().add("entry-sums");
        model.foundProperty().when(Controls.attached(this)).subscribe(found -> show(sums, found.sums()));
        return sums;
    }

    private void show(FlowPane pane, List<Sum> sums) {
        pane.getChildren().setAll(sums.stream().map(this::sum).toList());
        if (!sums.isEmpty()) {
            pane.getChildren().addFirst(Controls.label(words.get("record.all.sums"), "muted"));
        }
        pane.setVisible(!sums.isEmpty());
        pane.setManaged(!sums.isEmpty());
    }

    private Node sum(Sum sum) {
        return Controls.row(8, Controls.label(EntryLook.amount(sum.amount(), sum.currency(), words.locale()),
                "entry-amount"), Controls.label(words.count("record.all.count", sum.entries()), "row-count"));
    }

    private <T extends Enum<T>> ChoiceBox<T> choice(T[] all, String key, Property<T> chosen) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getStyleClass().add("quiet-choice");
        box.setAccessibleText(words.get(key));
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : words.get(key + '.' + one.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /** Goes to the list, for the keys; it is read as soon as somebody looks. */
    public void begin() {
        model.look();
        list.begin();
    }

    /** Goes to the search field. */
    public void search() {
        list.search();
    }
}
