package app.kith.ui.entries;

import app.kith.contact.Entry.Kind;
import app.kith.store.EntryList.Found;
import app.kith.store.EntryList.Standing;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Sifts the records by kind, and by open and closed, and says how many there are of each in what else is wanted. */
final class EntryChips extends FlowPane {
    private final EntriesModel model;
    private final Words words;

    EntryChips(EntriesModel model, Words words) {
        super(4, 4);
        this.model = model;
        this.words = words;
        getStyleClass().add("filter-chips");
        Stream.of(Kind.values()).filter(Kind::isRecord)
                .forEach(kind -> chip(words.get("record.kind." + kind.name().toLowerCase(Locale.ROOT)),
                        found -> found.kinds().get(kind), model.kindsProperty(),
                        () -> model.kindsProperty().get().contains(kind), () -> model.toggle(kind)));
        Region between = new Region();
        between.getStyleClass().add("chip-gap");
        getChildren().add(between);
        for (Standing one : Standing.values()) {
            chip(words.get("record.all." + one.name().toLowerCase(Locale.ROOT)), found -> found.standings().get(one),
                    model.standingProperty(), () -> model.standingProperty().get() == one, () -> model.toggle(one));
        }
    }

    private void chip(String name, Function<Found, @Nullable Long> count, ObservableValue<?> chosen,
            BooleanSupplier isOn, Runnable toggle) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("filter-chip");
        chip.setMnemonicParsing(false);
        chip.setOnAction(_ -> {
            toggle.run();
            chip.setSelected(isOn.getAsBoolean());
        });
        chosen.when(Controls.attached(this)).subscribe(_ -> chip.setSelected(isOn.getAsBoolean()));
        model.foundProperty().when(Controls.attached(this)).subscribe(found -> {
            long number = Objects.requireNonNullElse(count.apply(found), 0L);
            chip.setText(number == 0 ? name : words.get("list.segment", name, number));
            chip.setAccessibleText(words.count("record.all.spoken", number, name));
        });
        getChildren().add(chip);
    }
}
