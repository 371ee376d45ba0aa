package app.kith.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.TestCertificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures from a real TLS server on this computer, also from one that means harm. */
@Timeout(60)
class PicturesOverTlsTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n";

    @TempDir
    private Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private SSLServerSocket server;
    private SSLSocketFactory trusting;

    @BeforeEach
    void start() throws Exception {
        TestCertificates certificates = TestCertificates.make(directory);
        trusting = TestCertificates.trusting(certificates.authority()).getSocketFactory();
        server = (SSLServerSocket) certificates.serving().getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    SSLSocket socket = (SSLSocket) server.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            String path = head.substring(4, head.indexOf(" HTTP"));
            asked.add(path);
            answer(path, socket.getOutputStream());
        } catch (IOException e) {
            gone.countDown();
        }
    }

    private static void answer(String path, OutputStream out) throws IOException {
        if (path.startsWith("/to?")) {
            out.write(text("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + path.substring(4) + "\r\n\r\n"));
        } else if (path.equals("/endless.png")) {
            out.write(text(OK + "\r\n"));
            byte[] part = new byte[65_536];
            while (true) {
                out.write(part);
            }
        } else if (path.startsWith("/slow")) {
            out.write(text(path.equals("/slow-head.png") ? OK + "X-Slow: " : OK + "\r\n"));
            while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(2_000_000);
            }
        } else if (path.equals("/short.png")) {
            out.write(text(OK + "Content-Length: 900\r\n\r\n"));
            out.write(PICTURE);
        } else if (path.equals("/page.png")) {
            out.write(text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"));
        } else {
            out.write(text(OK + "Content-Length: " + PICTURE.length + "\r\n\r\n"));
            out.write(PICTURE);
        }
        out.flush();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The name {@code pictures.example} is public here; all that is asked for goes to the server of the test, over TLS. */
    private final class Here implements Wire {
        private final HttpsWire wire;
        private final String host;

        Here(HttpsWire wire, String host) {
            this.wire = wire;
            this.host = host;
        }

        @Override
        public List<InetAddress> resolve(String name) throws IOException {
            return List.of(name.equals("pictures.example")
                    ? InetAddress.getByAddress(name, new byte[]{93, (byte) 184, 34, 20})
                    : InetAddress.ofLiteral(name));
        }

        @Override
        public Answer get(URI address, long until) throws IOException {
            assertThat(address.getScheme()).isEqualTo("https");
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return wire.get(URI.create("https://" + host + ":" + server.getLocalPort() + address.getRawPath() + query),
                    until);
        }
    }

    private byte[] fetch(Wire wire, String path, Duration most) {
        byte[] found = new PictureFetcher(wire, most).fetch("https://pictures.example" + path);
        return Objects.requireNonNullElse(found, new byte[0]);
    }

    private byte[] fetch(String path) {
        return fetch(new Here(new HttpsWire(trusting, _ -> true), "localhost"), path, Duration.ofSeconds(20));
    }

    @Test
    void aPictureComesOverTlsAlsoBehindARedirectThatNamesHttp() {
        assertThat(fetch("/a.png")).isEqualTo(PICTURE);
        assertThat(fetch("/to?http://pictures.example/b.png")).isEqualTo(PICTURE);
        assertThat(asked).containsExactly("/a.png", "/to?http://pictures.example/b.png", "/b.png");
    }

    @Test
    void aRedirectIntoThisComputerOrItsNetworkIsNotFollowed() {
        List<String> inside = List.of("https://127.0.0.1/b.png", "https://[::1]/b.png", "http://10.0.0.8/b.png",
                "https://192.168.0.1/b.png", "https://169.254.169.254/b.png");
        inside.forEach(address -> assertThat(fetch("/to?" + address)).isEmpty());
        assertThat(asked).hasSize(inside.size()).doesNotContain("/b.png");
    }

    @Test
    void aServerThatNobodyVouchesForIsNotAskedForAnything() {
        SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
        assertThat(fetch(new Here(new HttpsWire(usual, _ -> true), "localhost"), "/a.png", Duration.ofSeconds(20)))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameThatLeadsIntoThisComputerAfterAllIsNotSpokenTo() {
        assertThat(fetch(new Here(new HttpsWire(trusting, PublicAddress::is), "localhost"), "/a.png",
                Duration.ofSeconds(20))).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsEndlessOrCutShortOrNoPictureIsLeft() throws InterruptedException {
        for (String path : Arrays.asList("/short.png", "/page.png", "/endless.png")) {
            assertThat(fetch(path)).as(path).isEmpty();
        }
        assertThat(gone.await(20, TimeUnit.SECONDS)).as("the endless one is hung up on").isTrue();
    }

    @Test
    void aServerThatSendsLetterByLetterIsCutOffWhenTheTimeIsOver() throws InterruptedException {
        for (String path : List.of("/slow-head.png", "/slow-body.png")) {
            assertThat(fetch(new Here(new HttpsWire(trusting, _ -> true), "localhost"), path, Duration.ofMillis(400)))
                    .as(path).isEmpty();
        }
        assertThat(asked).containsExactly("/slow-head.png", "/slow-body.png");
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
