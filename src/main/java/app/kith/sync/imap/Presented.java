package app.kith.sync.imap;

import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Looks what certificate a server shows, and goes away: nobody is trusted, nothing is said but what is needed to begin TLS, least of
 * all who is asking.
 */
public final class Presented {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 100;

    private final Server server;
    private final boolean sending;

    private Presented(Server server, boolean sending) {
        this.server = server;
        this.sending = sending;
    }

    /**
     * Looks. Takes up to a minute.
     *
     * @param server the server; one with TLS or STARTTLS
     * @param sending whether it speaks SMTP, else IMAP
     * @return what it shows, its own certificate first
     * @throws KithException TLS_MISSING if it offers no encryption, HOST_UNKNOWN, UNREACHABLE, TIMEOUT, CONNECTION_LOST
     */
    public static List<ServerCertificate> by(Server server, boolean sending) {
        try {
            return new Presented(server, sending).look();
        } catch (UnknownHostException e) {
            throw new KithException(e, Problem.HOST_UNKNOWN, server.host());
        } catch (java.net.ConnectException | java.net.NoRouteToHostException e) {
            throw new KithException(e, Problem.UNREACHABLE, server.address(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw ImapFailure.of(e, server);
        } catch (GeneralSecurityException e) {
            throw new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName());
        }
    }

    private List<ServerCertificate> look() throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(server.host());
        }
        try (Socket plain = new Socket()) {
            plain.setSoTimeout((int) PATIENCE.toMillis());
            plain.connect(address, (int) PATIENCE.toMillis());
            if (server.security() != Security.TLS) {
                upgrade(plain);
            }
            return shake(plain);
        }
    }

    private List<ServerCertificate> shake(Socket plain) throws IOException, GeneralSecurityException {
        Nobody nobody = new Nobody();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{nobody}, null);
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(),
                true)) {
            tls.startHandshake();
        } catch (SSLException e) {
            if (nobody.shown.isEmpty()) {
                throw e;
            }
        }
        return nobody.shown.stream().map(ServerCertificate::of).toList();
    }

    private void upgrade(Socket plain) throws IOException {
        InputStream in = plain.getInputStream();
        boolean offered;
        if (sending) {
            lines(in, "");
            say(plain, "EHLO [127.0.0.1]");
            lines(in, "");
            say(plain, "STARTTLS");
            offered = lines(in, "").startsWith("220");
        } else {
            line(in);
            say(plain, "K1 STARTTLS");
            offered = lines(in, "K1 ").toUpperCase(Locale.ROOT).startsWith("K1 OK");
        }
        if (!offered) {
            throw new KithException(Problem.TLS_MISSING, server.host());
        }
    }

    private static void say(Socket plain, String line) throws IOException {
        plain.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        plain.getOutputStream().flush();
    }

    /** The last line of an answer: the one with the tag, or of SMTP the one without a dash behind its code. */
    private String lines(InputStream in, String tag) throws IOException {
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line(in);
            boolean last = tag.isEmpty() ? line.length() < 4 || line.charAt(3) != '-' : line.startsWith(tag);
            if (last) {
                return line;
            }
        }
        throw new KithException(Problem.TLS_MISSING, server.host());
    }

    /** Byte by byte, so that nothing is read that belongs to TLS. */
    private String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new KithException(Problem.CONNECTION_LOST, server.address());
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** Trusts nobody and remembers what was shown. */
    private static final class Nobody implements X509TrustManager {
        private final List<X509Certificate> shown = new ArrayList<>();

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Kith is no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            shown.addAll(List.of(chain));
            throw new CertificateException("only looked at");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
