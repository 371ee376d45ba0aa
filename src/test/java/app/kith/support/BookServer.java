package app.kith.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CardDAV server inside the test, on the loopback interface, with one user and one address book. It can fail at any request, change
 * versions without a reason, forget its tokens and rewrite what it is given.
 */
public final class BookServer implements AutoCloseable {
    public static final String USER = "sales@example.test";
    public static final String PASSWORD = "s3cret";
    public static final String BOOK = "/dav/sales/contacts/";
    private static final Pattern HREF = Pattern.compile("<(?:\\w+:)?href>([^<]*)</");
    private static final Pattern TOKEN = Pattern.compile("<d:sync-token>([^<]*)</");

    /** What happens to a request: an HTTP status to answer with, or one of these. */
    public static final int AS_USUAL = 0;
    public static final int CUT_BEFORE = -1;
    public static final int CUT_AFTER = -2;

    private final HttpServer server;
    private final Map<String, Card> cards = new TreeMap<>();
    private final Map<String, Integer> gone = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private Function<String, Integer> fault = _ -> AS_USUAL;
    private UnaryOperator<String> rewriting = text -> text;
    private String redirect = "";
    private boolean there = true;
    private boolean multiget = true;
    private boolean writable = true;
    private int unknownToken = 403;
    private int oldestToken;
    private int clock = 1;

    /** A card with its version. */
    public record Card(int version, String text) {
        String etag() {
            return "\"v" + version + "\"";
        }
    }

    public BookServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    public String bookUrl() {
        return "http://localhost:" + server.getAddress().getPort() + BOOK;
    }

    /** Another client's hand. */
    public synchronized void put(String name, String text) {
        cards.put(BOOK + name, new Card(++clock, text));
        gone.remove(BOOK + name);
    }

    public synchronized void remove(String name) {
        cards.remove(BOOK + name);
        gone.put(BOOK + name, ++clock);
    }

    public synchronized void rename(String from, String to) {
        String text = cards.get(BOOK + from).text();
        remove(from);
        put(to, text);
    }

    public synchronized String text(String name) {
        Card card = cards.get(BOOK + name);
        return card == null ? "" : card.text();
    }

