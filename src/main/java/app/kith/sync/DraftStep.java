package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import java.util.Locale;

/**
 * What is still to be done on a server with the copy of a letter that is being written, or was.
 *
 * @param account the account on whose server
 * @param letter the letter
 * @param kind what is to be done
 */
public record DraftStep(Account account, Outgoing letter, Kind kind) {

    /** What can be to be done. */
    public enum Kind {
        /** A copy is put into the folder of drafts. */
        PUT,
        /** The copy there is replaced by the version that is kept here. */
        REPLACE,
        /** The copy there is removed: the letter was sent, thrown away, or is another account's now. */
        REMOVE;

        /** {@return its word in keys of texts and in documents} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
