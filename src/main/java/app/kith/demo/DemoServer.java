package app.kith.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server inside the program that serves a sample mailbox: IMAP and SMTP without TLS, on the loopback interface only, behind
 * a random password. Everything is in memory and gone with {@link #close}. Sent mail goes nowhere but into this server.
 *
 * <p>Its folders have {@code .} between levels, as GreenMail wants it: {@code 客户/华东} is served as {@code 客户.华东}. Thread-safe.
 */
public final class DemoServer implements AutoCloseable {
    /** The usual size of the demo mailbox. */
    public static final int MESSAGES = 400;

    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    private static final long SEED = 20_260_401;
    private static final long START_MILLIS = 20_000;

    private final GreenMail server;
    private final String password;
    private final String host;
    private final int port;
    private final int smtpPort;

    private DemoServer(GreenMail server, String password) {
        this.server = server;
        this.password = password;
        host = server.getImap().getBindTo();
        port = server.getImap().getPort();
        smtpPort = server.getSmtp().getPort();
    }

    /**
     * Starts a server with the usual demo mailbox, as of now.
     *
     * @return the running server
     * @throws IllegalStateException if it cannot be started
     */
    public static DemoServer start() {
        return start(SampleMailbox.of(SEED, MESSAGES, Instant.now()));
    }

    /**
     * Starts a server.
     *
     * @param mailbox what it serves; held in memory as a whole, so not meant for more than some ten thousand messages
     * @return the running server, filled, on ports of the system's choice
     * @throws IllegalStateException if it cannot be started
     */
    public static DemoServer start(SampleMailbox mailbox) {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        ServerSetup[] setups = {setup(ServerSetup.PROTOCOL_IMAP, loopback), setup(ServerSetup.PROTOCOL_SMTP, loopback)};
        GreenMail server = new GreenMail(setups);
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        try {
            GreenMailUser user = server.setUser(SampleMailbox.USER_ADDRESS, password);
            fill(server.getManagers().getImapHostManager(), user, mailbox);
            server.start();
        } catch (FolderException | RuntimeException e) {
            server.stop();
            throw new IllegalStateException("the demo mail server could not be started: " + e.getMessage(), e);
        }
        LOG.debug("demo mailbox of {} messages", mailbox.size());
        return new DemoServer(server, password);
    }

    private static ServerSetup setup(String protocol, String host) {
        ServerSetup setup = new ServerSetup(0, host, protocol);
        setup.setServerStartupTimeout(START_MILLIS);
        return setup;
    }

    private static void fill(ImapHostManager host, GreenMailUser user, SampleMailbox mailbox)
            throws FolderException {
        Map<String, MailFolder> folders = new HashMap<>();
        for (String path : SampleMailbox.folders()) {
            boolean inbox = path.equals("INBOX");
            MailFolder folder = inbox ? host.getInbox(user) : create(host, user, path);
            folders.put(path, folder);
        }
        for (Parsed message : mailbox.messages().parallelStream().map(DemoServer::parsed).toList()) {
            MailFolder folder = folders.get(message.sample().folder());
            if (folder == null) {
                throw new FolderException("no folder " + message.sample().folder());
            }
            folder.appendMessage(message.mime(), flags(message.sample()), Date.from(message.sample().received()));
        }
    }

    private record Parsed(SampleMessage sample, MimeMessage mime) {}

    private static Parsed parsed(SampleMessage sample) {
        try {
            return new Parsed(sample, new MimeMessage(null, new ByteArrayInputStream(sample.raw())));
        } catch (MessagingException e) {
            throw new IllegalStateException("a sample message that is none", e);
        }
    }

    private static MailFolder create(ImapHostManager host, GreenMailUser user, String path) throws FolderException {
        try {
            return host.createMailbox(user, path.replace('/', host.getHierarchyDelimiter()));
        } catch (com.icegreen.greenmail.imap.AuthorizationException e) {
            throw new FolderException(e.getMessage(), e);
        }
    }

    private static Flags flags(SampleMessage message) {
        Flags flags = new Flags();
        for (String flag : message.flags()) {
            switch (flag) {
                case "\\Seen" -> flags.add(Flags.Flag.SEEN);
                case "\\Answered" -> flags.add(Flags.Flag.ANSWERED);
                case "\\Flagged" -> flags.add(Flags.Flag.FLAGGED);
                case "\\Draft" -> flags.add(Flags.Flag.DRAFT);
                default -> flags.add(flag);
            }
        }
        return flags;
    }

    /** {@return the loopback address that the server listens on, in digits} */
    public String host() {
        return host;
    }

    /** {@return the port of IMAP, without TLS} */
    public int port() {
        return port;
    }

    /** {@return the port of SMTP, without TLS; it takes mail with or without sign-in} */
    public int smtpPort() {
        return smtpPort;
    }

    /** {@return the mail address, which is the user name too} */
    public String address() {
        return SampleMailbox.USER_ADDRESS;
    }

    /** {@return the password, another at each start} */
    public String password() {
        return password;
    }

    /** Stops the server and ends its connections. A second call does nothing. */
    @Override
    public void close() {
        server.stop();
    }
}
