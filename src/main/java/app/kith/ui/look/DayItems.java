package app.kith.ui.look;

import app.kith.words.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;

/** The items of a menu for a later day: those that are wanted most, and any other. */
public final class DayItems {
    private DayItems() {}

    /**
     * Makes the items.
     *
     * @param words the language
     * @param today what day it is
     * @param hide hides the menu
     * @param chosen takes the day that was chosen, later than today
     * @return the items
     */
    public static List<MenuItem> of(Words words, LocalDate today, Runnable hide, Consumer<LocalDate> chosen) {
        DayField day = new DayField(words);
        day.setPromptText(words.get("follow.later.pick"));
        day.setAccessibleText(words.get("follow.later.pick"));
        day.valueProperty().addListener((_, _, now) -> {
            if (now != null && now.isAfter(today)) {
                hide.run();
                chosen.accept(now);
            }
        });
        return List.of(item(words.get("follow.later.tomorrow"), today.plusDays(1), chosen),
                item(words.get("follow.later.monday"), today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), chosen),
                item(words.get("follow.later.week"), today.plusWeeks(1), chosen), new CustomMenuItem(day, false));
    }

    private static MenuItem item(String text, LocalDate day, Consumer<LocalDate> chosen) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> chosen.accept(day));
        return item;
    }
}
