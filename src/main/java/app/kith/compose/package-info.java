/**
 * The writing room: a {@link app.kith.compose.Letter} in, the bytes of a message out (RFC 5322, 2045-2047, 2231, 3676).
 *
 * <p>What is written here is read back the same by the mail room. It touches no file and no network. Floor 0.
 */
@NullMarked
package app.kith.compose;

import org.jspecify.annotations.NullMarked;
