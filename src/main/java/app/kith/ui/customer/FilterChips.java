package app.kith.ui.customer;

import app.kith.store.Customers.Filter;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Sifts the customers. */
public final class FilterChips extends FlowPane {

    /**
     * Makes the chips.
     *
     * @param model the list that they sift
     * @param words the language
     */
    public FilterChips(CustomersModel model, Words words) {
        super(4, 4);
        getStyleClass().add("filter-chips");
        for (Filter filter : Filter.values()) {
            ToggleButton chip = new ToggleButton(words.get("follow.filter." + filter.name().toLowerCase(Locale.ROOT)));
            chip.getStyleClass().add("filter-chip");
            chip.setMnemonicParsing(false);
            chip.setOnAction(_ -> {
                Set<Filter> now = EnumSet.noneOf(Filter.class);
                now.addAll(model.filtersProperty().get());
                if (!now.remove(filter)) {
                    now.add(filter);
                }
                model.filtersProperty().set(Set.copyOf(now));
            });
            model.filtersProperty().when(Controls.attached(this))
                    .subscribe(now -> chip.setSelected(now.contains(filter)));
            getChildren().add(chip);
        }
    }
}
