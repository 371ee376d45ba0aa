package app.kith.ui.today;

import app.kith.ui.look.DayField;
import app.kith.words.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;

/** Until when something is put off. */
final class LaterMenu extends ContextMenu {
    LaterMenu(Words words, LocalDate today, Consumer<LocalDate> chosen) {
        getItems().addAll(item(words.get("follow.later.tomorrow"), today.plusDays(1), chosen),
                item(words.get("follow.later.monday"), today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), chosen),
                item(words.get("follow.later.week"), today.plusWeeks(1), chosen));
        DayField day = new DayField(words);
        day.setPromptText(words.get("follow.later.pick"));
        day.setAccessibleText(words.get("follow.later.pick"));
        day.valueProperty().addListener((_, _, now) -> {
            if (now != null && now.isAfter(today)) {
                hide();
                chosen.accept(now);
            }
        });
        CustomMenuItem pick = new CustomMenuItem(day, false);
        getItems().add(pick);
    }

    private static MenuItem item(String text, LocalDate day, Consumer<LocalDate> chosen) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> chosen.accept(day));
        return item;
    }
}
