package app.kith.sync.smtp;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.imap.ImapFailure;
import app.kith.sync.imap.Trust;
import app.kith.sync.smtp.Delivery.Fate;
import app.kith.sync.smtp.Envelope.Answers;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One connection to a sending server, signed in. Used by one thread; {@link #cut} alone may come from another.
 *
 * <p>Protection is never bargained for: where STARTTLS is required it must be offered, and nothing may have been said behind it
 * before TLS began; a plain connection is made to this machine only.
 */
public final class SmtpConnection implements Closeable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final int STEPS_OF_PATIENCE = 5;

    private final Server server;
    private final Duration silence;
    private final Map<String, String> extensions = new HashMap<>();
    private volatile Socket socket;
    private SmtpWire wire;

    private SmtpConnection(Server server, Duration silence, Socket socket) throws IOException {
        this.server = server;
        this.silence = silence;
        this.socket = socket;
        this.wire = new SmtpWire(socket);
    }

    /**
     * Connects and signs in.
     *
     * @param account where and as whom; with a sending server
     * @param secret password or app password, or an access token marked by {@link app.kith.account.Bearer}
     * @param silence how long the server may say nothing; after the end of a message five times as long
     * @param steps told the name and detail of each step as it is done, for the account test
     * @return the connection
     * @throws KithException for whatever went wrong, what is wrong with the sign-in among it; nothing was sent then
     */
    public static SmtpConnection open(Account account, String secret, Duration silence,
            BiConsumer<String, String> steps) {
        Server server = account.smtp();
        if (server == null) {
            throw new KithException(Problem.SMTP_NOT_KNOWN, account.email());
        }
        if (server.security() == Security.NONE && !server.isLoopback()) {
            throw new KithException(Problem.PLAIN_REFUSED, server.host());
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) silence.toMillis());
            socket.connect(address(server), (int) TO_CONNECT.toMillis());
            Socket first = server.security() == Security.TLS ? protect(socket, account, server) : socket;
            SmtpConnection connection = new SmtpConnection(server, silence, first);
            connection.begin(account, secret, steps);
            return connection;
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw failure(e, server);
        }
    }

    private static InetSocketAddress address(Server server) throws IOException {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(server.host());
        }
        return address;
    }

    private static KithException failure(Exception e, Server server) {
        if (e instanceof java.net.ConnectException || e instanceof java.net.NoRouteToHostException) {
            return new KithException(e, Problem.UNREACHABLE, server.address(), String.valueOf(e.getMessage()));
        }
        if (e instanceof java.net.ProtocolException) {
            return new KithException(e, Problem.SERVER_REFUSED, server.host(), String.valueOf(e.getMessage()));
        }
        return ImapFailure.of(e, server);
    }

    private static SSLSocket protect(Socket plain, Account account, Server server) throws IOException {
        SSLSocket tls = (SSLSocket) Trust.sockets(account.certificate()).createSocket(plain, server.host(),
                server.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 8314: the name in the certificate must be the host's.
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private void begin(Account account, String secret, BiConsumer<String, String> steps) throws IOException {
        steps.accept("smtp-connect", server.address());
        if (server.security() == Security.TLS) {
            steps.accept("smtp-tls", server.host());
        }
        Reply greeting = expect(wire.answer());
        steps.accept("smtp-greeting", greeting.said());
        hello();
        if (server.security() == Security.STARTTLS) {
            upgrade(account);
            steps.accept("smtp-tls", server.host());
        }
        if (extensions.containsKey("AUTH")) {
            String user = account.smtpUser() == null ? account.user() : account.smtpUser();
            new SignIn(wire, List.of(extensions.getOrDefault("AUTH", "").split(" ", -1)), account.email(),
                    server.host()).run(user, secret);
            steps.accept("smtp-sign-in", user);
        }
    }

    private Reply expect(Reply reply) {
        if (!reply.done()) {
            throw new KithException(reply.later() ? Problem.SERVER_BUSY : Problem.SERVER_REFUSED, server.host(),
                    reply.said());
        }
        return reply;
    }

    private void hello() throws IOException {
        InetAddress here = socket.getLocalAddress();
        String literal = here instanceof Inet6Address
                ? "IPv6:" + here.getHostAddress().replaceAll("%.*", "")
                : here.getHostAddress();
        Reply reply = expect(wire.ask("EHLO [" + literal + "]"));
        extensions.clear();
        reply.text().lines().skip(1).forEach(line -> {
            String known = line.strip().toUpperCase(Locale.ROOT);
            int end = known.indexOf(' ') < 0 ? known.indexOf('=') : known.indexOf(' ');
            extensions.putIfAbsent(end < 0 ? known : known.substring(0, end),
                    end < 0 ? "" : known.substring(end + 1).strip());
        });
    }

    private void upgrade(Account account) throws IOException {
        if (!extensions.containsKey("STARTTLS")) {
            throw new KithException(Problem.TLS_MISSING, server.host());
        }
        Reply reply = wire.ask("STARTTLS");
        if (!reply.done()) {
            throw new KithException(Problem.TLS_MISSING, server.host());
        }
        if (wire.hasMore()) {
            throw new KithException(Problem.TLS_UNTRUSTED, server.host(), "it went on speaking before TLS began");
        }
        socket = protect(socket, account, server);
        wire = new SmtpWire(socket);
        hello(); // What was said before TLS may have been said by anybody.
    }

    /** {@return how many bytes the server said a message may have; 0 where it has not said so} */
    public long largest() {
        return Fitness.size(extensions);
    }

    /**
     * Offers a message.
     *
     * @param sender address of the envelope's sender
     * @param recipients addresses of its recipients
     * @param raw the message
     * @param name what the server is to call the message in reports of failure, where it can; empty for nothing
     * @param beforeEnd told, when all but the end of the message is with the server, whom it would go to; the end is sent only
     *     after this returns
     * @return what became of it
     * @throws KithException if the connection was lost before the end of the message was sent: then nobody got it
     */
    public Delivery send(String sender, List<String> recipients, byte[] raw, String name,
            Consumer<List<String>> beforeEnd) {
        try {
            return offer(sender, recipients, raw, name, beforeEnd);
        } catch (IOException | RuntimeException e) {
            cut(); // A polite QUIT could be taken for a line of the message.
            throw failure(e, server);
        }
    }

    private Delivery offer(String sender, List<String> recipients, byte[] raw, String name,
            Consumer<List<String>> beforeEnd) throws IOException {
        wire.patience(silence);
        String unfit = Fitness.unfit(extensions, sender, recipients, raw);
        if (!unfit.isEmpty()) {
            return new Delivery(Fate.REFUSED, unfit, Map.of());
        }
        Answers answers = new Envelope(wire, extensions).tell(sender, recipients, raw, name);
        Reply stop = answers.stop();
        if (stop != null) {
            return turnedAway(stop, Map.of());
        }
        Map<String, Reply> refused = new LinkedHashMap<>(answers.recipients());
        refused.values().removeIf(Reply::done);
        List<String> taken = recipients.stream().filter(each -> !refused.containsKey(each)).toList();
        if (taken.isEmpty()) {
            return nobody(refused);
        }
        Reply data = wire.ask("DATA");
        if (data.code() != 354) {
            return turnedAway(data, refused);
        }
        wire.message(raw);
        beforeEnd.accept(taken);
        return end(refused);
    }

    private Delivery nobody(Map<String, Reply> refused) throws IOException {
        boolean later = refused.values().stream().anyMatch(Reply::later);
        Reply said = refused.values().stream().filter(reply -> !later || reply.later()).findFirst().orElseThrow();
        wire.ask("RSET");
        return new Delivery(later ? Fate.LATER : Fate.REFUSED, said.said(), refused);
    }

    private Delivery turnedAway(Reply reply, Map<String, Reply> refused) throws IOException {
        if (reply.code() != 421) {
            wire.ask("RSET");
        }
        return new Delivery(reply.later() || reply.done() ? Fate.LATER : Fate.REFUSED, reply.said(), refused);
    }

    /** From here on a failure leaves it open whether the server has the message. */
    private Delivery end(Map<String, Reply> refused) {
        try {
            wire.patience(silence.multipliedBy(STEPS_OF_PATIENCE));
            wire.end();
            Reply reply = wire.answer();
            Fate fate = reply.done() ? Fate.TAKEN : reply.later() ? Fate.LATER : Fate.REFUSED;
            return new Delivery(fate, reply.said(), refused);
        } catch (IOException e) {
            cut();
            return new Delivery(Fate.IN_DOUBT, failure(e, server).problem().name().toLowerCase(Locale.ROOT), refused);
        }
    }

    /** {@return whether the connection can take another message} */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    /** Cuts the connection at once, from any thread. */
    public void cut() {
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    @Override
    public void close() {
        try {
            if (isOpen()) {
                wire.patience(Duration.ofSeconds(5));
                wire.ask("QUIT");
            }
        } catch (IOException e) {
            // All answers that matter have been given.
        } finally {
            cut();
        }
    }
}
