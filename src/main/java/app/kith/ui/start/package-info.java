/**
 * The beginning: the passphrase of a data folder, the first mailbox, the sample mailbox.
 *
 * <p>In: what the user types. Out: an open desk, an account that was tried. Nothing secret is kept here longer than it is needed.
 */
@NullMarked
package app.kith.ui.start;

import org.jspecify.annotations.NullMarked;
