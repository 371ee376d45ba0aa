/**
 * Mail accounts as plain values: servers, security, and the presets of providers.
 *
 * <p>In: an e-mail address. Out: where its servers are and what secret they want. No network here. Floor 0.
 */
@NullMarked
package app.kith.account;

import org.jspecify.annotations.NullMarked;
