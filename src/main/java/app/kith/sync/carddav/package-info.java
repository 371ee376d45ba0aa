/**
 * Address books on servers (CardDAV: RFC 6352, RFC 6578, RFC 6764), followed in both directions.
 *
 * <p>In: an account with the address of its server, the cards and links that the ledger holds. Out: change sets, and cards put onto the
 * server, each the received one with only the edited lines changed. {@link app.kith.sync.carddav.DavServer} speaks to the server and
 * knows no contacts; {@link app.kith.sync.carddav.BookPass} brings both sides together three-way (last seen there, there now, the record
 * here) and knows no HTTP. A killed pass is taken up by the next one, which knows its own cards again. Nothing is erased on either side
 * by an answer that is empty, missing or wrong. Floor 2.
 */
@NullMarked
package app.kith.sync.carddav;

import org.jspecify.annotations.NullMarked;
