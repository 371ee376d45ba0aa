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
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A sending server that keeps what it takes and does at one step what a test wants: cut the connection, answer something else. It
 * listens on loopback; one connection at a time.
 */
public final class HostileSmtp implements Closeable {
    /** Where something can go wrong. */
    public enum Step {
        CONNECT,
        GREETING,
        EHLO,
        STARTTLS,
        EHLO_TLS,
        AUTH,
        MAIL,
        RCPT_1,
        RCPT_2,
        DATA,
        MID_BODY,
        BEFORE_END,
        AFTER_END,
        AFTER_TAKEN,
        QUIT
    }

    private final ServerSocket listening;
    private final @Nullable SSLContext tls;
    private final Map<Step, String> answers = new ConcurrentHashMap<>();
    private final Set<Step> cuts = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>(List.of("SIZE 1000000", "8BITMIME",
            "AUTH PLAIN LOGIN"));
    private volatile String injected = "";
    private volatile boolean waits;
    private volatile boolean ahead;
    private final Map<Step, Runnable> hooks = new ConcurrentHashMap<>();

    /** Starts a server; with certificates it offers STARTTLS. */
    public HostileSmtp(@Nullable TestCertificates certificates) throws IOException, GeneralSecurityException {
        listening = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        tls = certificates == null ? null : context(certificates);
        if (tls != null) {
            extensions.add("STARTTLS");
        }
        Thread.ofVirtual().start(this::serve);
    }

    private static SSLContext context(TestCertificates files) throws IOException, GeneralSecurityException {
        String pem = Files.readString(files.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(files.certificate())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setKeyEntry("server", key, new char[0], new Certificate[]{certificate});
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Hangs up at a step. */
    public void cutAt(Step step) {
        cuts.add(step);
    }

    /** Answers a step otherwise than it should. */
    public void answerAt(Step step, String answer) {
        answers.put(step, answer);
    }

    /** Refuses a recipient. */
    public void refuse(String address, String answer) {
        refusals.put(address, answer);
    }

    /** Behaves again. */
    public void behave() {
        cuts.clear();
        answers.clear();
        refusals.clear();
        hooks.clear();
    }

    public void withoutExtension(String name) {
        extensions.removeIf(each -> each.startsWith(name));
    }

    public void withExtension(String line) {
        extensions.add(line);
    }

    /** Says something behind the answer to STARTTLS, in the same packet. */
    public void inject(String text) {
        injected = text;
    }

    /** Answers the sender's address only when the next line is there, or after some seconds without one. */
    public void waitForMore() {
        waits = true;
    }

    /** {@return whether the next line came before the sender's address was answered} */
    public boolean heardAhead() {
        return ahead;
    }

    /** Does something when a step is reached, before it is answered; the server waits for it. */
    public void at(Step step, Runnable action) {
        hooks.put(step, action);
    }

    /** Every line that came outside of a message. */
    public List<String> heard() {
        return heard;
    }

    /** What was taken. */
    public List<Taken> taken() {
        return taken;
    }

    /** How often the message went to a recipient. */
    public Map<String, Integer> copies() {
        Map<String, Integer> copies = new LinkedHashMap<>();
        taken.forEach(each -> each.recipients().forEach(to -> copies.merge(to, 1, Integer::sum)));
        return copies;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                new Talk(socket).run();
            } catch (IOException e) {
                // The next one.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** A message that was taken. */
    public record Taken(String sender, List<String> recipients, byte[] raw) {}

    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One connection. */
    private final class Talk {
        private BufferedReader in;
        private OutputStream out;
        private Socket socket;
        private String sender = "";
        private final List<String> recipients = new ArrayList<>();
        private int asked;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = reader(socket);
            this.out = socket.getOutputStream();
        }

        private BufferedReader reader(Socket from) throws IOException {
            return new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException {
            socket.setSoTimeout(20_000);
            cut(Step.CONNECT);
            say(Step.GREETING, "220 hostile.example ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String verb = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
                switch (verb) {
                    case "EHLO" -> hello();
                    case "STARTTLS" -> upgrade();
                    case "AUTH" -> auth(line);
                    case "MAIL" -> {
                        sender = line.replaceAll(".*<(.*)>.*", "$1");
                        recipients.clear();
                        asked = 0;
                        for (int i = 0; waits && i < 200 && !in.ready(); i++) {
                            LockSupport.parkNanos(10_000_000);
                        }
                        ahead = in.ready();
                        say(Step.MAIL, "250 ok");
                    }
                    case "RCPT" -> recipient(line.replaceAll(".*<(.*)>.*", "$1"));
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say(Step.QUIT, "221 bye");
                        return;
                    }
                    default -> plain("250 ok");
                }
            }
        }

        private void hello() throws IOException {
            boolean secure = socket instanceof SSLSocket;
            StringBuilder answer = new StringBuilder("250-hostile.example\r\n");
            extensions.stream().filter(each -> !secure || !each.equals("STARTTLS"))
                    .forEach(each -> answer.append("250-").append(each).append("\r\n"));
            say(secure ? Step.EHLO_TLS : Step.EHLO, answer + "250 HELP");
        }

        private void upgrade() throws IOException {
            if (tls == null) {
                plain("502 no");
                return;
            }
            cut(Step.STARTTLS);
            String answer = answers.get(Step.STARTTLS);
            plain((answer == null ? "220 go ahead" : answer) + (injected.isEmpty() ? "" : "\r\n" + injected));
            if (answer == null && injected.isEmpty()) {
                SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, "", 0, true);
                secure.setUseClientMode(false);
                secure.startHandshake();
                socket = secure;
                in = reader(secure);
                out = secure.getOutputStream();
            }
        }

        private void auth(String line) throws IOException {
            if (line.toUpperCase(Locale.ROOT).startsWith("AUTH LOGIN")) {
                plain("334 VXNlcm5hbWU6");
                heard.add(String.valueOf(in.readLine()));
                plain("334 UGFzc3dvcmQ6");
                heard.add(String.valueOf(in.readLine()));
            }
            say(Step.AUTH, "235 welcome");
        }

        private void recipient(String address) throws IOException {
            String refusal = refusals.get(address);
            Step step = ++asked == 1 ? Step.RCPT_1 : Step.RCPT_2;
            if (refusal == null && !answers.containsKey(step)) {
                recipients.add(address);
            }
            say(step, refusal == null ? "250 ok" : refusal);
        }

        private void data() throws IOException {
            say(Step.DATA, "354 go");
            if (answers.containsKey(Step.DATA)) {
                return;
            }
            StringBuilder raw = new StringBuilder();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new Cut();
                }
                raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
                cut(Step.MID_BODY);
            }
            cut(Step.BEFORE_END);
            String refusal = answers.get(Step.AFTER_END);
            if (refusal == null) {
                taken.add(new Taken(sender, List.copyOf(recipients),
                        raw.toString().getBytes(StandardCharsets.ISO_8859_1)));
            }
            say(Step.AFTER_END, "250 taken");
            cut(Step.AFTER_TAKEN);
        }

        private void cut(Step step) throws IOException {
            hooks.getOrDefault(step, () -> {}).run();
            if (cuts.contains(step)) {
                socket.close();
                throw new Cut();
            }
        }

        private void say(Step step, String usual) throws IOException {
            cut(step);
            plain(answers.getOrDefault(step, usual));
        }

        private void plain(String text) throws IOException {
            out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
