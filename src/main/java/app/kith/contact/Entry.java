package app.kith.contact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a contact, or is to happen: an activity (call, meeting, note, task) or a business record (quotation,
 * order, contract, service case).
 *
 * @param id its number
 * @param contact the contact it belongs to
 * @param kind what it is
 * @param at when it happened or happens; the day of a record, at its first instant in the user's zone
 * @param until when it ended, or when a task is due; null where there is nothing to say
 * @param title its short name; may be empty
 * @param text what was said; may be empty
 * @param number the record's number; empty for activities
 * @param amount the record's amount; null where there is none
 * @param currency ISO 4217 code of the amount; empty where there is none
 * @param state where it stands, in the user's word; {@link #OPEN} or {@link #DONE} for a task; may be empty
 * @param source where it came from
 * @param files the files that are kept with it
 */
public record Entry(long id, long contact, Kind kind, Instant at, @Nullable Instant until, String title, String text,
        String number, @Nullable BigDecimal amount, String currency, String state, Source source,
        List<KeptFile> files) {

    /** Keeps its own copy of the list. In ledgers from before there were files nothing is said of them. */
    public Entry {
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** An entry without files. */
    public Entry(long id, long contact, Kind kind, Instant at, @Nullable Instant until, String title, String text,
            String number, @Nullable BigDecimal amount, String currency, String state, Source source) {
        this(id, contact, kind, at, until, title, text, number, amount, currency, state, source, List.of());
    }

    /** With what the place begins of what the user entered about a mail. */
    private static final String OF_MAIL = "message ";

    /** State of a task that is to be done. */
    public static final String OPEN = "open";

    /** State of a task that is done. */
    public static final String DONE = "done";

    /** The kinds. Their names stand in the ledger. */
    public enum Kind {
        /** A telephone call. */
        CALL,
        /** A meeting. */
        MEETING,
        /** A note. */
        NOTE,
        /** Something to do. */
        TASK,
        /** A quotation. */
        QUOTATION,
        /** An order. */
        ORDER,
        /** A contract. */
        CONTRACT,
        /** A service case. */
        CASE;

        /** {@return whether it is a business record and not an activity} */
        public boolean isRecord() {
            return this == QUOTATION || this == ORDER || this == CONTRACT || this == CASE;
        }
    }

    /**
     * The same with another contact.
     *
     * @param other number of the contact
     * @return the entry
     */
    public Entry of(long other) {
        return new Entry(id, other, kind, at, until, title, text, number, amount, currency, state, source, files);
    }

    /**
     * The same under another number of the store.
     *
     * @param other its number
     * @return the entry
     */
    public Entry numbered(long other) {
        return new Entry(other, contact, kind, at, until, title, text, number, amount, currency, state, source, files);
    }

    /**
     * The same with another end or day.
     *
     * @param other when it ended, or when a task is due; null for no day
     * @return the entry
     */
    public Entry until(@Nullable Instant other) {
        return new Entry(id, contact, kind, at, other, title, text, number, amount, currency, state, source, files);
    }

    /**
     * The mail that it hangs on: from which it was made, by the program or by hand.
     *
     * @return number of the mail; 0 where there is none
     */
    public long message() {
        String place = source.place().startsWith(OF_MAIL) ? source.place().substring(OF_MAIL.length()) : source.place();
        boolean mail = source.kind() == Source.Kind.MAIL || place.length() < source.place().length();
        return mail && place.matches("[0-9]{1,18}") ? Long.parseLong(place) : 0;
    }

    /**
     * The source of what the user enters about a mail.
     *
     * @param message number of the mail
     * @return the source: the hand, and the mail as its place
     */
    public static Source aboutMail(long message) {
        return new Source(Source.Kind.HAND, OF_MAIL + message);
    }

    /**
     * The same from another source.
     *
     * @param other the source
     * @return the entry
     */
    public Entry from(Source other) {
        return new Entry(id, contact, kind, at, until, title, text, number, amount, currency, state, other, files);
    }

    /**
     * The same in another state.
     *
     * @param other the state
     * @return the entry
     */
    public Entry in(String other) {
        return new Entry(id, contact, kind, at, until, title, text, number, amount, currency, other, source, files);
    }

    /**
     * The same with other files.
     *
     * @param others the files
     * @return the entry
     */
    public Entry with(List<KeptFile> others) {
        return new Entry(id, contact, kind, at, until, title, text, number, amount, currency, state, source, others);
    }
}
