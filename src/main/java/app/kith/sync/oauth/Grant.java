package app.kith.sync.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the user has granted, as the vault keeps it in the place of a password.
 *
 * @param tokenPlace where tokens are made
 * @param clientId the program's registration
 * @param clientSecret what some providers hand out with it, though a program on a desk can keep no secret; null for none
 * @param refreshToken makes access tokens until it is withdrawn
 */
public record Grant(String tokenPlace, String clientId, @Nullable String clientSecret, String refreshToken) {
    private static final String MARK = "\u0001oauth2 ";
    private static final JsonMapper JSON = new JsonMapper();

    /** {@return the text under which it is kept} */
    public String encoded() {
        return MARK + JSON.writeValueAsString(this);
    }

    /**
     * Tells a grant from a password.
     *
     * @param secret what the vault keeps
     * @return the grant; empty where it is a password
     */
    public static Optional<Grant> of(String secret) {
        if (!secret.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(secret.substring(MARK.length()), Grant.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Grant renewed(String token) {
        return new Grant(tokenPlace, clientId, clientSecret, token);
    }

    /** Says nothing secret, wherever it is printed. */
    @Override
    public String toString() {
        return "Grant of " + clientId;
    }
}
