package app.kith.sync.oauth;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider's token endpoint (RFC 6749, section 3.2). HTTPS, except on this machine itself. */
final class TokenPlace {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final long USUAL_LIFE = 3600;

    private final URI place;
    private final Clock clock;

    TokenPlace(String place, Clock clock) {
        this.place = protectedPlace(place);
        this.clock = clock;
    }

    /** Refuses to send anything to a place that is not protected. */
    static URI protectedPlace(String place) {
        URI uri = URI.create(place);
        boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !here) {
            throw new KithException(Problem.PLAIN_REFUSED, String.valueOf(uri.getHost()));
        }
        return uri;
    }

    /** Exchanges the code that the browser brought. */
    Tokens exchange(String clientId, @Nullable String clientSecret, String code, String verifier, String redirect) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect);
        form.put("code_verifier", verifier);
        return ask(form, clientId, clientSecret);
    }

    /** Makes a new access token. */
    Tokens refresh(Grant grant) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", grant.refreshToken());
        return ask(form, grant.clientId(), grant.clientSecret());
    }

    private Tokens ask(Map<String, String> form, String clientId, @Nullable String clientSecret) {
        form.put("client_id", clientId);
        if (clientSecret != null) {
            form.put("client_secret", clientSecret);
        }
        HttpRequest request = HttpRequest.newBuilder(place).timeout(WAIT)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(WAIT)
                .followRedirects(HttpClient.Redirect.NEVER).build()) {
            return read(client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new KithException(e, Problem.UNREACHABLE, place.getHost(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KithException(e, Problem.CANCELLED);
        }
    }

    private Tokens read(HttpResponse<String> response) {
        JsonNode json;
        try {
            json = new JsonMapper().readTree(response.body());
        } catch (JacksonException e) {
            throw new KithException(e, Problem.BROWSER_REFUSED, place.getHost(), "HTTP " + response.statusCode());
        }
        String token = json.path("access_token").asString("");
        if (response.statusCode() != 200 || token.isEmpty()) {
            String why = json.path("error_description").asString(json.path("error").asString(""));
            throw new KithException(Problem.BROWSER_REFUSED, place.getHost(),
                    why.isEmpty() ? "HTTP " + response.statusCode() : why);
        }
        Instant until = clock.instant().plusSeconds(json.path("expires_in").asLong(USUAL_LIFE));
        return new Tokens(token, until, json.path("refresh_token").asString(""));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /**
     * What was given.
     *
     * @param access the access token
     * @param until when it ends
     * @param refresh a refresh token; empty where the old one stays
     */
    record Tokens(String access, Instant until, String refresh) {}
}
