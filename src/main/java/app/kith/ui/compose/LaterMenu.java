package app.kith.ui.compose;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

/** Sends at another time: the usual ones, or one that is typed. */
final class LaterMenu extends MenuButton {
    private final Clock clock;
    private final Words words;
    private final Consumer<Instant> send;

    LaterMenu(Clock clock, Words words, Dates dates, Consumer<Instant> send) {
        this.clock = clock;
        this.words = words;
        this.send = send;
        setText(words.get("write.later"));
        setMnemonicParsing(false);
        showingProperty().subscribe(showing -> {
            if (showing || getItems().isEmpty()) {
                fill(dates);
            }
        });
    }

    private void fill(Dates dates) {
        getItems().clear();
        for (Later.Choice choice : Later.choices(clock.instant(), clock.getZone())) {
            MenuItem item = new MenuItem(words.get(choice.key(), dates.full(choice.at())));
            item.setOnAction(_ -> send.accept(choice.at()));
            getItems().add(item);
        }
        CustomMenuItem other = new CustomMenuItem(other(), false);
        other.getStyleClass().add("plain-item");
        getItems().addAll(new SeparatorMenuItem(), other);
    }

    private Node other() {
        DatePicker day = new DatePicker(LocalDate.now(clock).plusDays(1));
        day.setPrefWidth(130);
        day.setAccessibleText(words.get("write.later.day"));
        TextField time = new TextField("09:00");
        time.setPrefColumnCount(4);
        time.setAccessibleText(words.get("write.later.time"));
        Runnable go = () -> Later.at(day.getValue(), time.getText(), clock.instant(), clock.getZone())
                .ifPresentOrElse(at -> {
                    hide();
                    send.accept(at);
                }, time::requestFocus);
        time.setOnAction(_ -> go.run());
        return Controls.row(8, day, time, Controls.button(words.get("write.later.send"), go));
    }
}
