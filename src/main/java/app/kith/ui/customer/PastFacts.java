package app.kith.ui.customer;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.DayField;
import app.kith.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What cards said of a customer at the end of a day; nothing can be changed there. What mail tells is not in it. */
final class PastFacts extends VBox {
    private final CustomerModel model;
    private final FactText texts;
    private final Words words;
    private final Dates dates;
    private final Predicate<Value> sensitive;
    private final VBox facts = Controls.column(16);

    /**
     * @param sensitive which values show only their ends
     * @param close goes back to what is known now
     */
    PastFacts(CustomerModel model, FactText texts, Words words, Dates dates, Predicate<Value> sensitive,
            Runnable close) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.dates = dates;
        this.sensitive = sensitive;
        DayField day = new DayField(words);
        day.setAccessibleText(words.get("record.past"));
        day.setMaxWidth(Double.MAX_VALUE);
        day.valueProperty().subscribe(this::read);
        getChildren().addAll(
                Controls.row(8, Controls.label(words.get("record.past"), "section-title"), Controls.spring(),
                        Controls.iconButton("fth-x", words.get("record.past.now"), close)),
                day, facts);
        day.setValue(LocalDate.ofInstant(dates.now(), dates.zone()).minusDays(1));
    }

    private void read(@Nullable LocalDate day) {
        if (day != null) {
            Instant end = day.plusDays(1).atStartOfDay(dates.zone()).toInstant().minusMillis(1);
            model.asOf(end, values -> show(day, values));
        }
    }

    private void show(LocalDate day, List<ShownValue> values) {
        facts.getChildren().setAll(values.stream().filter(shown -> shown.value().property().isText()
                && shown.value().property() != Property.RELATION).map(this::fact).toList());
        if (facts.getChildren().isEmpty()) {
            facts.getChildren().add(Controls.paragraph(words.get("record.past.nothing", dates.day(day)), "muted"));
        }
    }

    private Node fact(ShownValue shown) {
        Value value = shown.value();
        VBox fact = Controls.column(2, Controls.label(texts.name(value), "fact-name"),
                sensitive.test(value) ? texts.hidden(value) : Controls.paragraph(texts.text(value)),
                Controls.paragraph(texts.why(shown), "fact-source"));
        fact.getStyleClass().add("fact");
        return fact;
    }
}
