/**
 * Sync on the screen: the quiet line at the foot of the window, and the page that says what is done, folder by folder.
 *
 * <p>In: progress and reports of passes. Out: one state for each account, coalesced; stop, start, and what to mend.
 */
@NullMarked
package app.kith.ui.sync;

import org.jspecify.annotations.NullMarked;
