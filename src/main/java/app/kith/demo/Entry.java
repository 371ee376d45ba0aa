package app.kith.demo;

import java.time.Instant;
import java.util.Set;

/**
 * One message as it lies in the mailbox.
 *
 * @param talk its conversation
 * @param turn which message of it
 * @param received INTERNALDATE, in whole seconds
 * @param folder where it lies
 * @param flags its IMAP flags
 * @param trap what is wrong with it
 */
record Entry(Talk talk, int turn, Instant received, String folder, Set<String> flags, Trap trap) {

    /** What is wrong with a message, or odd. */
    enum Trap {
        NONE,
        /** No Message-ID. */
        NO_MESSAGE_ID,
        /** No Date. */
        NO_DATE,
        /** The subject stands in the header as bare GBK bytes. */
        RAW_SUBJECT,
        /** The same bytes lie in another folder too. */
        COPY,
        /** Another message with the same Message-ID. */
        TWIN
    }

    Entry with(Trap other) {
        return new Entry(talk, turn, received, folder, flags, other);
    }

    Entry in(String otherFolder) {
        return new Entry(talk, turn, received, otherFolder, flags, trap);
    }
}