    /** {@return the cards by their names} */
    public synchronized Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        cards.forEach((path, card) -> texts.put(path.substring(BOOK.length()), card.text()));
        return texts;
    }

    /** Gives a card another version without another text. */
    public synchronized void touch(String name) {
        put(name, text(name));
    }

    public synchronized void failing(Function<String, Integer> how) {
        fault = how;
    }

    public synchronized void rewriting(UnaryOperator<String> how) {
        rewriting = how;
    }

    public synchronized void redirecting(String to) {
        redirect = to;
    }

    public synchronized void withoutMultiget() {
        multiget = false;
    }

    public synchronized void readOnly() {
        writable = false;
    }

    public synchronized void gone(boolean is) {
        there = !is;
    }

    /** Forgets all tokens, and says so with a status. */
    public synchronized void forgetTokens(int status) {
        unknownToken = status;
        oldestToken = ++clock;
    }

    /** {@return method and path of each request since this was last asked} */
    public synchronized List<String> requests() {
        List<String> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    /** {@return what was said to sign in, ever} */
    public synchronized List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            int what;
            synchronized (this) {
                requests.add(exchange.getRequestMethod() + " " + path);
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                what = fault.apply(exchange.getRequestMethod() + " " + path);
            }
            if (what > 0) {
                if (what == 503) {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                }
                exchange.sendResponseHeaders(what, -1);
            } else if (what == AS_USUAL) {
                act(exchange, path, body);
            } else if (what == CUT_AFTER) {
                actUnanswered(exchange, path, body);
            }
            // An exchange that is closed without an answer is a connection that is cut.
        }
    }

    private synchronized void actUnanswered(HttpExchange exchange, String path, String body) {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> write(exchange, path, body);
            case "DELETE" -> erase(exchange, path);
            default -> {
            }
        }
    }

    private synchronized void act(HttpExchange exchange, String path, String body) throws IOException {
        String signed = "Basic " + Base64.getEncoder()
                .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!signed.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PROPFIND" -> propfind(exchange, path);
            case "REPORT" -> report(exchange, path, body);
            case "GET" -> get(exchange, path);
            case "PUT" -> exchange.sendResponseHeaders(write(exchange, path, body), -1);
            case "DELETE" -> exchange.sendResponseHeaders(erase(exchange, path), -1);
            default -> exchange.sendResponseHeaders(405, -1);
        }
    }

    private int write(HttpExchange exchange, String path, String body) {
        Card now = cards.get(path);
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        boolean fits = match == null ? now == null : now != null && now.etag().equals(match);
        if (!writable || !there) {
            return writable ? 404 : 403;
        }
        if (!fits) {
            return 412;
        }
        put(path.substring(BOOK.length()), rewriting.apply(body));
        return now == null ? 201 : 204;
    }

    private int erase(HttpExchange exchange, String path) {
        Card now = cards.get(path);
        if (now == null) {
            return 404;
        }
        if (!now.etag().equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            return 412;
        }
        remove(path.substring(BOOK.length()));
        return 204;
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        Card card = cards.get(path);
        if (card == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] bytes = card.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", card.etag());
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void propfind(HttpExchange exchange, String path) throws IOException {
        StringBuilder xml = new StringBuilder();
        if (path.equals("/.well-known/carddav")) {
            exchange.getResponseHeaders().set("Location", redirect.isEmpty() ? "/dav/" : redirect);
            exchange.sendResponseHeaders(301, -1);
            return;
        }
        switch (path) {
            case "/dav/" -> xml.append(response(path, "<d:resourcetype><d:collection/></d:resourcetype>"
                    + "<d:current-user-principal><d:href>/dav/principal/</d:href></d:current-user-principal>"));
            case "/dav/principal/" -> xml.append(response(path, "<c:addressbook-home-set><d:href>/dav/sales/</d:href>"
                    + "</c:addressbook-home-set>"));
            case "/dav/sales/" -> {
                xml.append(response(path, "<d:resourcetype><d:collection/></d:resourcetype>"));
                xml.append(there ? book() : "");
            }
            case BOOK -> {
                if (!there) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                xml.append(book());
                if ("1".equals(exchange.getRequestHeaders().getFirst("Depth"))) {
                    cards.forEach((at, card) -> xml.append(response(at, "<d:getetag>" + card.etag() + "</d:getetag>"
                            + "<d:resourcetype/>")));
                }
            }
            default -> {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
        }
        multistatus(exchange, xml.toString());
    }

    private String book() {
        String rights = writable ? "<d:privilege><d:write/></d:privilege>" : "<d:privilege><d:read/></d:privilege>";
        return response(BOOK, "<d:resourcetype><d:collection/><c:addressbook/></d:resourcetype>"
                + "<d:displayname>Contacts</d:displayname><d:sync-token>" + token() + "</d:sync-token>"
                + "<d:current-user-privilege-set>" + rights + "</d:current-user-privilege-set>");
    }

    private String token() {
        return "http://example.test/token/" + clock;
    }

    private void report(HttpExchange exchange, String path, String body) throws IOException {
        if (!there || !path.equals(BOOK)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (body.contains("sync-collection")) {
            sync(exchange, body);
        } else if (multiget) {
            StringBuilder xml = new StringBuilder();
            Matcher href = HREF.matcher(body);
            while (href.find()) {
                Card card = cards.get(java.net.URI.create(href.group(1)).getPath());
                xml.append(card == null
                        ? "<d:response><d:href>" + href.group(1)
                                + "</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
                        : response(java.net.URI.create(href.group(1)).getPath(),
                                "<d:getetag>" + card.etag() + "</d:getetag><c:address-data>"
                                        + escaped(card.text()) + "</c:address-data>"));
            }
            multistatus(exchange, xml.toString());
        } else {
            exchange.sendResponseHeaders(501, -1);
        }
    }

    private void sync(HttpExchange exchange, String body) throws IOException {
        Matcher token = TOKEN.matcher(body);
        int since = token.find() && !token.group(1).isEmpty()
                ? Integer.parseInt(token.group(1).substring(token.group(1).lastIndexOf('/') + 1))
                : 0;
        if (since < oldestToken) {
            exchange.sendResponseHeaders(unknownToken, -1);
            return;
        }
        StringBuilder xml = new StringBuilder();
        cards.forEach((at, card) -> xml.append(card.version() > since
                ? response(at, "<d:getetag>" + card.etag() + "</d:getetag>")
                : ""));
        gone.forEach((at, when) -> xml.append(when > since
                ? "<d:response><d:href>" + encoded(at)
                        + "</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
                : ""));
        multistatus(exchange, xml + "<d:sync-token>" + token() + "</d:sync-token>");
    }

    private static String response(String href, String properties) {
        return "<d:response><d:href>" + encoded(href) + "</d:href><d:propstat><d:prop>" + properties
                + "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
    }

    private static String encoded(String path) {
        try {
            return escaped(new java.net.URI(null, null, path, null).getRawPath());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    }

    private static void multistatus(HttpExchange exchange, String inside) throws IOException {
        byte[] bytes = ("<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" "
                + "xmlns:c=\"urn:ietf:params:xml:ns:carddav\">" + inside + "</d:multistatus>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(207, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
