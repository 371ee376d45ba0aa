package app.kith.sync.oauth;

import app.kith.account.OAuth;
import app.kith.sync.StopSignal;
import app.kith.sync.oauth.TokenPlace.Tokens;
import app.kith.words.KithException;
import app.kith.words.Problem;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the user sign in at the provider in the browser, and takes the answer on a port of this machine (RFC 8252, section 7.3). The
 * code is bound to this attempt by PKCE with S256 and by a random state; an answer with another state is refused.
 */
public final class BrowserSignIn {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OAuth places;
    private final String clientId;
    private final @Nullable String clientSecret;
    private final String page;
    private final Duration patience;

    /**
     * Prepares a sign-in.
     *
     * @param places the provider's
     * @param clientId the program's registration
     * @param clientSecret what some providers hand out with it; null for none
     * @param page one sentence that the browser shows at the end, in the user's language
     */
    public BrowserSignIn(OAuth places, String clientId, @Nullable String clientSecret, String page) {
        this(places, clientId, clientSecret, page, PATIENCE);
    }

    BrowserSignIn(OAuth places, String clientId, @Nullable String clientSecret, String page, Duration patience) {
        this.places = places;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.page = page;
        this.patience = patience;
    }

    /**
     * Does it: opens the browser and waits until the user has signed in, ten minutes at most. Interrupting the thread ends it.
     *
     * @param email whom to propose to the provider
     * @param browser opens an address
     * @param stop ends the waiting
     * @return what to keep
     * @throws KithException BROWSER_REFUSED with the provider's words, CANCELLED, TIMEOUT, UNREACHABLE
     */
    public Grant run(String email, Consumer<String> browser, StopSignal stop) {
        TokenPlace.protectedPlace(places.authorize());
        String state = random();
        String verifier = random();
        CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
        HttpServer server = listen(exchange -> take(exchange, state, answer));
        Runnable release = stop
                .onRequest(() -> answer.completeExceptionally(new KithException(Problem.CANCELLED)));
        try {
            String redirect = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            browser.accept(address(email, state, verifier, redirect));
            Map<String, String> fields = await(answer);
            String code = fields.getOrDefault("code", "");
            if (code.isEmpty()) {
                throw new KithException(Problem.BROWSER_REFUSED, host(),
                        fields.getOrDefault("error_description", fields.getOrDefault("error", "")));
            }
            Tokens tokens = new TokenPlace(places.token(), Clock.systemUTC()).exchange(clientId, clientSecret, code,
                    verifier, redirect);
            if (tokens.refresh().isEmpty()) {
                throw new KithException(Problem.BROWSER_REFUSED, host(), "no refresh token");
            }
            return new Grant(places.token(), clientId, clientSecret, tokens.refresh());
        } finally {
            release.run();
            server.stop(0);
        }
    }

    private String host() {
        return String.valueOf(URI.create(places.authorize()).getHost());
    }

    private String address(String email, String state, String verifier, String redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", redirect);
        query.put("scope", places.scope());
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        query.put("login_hint", email);
        query.put("access_type", "offline"); // Google gives no refresh token without it; others pass it over.
        query.put("prompt", "consent");
        return places.authorize() + (places.authorize().contains("?") ? "&" : "?") + TokenPlace.encoded(query);
    }

    private HttpServer listen(com.sun.net.httpserver.HttpHandler handler) {
        try {
            HttpServer server = HttpServer
                    .create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 4);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new KithException(e, Problem.INTERNAL, "loopback");
        }
    }

    /** Other requests than the answer, such as for an icon, and answers to other attempts are turned away. */
    private void take(HttpExchange exchange, String state, CompletableFuture<Map<String, String>> answer)
            throws IOException {
        Map<String, String> fields = fields(exchange.getRequestURI());
        boolean ours = exchange.getRequestURI().getPath().equals("/") && state.equals(fields.get("state"));
        byte[] body = ("<!doctype html><meta charset=utf-8><title>Kith</title><body style=\"font:18px sans-serif;margin:3em\">"
                + (ours ? page : "") + "</body>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(ours ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        if (ours) {
            answer.complete(fields);
        }
    }

    private static Map<String, String> fields(URI uri) {
        Map<String, String> fields = new HashMap<>();
        String query = uri.getRawQuery();
        for (String field : query == null ? new String[0] : query.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Map<String, String> await(CompletableFuture<Map<String, String>> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new KithException(e, Problem.TIMEOUT, host());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KithException(e, Problem.CANCELLED);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KithException stopped) {
                throw stopped;
            }
            throw new KithException(e, Problem.INTERNAL, "sign-in");
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
