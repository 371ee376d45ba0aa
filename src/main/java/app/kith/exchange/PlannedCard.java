package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import would do with one row. */
public final class PlannedCard {
    private final Kind kind;
    private final String place;
    private final Source source;
    private final PackedValues values;
    private final @Nullable Before before;
    private final @Nullable PlannedCard with;
    private final long contact;
    private final @Nullable Note reason;

    PlannedCard(Kind kind, String place, Source source, List<Value> values, @Nullable Card before,
            @Nullable PlannedCard with, long contact, @Nullable Note reason) {
        this.kind = kind;
        this.place = place;
        this.source = source;
        this.values = new PackedValues(values);
        this.before = before == null
                ? null
                : new Before(before.id(), before.contact(), before.source(), new PackedValues(before.values()));
        this.with = with;
        this.contact = contact;
        this.reason = reason;
    }

    private record Before(long id, long contact, Source source, PackedValues values) {
        Card card() {
            return new Card(id, contact, source, values.values());
        }
    }

    /** What a row means for what is there. */
    public enum Kind {
        /** Nobody like this is there. */
        NEW,
        /** The file's own card of an earlier import says something else now. */
        CHANGED,
        /** The customer is known from elsewhere, or from another row: the card is laid to the others. */
        JOINED,
        /** The file's own card is there and says the same. */
        SAME,
        /** It cannot be told which of several customers is meant. Nothing is done. */
        CONFLICT,
        /** The row cannot be used. Nothing is done. */
        REFUSED,
        /** It would be created or updated, and the mode does not want that. */
        LEFT
    }

    /** {@return what the row means} */
    public Kind kind() {
        return kind;
    }

    /** {@return where it stands in the file} */
    public String place() {
        return place;
    }

    /** {@return what its card says} */
    public List<Value> values() {
        return values.values();
    }

    /** {@return the card that it replaces; null where it replaces none} */
    public @Nullable Card before() {
        return before == null ? null : before.card();
    }

    /** {@return number of the card that it replaces; 0 where it replaces none} */
    long replaced() {
        return before == null ? 0 : before.id();
    }

    /** {@return why nothing is done; null where something is} */
    public @Nullable Note reason() {
        return reason;
    }

    Source source() {
        return source;
    }

    /** {@return the card of this import whose new contact it shares; null for none} */
    @Nullable
    PlannedCard with() {
        return with;
    }

    /** {@return number of the contact that it is laid to; 0 for one that is new} */
    long contact() {
        return contact;
    }
}
