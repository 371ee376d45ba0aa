package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Notes in the journal what left the program as a file, for the list of all that was done. Nothing of it can be taken back. */
final class ExportNotes {
    /** With what the reasons of such change sets begin. */
    static final String REASON = "exported-";
    /** The key of the empty text by which a change set is held; behind it stands the customer's number, where it is about one. */
    static final String KEY = "exported/";

    private final Journal journal;

    ExportNotes(Journal journal) {
        this.journal = journal;
    }

    /** What was written out. */
    enum What {
        CONTACTS,
        CUSTOMER,
        PERSON,
        MAIL,
        EVERYTHING
    }

    /**
     * @param contact number of the customer whom it is about; 0 where it is not about one
     * @param count how many customers or mails went out
     */
    void add(What what, long contact, long count, Path out) {
        String file = String.valueOf(out.getFileName());
        journal.enter(Actor.USER, REASON + what.name().toLowerCase(Locale.ROOT) + " " + file + " (" + count + ")",
                _ -> List.of(new TextChange(KEY + (contact == 0 ? "" : contact), "", "")));
    }
}
