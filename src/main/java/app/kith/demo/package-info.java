/**
 * The sample mailbox: an IMAP server inside the program, filled with generated mail in two languages.
 *
 * <p>In: a seed and a number of messages. Out: an account on the loopback interface. No network, no account needed. Floor 2.
 */
@NullMarked
package app.kith.demo;

import org.jspecify.annotations.NullMarked;
