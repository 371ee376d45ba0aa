package app.kith.ui.company;

import app.kith.contact.Entry;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.record.EntryLook;
import app.kith.words.Words;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An activity or a record in two lines: what it is and when; with whom, number, amount and state, or what was said. */
final class CompanyEntryCell extends ListCell<Entry> {
    private final Function<Entry, String> who;
    private final Words words;
    private final Dates dates;

    CompanyEntryCell(Function<Entry, String> who, Words words, Dates dates) {
        this.who = who;
        this.words = words;
        this.dates = dates;
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        setGraphic(null);
        if (entry == null || empty) {
            return;
        }
        String kind = words.get("record.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
        String amount = EntryLook.amount(entry, words.locale());
        VBox text = Controls.column(2,
                Controls.row(8, Controls.label(joined(kind, entry.number(), entry.title()), "row-title"),
                        Controls.spring(), Controls.label(dates.brief(entry.at()), "row-when")),
                Controls.label(joined(who.apply(entry), amount, entry.kind().isRecord() ? entry.state() : "",
                        firstLine(entry.text())), "row-text"));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        setGraphic(Controls.row(12, Controls.icon(EntryLook.icon(entry.kind())), text));
        setAccessibleText(Controls.spoken(text));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
