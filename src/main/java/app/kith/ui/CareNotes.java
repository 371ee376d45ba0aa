package app.kith.ui;

import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.today.TodayView.Note;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What Today says beside what is to be done: what mail proposes, and what is lacking for the data to be safe. */
final class CareNotes {
    private CareNotes() {}

    /**
     * @param proposals how many proposals of mail wait
     * @param open mends what is lacking
     * @param review goes to the proposals
     */
    static List<Note> of(List<Care> all, int proposals, Words words, Consumer<Care> open, Runnable review) {
        List<Note> notes = new ArrayList<>();
        if (proposals > 0) {
            notes.add(new Note(words.count("follow.proposals", proposals), "fth-user-plus", review));
        }
        all.forEach(care -> notes.add(new Note(
                words.get("guard.care." + care.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), care.file()),
                icon(care), () -> open.accept(care))));
        return notes;
    }

    private static String icon(Care care) {
        return switch (care.kind()) {
            case TRIAL_FAILED -> "fth-alert-octagon";
            case NO_RECOVERY -> "fth-life-buoy";
            case NO_PLAN -> "fth-archive";
        };
    }
}
