/**
 * What the program proposes by itself from what it has seen, and what is to be followed up.
 *
 * <p>In: correspondents, turns, promises, tasks and intervals in the store. Out: change sets in the ledger, each naming the rule that made
 * it or the user's act; the agenda of the day. Floor 2.
 */
@NullMarked
package app.kith.assist;

import org.jspecify.annotations.NullMarked;
