/**
 * The review of duplicates: groups of customers who are perhaps one, the surest first, side by side with what speaks for and against.
 * In: the scan of the desk. Out: merges and "not the same", each told and taken back like every other act.
 */
@NullMarked
package app.kith.ui.review;

import org.jspecify.annotations.NullMarked;
