package app.kith.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A throw-away Radicale on the loopback interface with one user and one address book, and another client's hand on it. */
public final class RadicaleServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/radicale");
    private static final String USER = "sales@example.test";
    private static final String BOOK = "/sales@example.test/people/";
    private static final String MAKE = """
            <?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>
            <collection/><c:addressbook/></resourcetype><displayname>People</displayname></prop></set></mkcol>""";

    private final String password = UUID.randomUUID().toString();
    private final Path home;
    private final ServerProcess process;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** {@return whether it is installed} */
    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    public RadicaleServer() {
        try {
            home = ServerProcess.folder("kith-radicale");
            port = ServerProcess.freePorts()[0];
            Files.writeString(home.resolve("users"), USER + ":" + password + "\n");
            Files.writeString(home.resolve("config"), """
                    [server]
                    hosts = 127.0.0.1:%d
                    [auth]
                    type = htpasswd
                    htpasswd_filename = %s/users
                    htpasswd_encryption = plain
                    delay = 0
                    [storage]
                    filesystem_folder = %s/cards
                    [logging]
                    level = error
                    """.formatted(port, home, home));
            process = ServerProcess.start(home, PROGRAM.toString(), "--config", home.resolve("config").toString());
            awaitReady();
            ask("MKCOL", BOOK, MAKE, Map.of("Content-Type", "application/xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        IOException last = new IOException("never asked");
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
                LockSupport.parkNanos(50_000_000);
            }
        }
        close();
        throw last;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Another client's hand. */
    public void put(String name, String text) {
        ask("PUT", BOOK + name, text, Map.of("Content-Type", "text/vcard"));
    }

    public void remove(String name) {
        ask("DELETE", BOOK + name, "", Map.of());
    }

    /** {@return a card as the server has it} */
    public String text(String name) {
        return ask("GET", BOOK + name, "", Map.of());
    }

    private String ask(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).header("Authorization", "Basic " + Base64
                        .getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        HttpResponse<String> answer = sent(request.build(), 4);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** It closes connections whenever it likes. */
    private HttpResponse<String> sent(HttpRequest request, int attempts) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (attempts > 1) {
                return sent(request, attempts - 1);
            }
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
