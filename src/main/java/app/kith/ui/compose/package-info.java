/**
 * Writing: a letter from its beginning to its sending, addresses proposed as one types, signatures and templates.
 *
 * <p>In: services of the desk. Out: models without controls, and the views bound to them; what is typed is kept as a draft.
 */
@NullMarked
package app.kith.ui.compose;

import org.jspecify.annotations.NullMarked;
