package app.kith.sync.carddav;

import app.kith.account.Account;
import app.kith.account.Bearer;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.StopSignal;
import app.kith.sync.imap.ImapFailure;
import app.kith.sync.imap.Trust;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;

/**
 * Speaks to one CardDAV server: HTTPS alone, but for this machine itself; TLS as for mail; redirects only within what belongs to the
 * same owner, and the secret to no other host. Answers are bounded in size and time. One request at a time.
 */
final class DavServer implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final int MOST_REDIRECTS = 5;
    private static final int ATTEMPTS = 4;
    private static final int LARGEST = 64 << 20;

    private final Account account;
    private final String authorization;
    private final URI first;
    private final HttpClient client;
    private final StopSignal stop;

    /** What a server said. */
    record Answer(int status, HttpHeaders headers, byte[] body, URI at) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Makes a connection; nothing is sent yet.
     *
     * @param account the account, which has an address book's address
     * @param secret its password or marked token
     * @throws KithException PLAIN_REFUSED for http elsewhere than on this machine, USAGE for what is no address
     */
    DavServer(Account account, String secret, StopSignal stop) {
        this.account = account;
        this.stop = stop;
        this.first = address(account.carddav() == null ? "" : account.carddav());
        this.authorization = Bearer.token(secret).map(token -> "Bearer " + token)
                .orElseGet(() -> "Basic " + Base64.getEncoder()
                        .encodeToString((account.user() + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(WAIT)
                .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        if (account.certificate() != null) {
            builder.sslContext(Trust.context(account.certificate()));
        }
        this.client = builder.build();
    }

    /**
     * Reads an address as the user writes it; without a scheme it is https.
     *
     * @throws KithException PLAIN_REFUSED, USAGE
     */
    static URI address(String written) {
        String text = written.strip();
        try {
            URI uri = URI.create(text.contains("://") ? text : "https://" + text);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) {
                throw new KithException(Problem.USAGE, written);
            }
            return checked(uri);
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.USAGE, written);
        }
    }

    private static URI checked(URI uri) {
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!plain && !"https".equalsIgnoreCase(uri.getScheme())
                || plain && !new Server(host(uri), 80, Security.NONE).isLoopback()) {
            throw new KithException(Problem.PLAIN_REFUSED, host(uri));
        }
        return uri;
    }

    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@return where the account says that its address books are} */
    URI first() {
        return first;
    }

    /**
     * An address that an answer names, where the secret may go.
     *
     * @param base what it is relative to
     * @throws KithException BOOK_ELSEWHERE if it is another owner's host
     */
    URI resolve(URI base, String href) {
        try {
            URI uri = checked(base.resolve(href.strip().replace(" ", "%20")));
            if (!Owner.same(first, uri)) {
                throw new KithException(Problem.BOOK_ELSEWHERE, host(first), host(uri));
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.SERVER_REFUSED, host(first), href);
        }
    }

    /** Asks, and follows redirects. */
    Answer ask(String method, URI place, String body, Map<String, String> headers) {
        URI at = place;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer answer = patiently(method, at, body, headers);
            boolean moved = answer.status() == 301 || answer.status() == 302 || answer.status() == 303
                    || answer.status() == 307 || answer.status() == 308;
            if (!moved) {
                return checked(answer);
            }
            at = resolve(at, answer.header("Location"));
        }
        throw new KithException(Problem.SERVER_REFUSED, host(first), "too many redirects");
    }

    /**
     * Asks again where a connection was cut: some servers answer before they have read the question and hang up, others close what is
     * kept open for the next question. What writes names the version that it is meant for, so that doing it twice does no harm.
     */
    private Answer patiently(String method, URI at, String body, Map<String, String> headers) {
        for (int attempt = 1;; attempt++) {
            try {
                return once(method, at, body, headers);
            } catch (KithException e) {
                if (e.problem() != Problem.CONNECTION_LOST || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Answer checked(Answer answer) {
        if (answer.status() == 401) {
            throw new KithException(Problem.SIGN_IN_REFUSED, account.email(), "HTTP 401, " + host(first));
        }
        if (answer.status() == 429 || answer.status() == 503) {
            String rest = answer.header("Retry-After").strip();
            throw new KithException(Problem.BOOK_BUSY, host(answer.at()), rest.isEmpty() ? "?" : rest);
        }
        return answer;
    }

    private Answer once(String method, URI at, String body, Map<String, String> headers) {
        stop.check();
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(SILENCE).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.header("Authorization", authorization).header("User-Agent", "Kith");
        if (body.startsWith("<?xml")) {
            request.header("Content-Type", "application/xml; charset=utf-8");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response = client.send(request.build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return new Answer(response.statusCode(), response.headers(), bounded(in), at);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KithException(e, Problem.CANCELLED);
        } catch (IOException e) {
            throw failure(e, at);
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        Runnable release = stop.onRequest(() -> {
            try {
                in.close();
            } catch (IOException e) {
                // It is closed as far as it can be.
            }
        });
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 14];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                body.write(block, 0, count);
                if (body.size() > LARGEST) {
                    throw new KithException(Problem.SERVER_REFUSED, host(first), "an answer over 64 MB");
                }
            }
            return body.toByteArray();
        } finally {
            release.run();
        }
    }

    private KithException failure(IOException e, URI at) {
        String place = host(at);
        String why = String.valueOf(e.getMessage());
        if (stop.requested()) {
            return new KithException(e, Problem.CANCELLED);
        }
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof java.nio.channels.UnresolvedAddressException) {
                return new KithException(e, Problem.HOST_UNKNOWN, place);
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return new KithException(e, Problem.TLS_WRONG_HOST, place);
            }
        }
        return switch (e) {
            case HttpTimeoutException _ -> new KithException(e, Problem.TIMEOUT, place);
            case SSLException tls -> ImapFailure.tls(e, tls, place);
            case ConnectException _ -> new KithException(e, Problem.UNREACHABLE, place, why);
            default -> new KithException(e, Problem.CONNECTION_LOST, place);
        };
    }

    /** Asks for properties; empty where the server has nothing there. */
    Optional<Found> properties(URI place, String depth, String... names) {
        Answer answer = ask("PROPFIND", place, DavXml.propfind(names), Map.of("Depth", depth));
        return answer.status() == 207 ? Optional.of(new Found(answer.at(), xml(answer))) : Optional.empty();
    }

    /** What a server says of an address, which may have moved. */
    record Found(URI at, DavXml xml) {}

    DavXml xml(Answer answer) {
        try {
            return DavXml.parse(answer.body());
        } catch (XMLStreamException e) {
            throw new KithException(e, Problem.SERVER_REFUSED, host(first), "not XML that can be read");
        }
    }

    /** {@return the name of the host} */
    String host() {
        return host(first);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
