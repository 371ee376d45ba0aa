/**
 * Keys and secrets: the random master key, how it is wrapped, the keys derived from it, and the passwords it seals.
 *
 * <p>In: a passphrase or the key store of the operating system. Out: keys by purpose, secrets by name; nothing in clear on disk.
 * Floor 1.
 */
@NullMarked
package app.kith.vault;

import org.jspecify.annotations.NullMarked;
