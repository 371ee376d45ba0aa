package app.kith.sync.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** The real network: https, no cookies, no referrer, no cache, nothing said about this program. */
final class HttpsWire implements Wire {
    private static final int TIMEOUT = 8_000;

    private final SSLSocketFactory tls;
    private final Predicate<InetAddress> open;

    HttpsWire() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), PublicAddress::is);
    }

    /**
     * Makes a wire.
     *
     * @param tls whom it trusts
     * @param open whether an address may be spoken to
     */
    HttpsWire(SSLSocketFactory tls, Predicate<InetAddress> open) {
        this.tls = tls;
        this.open = open;
    }

    @Override
    public List<InetAddress> resolve(String host) throws IOException {
        return List.of(InetAddress.getAllByName(host));
    }

    @Override
    public Answer get(URI address, long until) throws IOException {
        URLConnection connection = address.toURL().openConnection(Proxy.NO_PROXY);
        if (!(connection instanceof HttpsURLConnection https)) {
            throw new IOException("not https");
        }
        https.setSSLSocketFactory(new Guarded(tls, open, until));
        https.setInstanceFollowRedirects(false);
        https.setUseCaches(false);
        https.setConnectTimeout(TIMEOUT);
        https.setReadTimeout(TIMEOUT);
        // A connection that is used again would be cut at the time of its first use.
        https.setRequestProperty("Connection", "close");
        https.setRequestProperty("User-Agent", "Mozilla/5.0");
        https.setRequestProperty("Accept", "image/png, image/jpeg, image/gif, image/webp, image/bmp");
        int status = https.getResponseCode();
        InputStream body = status >= 400 ? InputStream.nullInputStream() : https.getInputStream();
        return new Answer(status, Objects.requireNonNullElse(https.getHeaderField("Location"), ""),
                Objects.requireNonNullElse(https.getContentType(), ""), body);
    }

    /**
     * Looks at the address that was really connected to before a word is said: a name may lead elsewhere the second time it is
     * asked for. Cuts the connection when its time is over: a server that sends letter by letter meets no other limit.
     */
    private static final class Guarded extends SSLSocketFactory {
        private final SSLSocketFactory usual;
        private final Predicate<InetAddress> open;
        private final long until;

        Guarded(SSLSocketFactory usual, Predicate<InetAddress> open, long until) {
            this.usual = usual;
            this.open = open;
            this.until = until;
        }

        @Override
        public Socket createSocket() {
            return new Socket(Proxy.NO_PROXY);
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            InetAddress there = socket.getInetAddress();
            if (there == null || !open.test(there)) {
                socket.close();
                throw new IOException("not a public address");
            }
            CompletableFuture.delayedExecutor(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .execute(() -> cut(socket));
            return usual.createSocket(socket, host, port, autoClose);
        }

        private static void cut(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket(new Socket(host, port), host, port, true);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(new Socket(host, port), host.getHostName(), port, true);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return usual.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return usual.getSupportedCipherSuites();
        }
    }
}
