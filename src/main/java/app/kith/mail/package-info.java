/**
 * The mail room: raw bytes in, {@link app.kith.mail.Mail} out.
 *
 * <p>Reads any message leniently (RFC 5322, 2045-2049, 2231, 6532 and the ways real programs break them); never throws, never
 * reaches for the network. HTML is made inert here. Floor 0: pure code over byte arrays.
 */
@NullMarked
package app.kith.mail;

import org.jspecify.annotations.NullMarked;
