package app.kith.store;

import app.kith.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read again.
 *
 * @param message its number
 * @param charset the charset it is read with now; empty for the one that is recognised
 * @param readings what it said before and says now; null where nothing differs or its bytes cannot be read
 */
public record Reread(long message, String charset, @Nullable Readings readings) {

    /**
     * Two readings of the same bytes.
     *
     * @param before the one from which the rows were made
     * @param after the one that is wanted
     */
    public record Readings(Mail before, Mail after) {}
}
