package app.kith.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFetcherTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Headers> heads = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            heads.add(exchange.getRequestHeaders());
            if (path.startsWith("/to?")) {
                exchange.getResponseHeaders().add("Location", path.substring(4));
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type",
                        path.endsWith(".svg") ? "image/svg+xml" : path.endsWith(".html") ? "text/html" : "image/png");
                byte[] body = path.startsWith("/large") ? new byte[6_000_000] : PICTURE;
                exchange.sendResponseHeaders(path.startsWith("/gone") ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Names such as {@code pictures.example} are public here and lead to the server of the test; others are what they say. */
    private final class Loop implements Wire {
        @Override
        public List<InetAddress> resolve(String host) throws IOException {
            List<InetAddress> found = new ArrayList<>();
            found.add(host.equals("pictures.example")
                    ? InetAddress.getByAddress(host, new byte[]{93, (byte) 184, 34, 20})
                    : host.equals("inside.example")
                            ? InetAddress.getByAddress(host, new byte[]{10, 0, 0, 8})
                            : InetAddress.ofLiteral(host));
            return found;
        }

        @Override
        public Answer get(URI address, long until) throws IOException {
            assertThat(address.getScheme()).isEqualTo("https");
            URI local = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + address.getRawPath()
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
            HttpURLConnection connection = (HttpURLConnection) local.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            return new Answer(status, Objects.requireNonNullElse(connection.getHeaderField("Location"), ""),
                    Objects.requireNonNullElse(connection.getContentType(), ""),
                    status >= 400 ? InputStream.nullInputStream() : connection.getInputStream());
        }
    }

    private byte[] fetch(String address) {
        return Objects.requireNonNullElse(new PictureFetcher(new Loop(), Duration.ofSeconds(20)).fetch(address),
                new byte[0]);
    }

    @Test
    void aPictureIsFetchedAndHttpBecomesHttps() {
        assertThat(fetch("https://pictures.example/a.png")).isEqualTo(PICTURE);
        assertThat(fetch("http://pictures.example/b.png?x=1")).isEqualTo(PICTURE);
        assertThat(fetch("https://pictures.example/to?/c.png")).isEqualTo(PICTURE);
        assertThat(asked).containsExactly("/a.png", "/b.png?x=1", "/to?/c.png", "/c.png");
        assertThat(heads).allSatisfy(head -> assertThat(head).doesNotContainKeys("Cookie", "Referer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/a.png", "https://[::1]/a.png", "https://10.1.2.3/a.png",
            "https://192.168.1.1/a.png", "https://172.16.0.1/a.png", "https://169.254.169.254/a.png",
            "https://100.64.0.1/a.png", "https://0.0.0.0/a.png", "https://[fe80::1]/a.png", "https://[fd00::1]/a.png",
            "https://[::ffff:10.0.0.1]/a.png", "https://[64:ff9b::a00:1]/a.png", "https://inside.example/a.png",
            "https://pictures.example:8443/a.png", "https://user@pictures.example/a.png",
            "ftp://pictures.example/a.png",
            "file:///etc/passwd", "data:image/png;base64,AA", "https://", "::", "https:///a.png", ""})
    void whatDoesNotLieOnTheOpenWebIsNotAskedFor(String address) {
        assertThat(fetch(address)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://inside.example/a.png", "https://127.0.0.1/a.png", "http://[::1]/a.png",
            "ftp://pictures.example/a.png", "file:///etc/passwd"})
    void aRedirectIsLookedAtByTheSameRules(String to) {
        assertThat(fetch("https://pictures.example/to?" + to)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsNoPictureOrTooLargeOrEndlessIsLeft() {
        assertThat(fetch("https://pictures.example/page.html")).isEmpty();
        assertThat(fetch("https://pictures.example/drawing.svg")).isEmpty();
        assertThat(fetch("https://pictures.example/large.png")).isEmpty();
        assertThat(fetch("https://pictures.example/gone.png")).isEmpty();
        String round = "/to?/to?/to?/to?/to?/to?/to?/to?/a.png";
        assertThat(fetch("https://pictures.example" + round)).isEmpty();
        assertThat(asked).hasSize(4 + 6);
    }
}
