/**
 * The append-only logs that are the truth: the ledger, the mail log, and the log of the files that entries keep.
 *
 * <p>In: change sets, mail events, files. Out: the same, in order, for ever. Records are framed with length and checksum, sealed
 * (AES-GCM), chained by hash and forced to disk before the act is called done; a torn tail is cut off on open, damage in the
 * middle is found and named. Nothing is ever changed, with two exceptions: bytes that nothing can need again are dropped, and a
 * person is erased. Then a file is written anew beside the old one, whose place it takes; every record keeps its offset, its number
 * and its hash. Floor 1.
 */
@NullMarked
package app.kith.log;

import org.jspecify.annotations.NullMarked;
