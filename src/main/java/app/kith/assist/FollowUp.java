package app.kith.assist;

import app.kith.store.DueView.With;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to follow up.
 *
 * @param id by which it is done, put off, accepted or refused: a number for a task, else for example {@code turn/81}
 * @param kind what it is
 * @param with with whom
 * @param conversation number of the conversation; 0 where it is in none
 * @param message number of the mail that shows it; 0 where none does
 * @param title what it is about: a task's title, a subject; may be empty
 * @param text what was written: a task's text, a promise's sentence, the first words of a mail; may be empty
 * @param since since when it waits; null where that says nothing
 * @param day by which day it is due, where the user is; null for no day
 * @param at by which minute; null where only the day counts
 * @param theirs whether the other side owes it
 */
public record FollowUp(String id, Kind kind, With with, long conversation, long message, String title, String text,
        @Nullable Instant since, @Nullable LocalDate day, @Nullable Instant at, boolean theirs) {

    /** The kinds of things to follow up. */
    public enum Kind {
        /** A task that the user entered or accepted. */
        TASK,
        /** A promise found in a mail, about which the user has not decided. */
        PROMISE,
        /** The user owes an answer. */
        TURN,
        /** The user waits for an answer. */
        WAITING,
        /** A customer with whom there was no contact for longer than is wanted. */
        INTERVAL,
        /** A meeting that is entered, or that a mail invites to. */
        MEETING,
        /** A customer's birthday. */
        BIRTHDAY
    }

    /** {@return whether it can be settled and put off; a meeting and a birthday come and go by themselves} */
    public boolean canBeSettled() {
        return kind != Kind.MEETING && kind != Kind.BIRTHDAY;
    }

    /** {@return number of the task} */
    public long task() {
        return Long.parseLong(id);
    }
}
