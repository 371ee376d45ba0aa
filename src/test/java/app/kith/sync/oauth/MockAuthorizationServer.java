package app.kith.sync.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorisation server on this machine: codes are bound to their challenge and redirect and good once; tokens last an hour. */
public final class MockAuthorizationServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String hint = "";
    private volatile String refresh = "";
    private volatile boolean refusing;
    private volatile boolean rotating;
    private final AtomicInteger exchanged = new AtomicInteger();
    private int made;

    public MockAuthorizationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 8);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public String place(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public String hint() {
        return hint;
    }

    public int exchanged() {
        return exchanged.get();
    }

    public void refusing(boolean on) {
        refusing = on;
    }

    public void rotating(boolean on) {
        rotating = on;
    }

    public void withdraw() {
        refresh = "none";
    }

    /** What somebody who can read the address of the browser would get. */
    public String codeFor(String address) {
        return newCode(fields(URI.create(address).getRawQuery()));
    }

    private String newCode(Map<String, String> query) {
        String code = "code-" + codes.size();
        codes.put(code, query);
        return code;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        boolean right = "code".equals(query.get("response_type")) && "kith-1".equals(query.get("client_id"))
                && "S256".equals(query.get("code_challenge_method")) && "mail".equals(query.get("scope"))
                && query.getOrDefault("redirect_uri", "").startsWith("http://127.0.0.1:")
                && query.getOrDefault("state", "").length() >= 32
                && query.getOrDefault("code_challenge", "").length() == 43;
        hint = query.getOrDefault("login_hint", "");
        if (right) {
            String answer = refusing ? "error=access_denied" : "code=" + newCode(query);
            exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "?" + answer + "&state="
                    + URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(right ? 302 : 400, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean good = "authorization_code".equals(form.get("grant_type")) ? code(form) : renews(form);
        String body = good
                ? "{\"access_token\":\"access-" + ++made + "\",\"expires_in\":3600,\"token_type\":\"Bearer\""
                        + (form.containsKey("code") || rotating ? ",\"refresh_token\":\"" + refresh + "\"" : "") + "}"
                : "{\"error\":\"invalid_grant\",\"error_description\":\"the grant is not valid\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(good ? 200 : 400, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean code(Map<String, String> form) {
        exchanged.incrementAndGet();
        Map<String, String> query = codes.remove(form.getOrDefault("code", ""));
        boolean good = query != null && challenge(form.getOrDefault("code_verifier", ""))
                .equals(query.get("code_challenge"))
                && form.getOrDefault("redirect_uri", "").equals(query.get("redirect_uri"));
        if (good) {
            refresh = "refresh-1";
        }
        return good;
    }

    private boolean renews(Map<String, String> form) {
        boolean good = refresh.equals(form.get("refresh_token"));
        if (good && rotating) {
            refresh = "refresh-2";
        }
        return good;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&", -1)) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals),
                    URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
