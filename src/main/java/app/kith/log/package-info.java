/**
 * The two append-only logs that are the truth: the ledger and the mail log.
 *
 * <p>In: change sets and mail events. Out: the same, in order, for ever. Records are framed with length and checksum, sealed
 * (AES-GCM), chained by hash and forced to disk before the act is called done; a torn tail is cut off on open, damage in the
 * middle is found and named. Floor 1.
 */
@NullMarked
package app.kith.log;

import org.jspecify.annotations.NullMarked;
