/**
 * The worker: one account, one pass after another, and the report of each.
 *
 * <p>In: an account's settings and its secret, and what the user did to mail or wrote. Out: events in the mail log and the store, progress, a report whose counts agree
 * with the server's or say why not. Floor 2.
 */
@NullMarked
package app.kith.sync;

import org.jspecify.annotations.NullMarked;
