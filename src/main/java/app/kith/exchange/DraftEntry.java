package app.kith.exchange;

import app.kith.contact.Entry.Kind;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a table of activities or records says, before it is known whom it is about.
 *
 * @param kind what it is; null where the row does not say
 * @param at when it happened; null where the row does not say
 * @param until when it ended or is due; null where the row does not say
 * @param title its short name
 * @param text what was said
 * @param number its number
 * @param amount its amount; null for none
 * @param currency ISO 4217 code
 * @param state where it stands
 * @param files names of files that are to be kept with it
 * @param customer what is said of the customer
 * @param said for which fields there is a column, so that an empty cell of one that is missing takes nothing away
 * @param place where it stands in the file
 * @param problems what could not be read; with any of them the row is refused
 * @param origin its cells
 */
public record DraftEntry(@Nullable Kind kind, @Nullable Instant at, @Nullable Instant until, String title, String text,
        String number, @Nullable BigDecimal amount, String currency, String state, List<String> files,
        List<Value> customer,
        Set<EntryField> said, String place, List<Note> problems, List<String> origin) {

    /** Keeps its own copies. */
    public DraftEntry {
        files = List.copyOf(files);
        customer = List.copyOf(customer);
        said = Set.copyOf(said);
        problems = List.copyOf(problems);
        origin = List.copyOf(origin);
    }
}
