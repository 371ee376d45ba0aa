package app.kith.account;

import org.jspecify.annotations.Nullable;

/**
 * How a provider's sign-in through the browser is reached (RFC 6749, RFC 8252).
 *
 * @param authorize where the user signs in
 * @param token where codes and refresh tokens are exchanged
 * @param scope what is asked for
 * @param clientId the program's registration with the provider; null where the user has to give one
 */
public record OAuth(String authorize, String token, String scope, @Nullable String clientId) {}
