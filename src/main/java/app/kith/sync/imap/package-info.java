/**
 * IMAP as Kith speaks it, over Angus Mail's protocol class: streamed, pipelined, bounded.
 *
 * <p>In: a server and a secret. Out: folders, listings of UIDs and flags, raw messages one by one. Nothing is stored here. Floor 2.
 */
@NullMarked
package app.kith.sync.imap;

import org.jspecify.annotations.NullMarked;
