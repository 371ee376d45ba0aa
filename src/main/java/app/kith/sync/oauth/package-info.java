/**
 * Sign-in through the system's browser (OAuth 2.0 for native programs: RFC 8252 with PKCE, RFC 7636): the user signs in at the
 * provider, a port of this machine takes the code, and a refresh token is kept in the vault. In: a provider's places and a client
 * id. Out: a grant to keep, and access tokens made from it.
 */
@NullMarked
package app.kith.sync.oauth;

import org.jspecify.annotations.NullMarked;
