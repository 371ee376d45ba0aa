/**
 * What the program proposes by itself from what it has seen.
 *
 * <p>In: correspondents in the store. Out: change sets in the ledger, each naming the rule that made it. Floor 2.
 */
@NullMarked
package app.kith.assist;

import org.jspecify.annotations.NullMarked;
