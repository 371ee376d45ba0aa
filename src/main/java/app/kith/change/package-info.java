/**
 * What the two logs hold, as plain values: {@link app.kith.change.ChangeSet}s of the ledger and
 * {@link app.kith.change.MailEvent}s of the mail log, and the positions at which they stand.
 *
 * <p>Everything that is kept can be said with these values; the store is what comes out when they are applied in order. Floor 0.
 */
@NullMarked
package app.kith.change;

import org.jspecify.annotations.NullMarked;
