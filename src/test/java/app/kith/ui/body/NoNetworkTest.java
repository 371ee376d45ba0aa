package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.SafeHtml;
import app.kith.support.OnScreen;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever a mail tries, drawing it reaches no server. */
@OnScreen
class NoNetworkTest {

    @Test
    void drawingAHostileMailReachesNoServer() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            StringBuilder all = new StringBuilder();
            for (String vector : vectors()) {
                String hostile = vector.replace("x.test", host);
                draw(SafeHtml.of(hostile, Set.of("logo@x"), true).html());
                // Without the first guard, too: the page itself knows no way out.
                draw(hostile);
                all.append(hostile);
            }
            draw(SafeHtml.of(all.toString(), Set.of("logo@x"), true).html());
            assertThat(requests).hasValue(0);
            URI.create("http://" + host + "/counted").toURL().openStream().close();
            assertThat(requests).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static List<String> vectors() {
        return Bodies.read("/app/kith/mail/leak-vectors.txt").lines()
                .map(line -> line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0")).toList();
    }

    private static void draw(String html) {
        BodyPage page = BodyPage.ofHtml(html);
        MailBody body = Screen.on(() -> Screen.body(page, 400, false, true));
        Screen.on(() -> body.getScene().snapshot(null));
    }
}
