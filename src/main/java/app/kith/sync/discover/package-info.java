/**
 * Finds the servers of an address: the preset of its provider, the mail exchangers of its domain, what the domain itself publishes
 * (autoconfig, SRV), and at last the names that most servers have. In: an address. Out: servers to show before any secret is sent.
 * Only the domain is ever told to others, never the address.
 */
@NullMarked
package app.kith.sync.discover;

import org.jspecify.annotations.NullMarked;
