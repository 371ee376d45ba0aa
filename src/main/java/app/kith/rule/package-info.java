/**
 * What the user wants done by itself: when something happens, if something holds, then something is done.
 *
 * <p>In: lines that a person or the ledger wrote. Out: rules as values, the words that make a mail important, the marks that keep what a
 * rule did from being done again. Nothing here runs a rule. Floor 0.
 */
@NullMarked
package app.kith.rule;

import org.jspecify.annotations.NullMarked;
