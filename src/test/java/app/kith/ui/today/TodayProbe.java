package app.kith.ui.today;

import app.kith.assist.FollowUp;
import app.kith.ui.look.DayItems;
import app.kith.words.Words;
import java.time.LocalDate;
import javafx.event.ActionEvent;

/** Lets tests of the window reach the menus of Today, which need a window of the system to be shown. */
public final class TodayProbe {
    private TodayProbe() {}

    /** Chooses an item of the menu that puts off, counted from 0; "next Monday" is the second. */
    public static void later(Words words, TodayModel model, FollowUp one, LocalDate today, int item) {
        DayItems.of(words, today, () -> {}, until -> model.snooze(one, until)).get(item).getOnAction()
                .handle(new ActionEvent());
    }
}
