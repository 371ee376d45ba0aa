package app.kith.ui.company;

import app.kith.store.Companies.Company;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Of whom at a company the user writes something down: whom he was in touch with last, until he chooses somebody else; the company
 * itself where it has a card. JavaFX thread only.
 */
final class PersonChoice extends HBox {
    private static final Comparator<CustomerRow> LAST_SPOKEN_TO = Comparator.comparing(
            (CustomerRow one) -> Objects.requireNonNullElse(one.standing().lastReal(),
                    Objects.requireNonNullElse(one.lastContact(), Instant.EPOCH)));

    private final ComboBox<Choice> choice = Controls.choice(List.of(), null, Choice::name);
    private long company;

    /** One that can be chosen. */
    private record Choice(long id, String name) {}

    PersonChoice(Words words) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        choice.getStyleClass().add("quiet-choice");
        choice.setAccessibleText(words.get("company.entered-for"));
        choice.setMinWidth(0);
        getChildren().addAll(Controls.label(words.get("company.entered-for"), "muted"), choice);
    }

    /** Offers the people of a company. Who was chosen stays chosen as long as it is the same company. */
    void offer(Company now) {
        List<Choice> all = now.people().stream().sorted(LAST_SPOKEN_TO.reversed())
                .map(one -> new Choice(one.id(), one.name())).toList();
        Long card = now.card();
        if (card != null) {
            all = Stream.concat(all.stream(),
                    Stream.of(new Choice(card, now.row().name()))).toList();
        }
        Choice before = choice.getValue();
        Optional<Choice> kept = company == now.row().id() && before != null
                ? all.stream().filter(one -> one.id() == before.id()).findFirst()
                : Optional.empty();
        company = now.row().id();
        Choice chosen = kept.orElse(all.isEmpty() ? null : all.getFirst());
        if (!choice.getItems().equals(all)) {
            choice.getItems().setAll(all);
        }
        choice.setValue(chosen);
    }

    /** {@return number of who is chosen; null while there is nobody} */
    ObservableValue<@Nullable Long> chosenProperty() {
        return choice.valueProperty().map(Choice::id);
    }
}
