/**
 * The user's rules on the screen: the list with what each did, and the form in which one is written as a sentence, with what it would have
 * done shown while it is written.
 *
 * <p>In: rules and what they did. Out: acts on them. Floor 4.
 */
@NullMarked
package app.kith.ui.rule;

import org.jspecify.annotations.NullMarked;
