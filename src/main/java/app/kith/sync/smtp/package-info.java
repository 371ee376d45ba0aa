/**
 * The SMTP room: one connection that hands one message after another to the sending server (RFC 5321, 2920, 3207, 3461, 4954, 6152,
 * 6531).
 *
 * <p>In: an account, an envelope, bytes. Out: what became of each recipient, and whether the end of the message was sent. Written on
 * sockets, because sending exactly once needs to know at which byte a connection was lost. Floor 2.
 */
@NullMarked
package app.kith.sync.smtp;

import org.jspecify.annotations.NullMarked;
