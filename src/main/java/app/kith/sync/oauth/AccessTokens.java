package app.kith.sync.oauth;

import app.kith.sync.oauth.TokenPlace.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Access tokens made from grants, each used until shortly before its end. Thread-safe. */
public final class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Tokens> made = new HashMap<>();

    /**
     * Makes an empty set.
     *
     * @param clock what time it is
     */
    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * A token that can be used now. Asks the provider where there is none; takes up to half a minute then.
     *
     * @param grant what the user granted
     * @param renewed given the grant to keep instead, where the provider has exchanged the refresh token
     * @return the access token
     * @throws app.kith.words.KithException BROWSER_REFUSED if the grant was withdrawn, UNREACHABLE
     */
    public synchronized String token(Grant grant, Consumer<Grant> renewed) {
        Tokens known = made.get(grant.refreshToken());
        if (known != null && clock.instant().isBefore(known.until().minus(EARLY))) {
            return known.access();
        }
        Tokens fresh = new TokenPlace(grant.tokenPlace(), clock).refresh(grant);
        Grant now = grant;
        if (!fresh.refresh().isEmpty() && !fresh.refresh().equals(grant.refreshToken())) {
            now = grant.renewed(fresh.refresh());
            renewed.accept(now);
        }
        made.remove(grant.refreshToken());
        made.put(now.refreshToken(), fresh);
        return fresh.access();
    }
}
