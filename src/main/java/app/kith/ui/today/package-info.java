/**
 * Today: what is overdue, due, owed and awaited, in one list that the day is steered by.
 *
 * <p>In: the agenda, read off the JavaFX thread when the store or the time changes. Out: acts in the ledger, each with its way back.
 */
@NullMarked
package app.kith.ui.today;

import org.jspecify.annotations.NullMarked;
