package app.kith.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An IMAP server on loopback that takes anybody and lies about what protects the connection, as a test wants it. */
public final class HostileImap implements Closeable {
    private final ServerSocket listening;
    private final SSLContext tls;
    private final boolean tlsAtOnce;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Deque<String> signIns = new ConcurrentLinkedDeque<>();
    private final Deque<String> examines = new ConcurrentLinkedDeque<>();
    private volatile String greeting = "* OK ready";
    private volatile String capabilities = "IMAP4rev1 STARTTLS";
    private volatile String startTls = "OK go on";
    private volatile String injected = "";

    /**
     * Opens the server.
     *
     * @param certificates what it shows
     * @param tlsAtOnce whether TLS begins with the connection
     */
    public HostileImap(TestCertificates certificates, boolean tlsAtOnce) throws Exception {
        this.tls = certificates.serving();
        this.tlsAtOnce = tlsAtOnce;
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** {@return the port} */
    public int port() {
        return listening.getLocalPort();
    }

    /** {@return every line that a client sent, also those within TLS} */
    public List<String> heard() {
        return heard;
    }

    /** Greets in another way, for example as if the client had signed in. */
    public void greet(String line) {
        greeting = line;
    }

    /** Tells other capabilities before TLS. */
    public void offer(String words) {
        capabilities = words;
    }

    /** Answers STARTTLS in another way. */
    public void answerStartTls(String answer) {
        startTls = answer;
    }

    /** Says more in clear behind the answer to STARTTLS, as somebody on the line does. */
    public void inject(String lines) {
        injected = lines;
    }

    /** Answers sign-ins in another way, one after the other; the last of them for ever. */
    public void answerSignIn(String... lines) {
        signIns.clear();
        signIns.addAll(List.of(lines));
    }

    /** Answers EXAMINE in another way, one after the other; the last of them for ever. */
    public void answerExamine(String... lines) {
        examines.clear();
        examines.addAll(List.of(lines));
    }

    private static String next(Deque<String> answers) {
        return answers.size() > 1 ? answers.remove() : answers.isEmpty() ? "OK done" : answers.element();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                if (tlsAtOnce) {
                    talk(secured(socket), true);
                } else {
                    talk(socket, false);
                }
            } catch (IOException e) {
                // The client went away, or the server closes.
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void talk(Socket socket, boolean within) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        if (!within || tlsAtOnce) {
            say(out, greeting);
        }
        String idle = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("DONE")) {
                say(out, idle + " OK done");
                continue;
            }
            String tag = line.substring(0, Math.max(0, line.indexOf(' ')));
            String word = line.substring(tag.length()).strip().toUpperCase(Locale.ROOT);
            if (word.equals("STARTTLS")) {
                say(out, tag + " " + startTls + (injected.isEmpty() ? "" : "\r\n" + injected));
                if (startTls.startsWith("OK")) {
                    talk(secured(socket), true);
                    return;
                }
            } else if (word.equals("CAPABILITY")) {
                say(out, "* CAPABILITY " + (within ? "IMAP4rev1" : capabilities) + "\r\n" + tag + " OK done");
            } else if (word.equals("IDLE")) {
                idle = tag;
                say(out, "+ idling"); // And nothing more.
            } else if (word.startsWith("LOGIN")) {
                say(out, tag + " " + next(signIns));
            } else if (word.startsWith("EXAMINE")) {
                say(out, tag + " " + next(examines));
            } else if (word.startsWith("LIST")) {
                say(out, "* LIST () \"/\" INBOX\r\n" + tag + " OK done");
            } else {
                say(out, tag + " OK done");
            }
        }
    }

    private static void say(OutputStream out, String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
