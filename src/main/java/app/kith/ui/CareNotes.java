package app.kith.ui;

import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.today.TodayView.Note;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What Today says of what is lacking for the data to be safe. */
final class CareNotes {
    private CareNotes() {}

    static List<Note> of(List<Care> all, Words words, Consumer<Care> open) {
        return all.stream().map(care -> new Note(
                words.get("guard.care." + care.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), care.file()),
                icon(care), () -> open.accept(care))).toList();
    }

    private static String icon(Care care) {
        return switch (care.kind()) {
            case TRIAL_FAILED -> "fth-alert-octagon";
            case NO_RECOVERY -> "fth-life-buoy";
            case NO_PLAN -> "fth-archive";
        };
    }
}
