package app.kith.sync.imap;

import app.kith.account.Account;
import app.kith.account.Bearer;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.imap.ImapConnection.Step;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** The way into a server: connect, protect, sign in, say who we are. */
final class Entrance {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    private final Account account;
    private final Server server;
    private final Sockets sockets;
    private final Consumer<Step> steps;

    Entrance(Account account, Sockets sockets, Consumer<Step> steps) {
        this.account = account;
        this.server = account.imap();
        this.sockets = sockets;
        this.steps = steps;
    }

    /**
     * Enters.
     *
     * @param compressed whether to compress what is said (RFC 4978), where the server can
     */
    AngusProtocol enter(String secret, Duration silence, boolean compressed) throws IOException, ProtocolException {
        AngusProtocol protocol = new AngusProtocol(server, properties(silence));
        steps.accept(new Step("connect", server.address()));
        protect(protocol);
        signIn(protocol, secret);
        steps.accept(new Step("sign-in", account.user()));
        introduce(protocol);
        if (compressed && protocol.hasCapability("COMPRESS=DEFLATE")) {
            compress(protocol);
        }
        return protocol;
    }

    private Properties properties(Duration silence) {
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.socketFactory", sockets);
        properties.put("mail.imap.socketFactory", sockets.plain());
        properties.put("mail.imap.socketFactory.fallback", "false"); // Else a refused certificate is tried again without our trust.
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.imap.connectiontimeout", String.valueOf(TO_CONNECT.toMillis()));
        properties.put("mail.imap.timeout", String.valueOf(silence.toMillis()));
        properties.put("mail.imap.writetimeout", String.valueOf(silence.toMillis()));
        return properties;
    }

    private void protect(AngusProtocol protocol) throws IOException, ProtocolException {
        if (server.security() == Security.STARTTLS) {
            if (protocol.isAuthenticated() || !protocol.hasCapability("STARTTLS")) {
                throw new KithException(Problem.TLS_MISSING, server.host());
            }
            protocol.startTLS();
            protocol.capability(); // What was said before TLS may have been said by anybody.
        }
        if (server.security() != Security.NONE) {
            if (!protocol.isSSL()) {
                throw new KithException(Problem.TLS_MISSING, server.host());
            }
            steps.accept(new Step("tls", server.host()));
        }
    }

    private void signIn(AngusProtocol protocol, String secret) throws ProtocolException {
        try {
            authenticate(protocol, secret);
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            if (!Refusal.isUnsafe(ImapFailure.said(e))) {
                throw refused(e, secret);
            }
            again(protocol, secret);
        }
    }

    /** A server of NetEase may want to know what program this is before it lets anybody in. */
    private void again(AngusProtocol protocol, String secret) throws ProtocolException {
        Introduction.say(protocol);
        try {
            authenticate(protocol, secret);
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            throw refused(e, secret);
        }
    }

    private KithException refused(ProtocolException e, String secret) {
        return Refusal.of(e, account.email(), server.host(), ImapFailure.said(e), Bearer.token(secret).isEmpty());
    }

    private void authenticate(AngusProtocol protocol, String secret) throws ProtocolException {
        boolean ascii = isAscii(account.user()) && isAscii(secret);
        if (protocol.isAuthenticated()) {
            return;
        }
        Optional<String> token = Bearer.token(secret);
        if (token.isPresent()) {
            protocol.authoauth2(account.user(), token.get());
        } else if (ascii && !protocol.hasCapability("LOGINDISABLED")) {
            protocol.login(account.user(), secret);
        } else {
            protocol.authplain(null, account.user(), secret);
        }
        protocol.capability();
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private void introduce(AngusProtocol protocol) throws ProtocolException {
        if (Introduction.isWanted(protocol, server.host())) {
            Introduction.say(protocol);
            steps.accept(new Step("id", ""));
        }
    }

    private static void compress(AngusProtocol protocol) throws ProtocolException {
        try {
            protocol.compress();
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            // Announced and then refused: it goes on as it is.
        }
    }
}
