package app.kith.account;

import java.util.Optional;

/**
 * Marks an access token where a secret is handed on, so that a connection signs in by XOAUTH2 instead of with a password. The mark
 * is a control character, which no password that somebody types can hold.
 */
public final class Bearer {
    private static final String MARK = "\u0001bearer ";

    private Bearer() {}

    /**
     * Marks a token.
     *
     * @param token the access token
     * @return the secret to hand on
     */
    public static String mark(String token) {
        return MARK + token;
    }

    /**
     * Tells a token from a password.
     *
     * @param secret what was handed on
     * @return the access token; empty where the secret is a password
     */
    public static Optional<String> token(String secret) {
        return secret.startsWith(MARK) ? Optional.of(secret.substring(MARK.length())) : Optional.empty();
    }
}
