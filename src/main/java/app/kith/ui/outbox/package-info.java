/**
 * The outbox as a page: what is being written, what waits, what was refused and why, what was sent lately.
 *
 * <p>In: outgoing messages and what changed in the store. Out: a model without controls, and the view bound to it.
 */
@NullMarked
package app.kith.ui.outbox;

import org.jspecify.annotations.NullMarked;
