package app.kith.support;

import app.kith.demo.SampleMailbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away Dovecot 2.3 on the loopback interface, with one user, {@code /} between folder levels, Maildir on disk, TLS by a
 * throw-away authority. Works as root (the mail then belongs to the account {@code dovecot}) and as an ordinary user.
 */
public final class DovecotServer implements MailServer {
    private static final int LOG_LINES = 200;
    private static final int NOBODY_KICKED = 68;

    private final DovecotBinary binary;
    private final Path home;
    private final ServerProcess process;
    private final int[] ports;
    private final TestCertificates tls;
    private final String password = UUID.randomUUID().toString();
    private final Deque<String> log = new ArrayDeque<>();

    /** How a server is to be. */
    public static final class Setup {
        private @Nullable SampleMailbox mailbox;
        private String capabilities = "";

        private Setup() {}

        /** {@return this, with a mailbox on the server from the start} */
        public Setup filledWith(SampleMailbox filling) {
            mailbox = filling;
            return this;
        }

        /** {@return this, with some capabilities not offered, for example CONDSTORE, QRESYNC, MOVE, IDLE, COMPRESS} */
        public Setup without(String... names) {
            capabilities = DovecotConfig.capabilities(Set.of(names));
            return this;
        }

        /** {@return this, with just these capabilities offered after sign-in, parted by blanks} */
        public Setup offering(String names) {
            capabilities = names;
            return this;
        }

        /**
         * Starts the server and waits until it answers.
         *
         * @return the running server, to be closed
         * @throws IllegalStateException if it is not installed or does not start; the message has its log
         */
        public DovecotServer start() {
            try {
                return new DovecotServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** {@return whether a Dovecot that can be used here is installed} */
    public static boolean installed() {
        return DovecotBinary.find().isPresent();
    }

    /** {@return the plan of an empty server that offers all it can} */
    public static Setup setup() {
        return new Setup();
    }

    private DovecotServer(Setup setup) throws IOException, GeneralSecurityException {
        binary = DovecotBinary.find().orElseThrow(() -> new IllegalStateException("Dovecot 2.3 is not installed"));
        home = ServerProcess.folder("kith-dovecot");
        try {
            Files.createDirectories(home.resolve("home"));
            tls = TestCertificates.make(Files.createDirectories(home.resolve("tls")));
            MaildirWriter maildir = new MaildirWriter(home.resolve("Maildir"));
            if (setup.mailbox != null) {
                maildir.write(setup.mailbox);
            }
            DovecotConfig.Accounts accounts = accounts();
            ports = ServerProcess.freePorts();
            Files.writeString(home.resolve("passwd"), SampleMailbox.USER_ADDRESS + ":{PLAIN}" + password + "::::::\n");
            Files.writeString(config(), DovecotConfig.write(home, accounts, ports, tls, setup.capabilities));
            process = ServerProcess.start(home, binary.dovecot().toString(), "-F", "-c", config().toString());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            ServerProcess.delete(home);
            throw e;
        }
        try {
            awaitReady();
        } catch (IOException | RuntimeException e) {
            close();
            throw new IllegalStateException("Dovecot does not start: " + log(), e);
        }
    }

    private Path config() {
        return home.resolve("dovecot.conf");
    }

    /** Root lets Dovecot's own accounts do the work and hands the mail over to them; others do all by themselves. */
    private DovecotConfig.Accounts accounts() {
        String me = System.getProperty("user.name");
        if (!me.equals("root")) {
            return new DovecotConfig.Accounts(me, DovecotBinary.run(List.of("id", "-gn")).strip(), me);
        }
        DovecotBinary
                .run(List.of("chown", "-R", "dovecot:dovecot", home.resolve("Maildir").toString(), home.resolve("home")
                        .toString()));
        return new DovecotConfig.Accounts("dovecot", "dovecot", "dovenull");
    }

    /** The master says that it starts up once it listens; from then on it is asked, and the rest of its log kept aside. */
    private void awaitReady() throws IOException {
        BufferedReader reader = process.process().inputReader(StandardCharsets.UTF_8);
        String line = "";
        while (line != null && !line.contains("starting up")) {
            line = reader.readLine();
            keep(line == null ? "ended" : line);
        }
        if (line == null) {
            throw new IOException("no start");
        }
        Thread.ofVirtual().start(() -> reader.lines().forEach(this::keep));
        otherClient().close();
    }

    private void keep(String line) {
        synchronized (log) {
            log.add(line);
            if (log.size() > LOG_LINES) {
                log.removeFirst();
            }
            log.notifyAll();
        }
    }

    /**
     * Waits until the server has said something: its log comes through a pipe, behind what a client sees.
     *
     * @param words what it is to say
     * @return true as soon as it has; false if it has not within 20 seconds
     */
    public boolean says(String words) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (log) {
            while (log.stream().noneMatch(line -> line.contains(words))) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                log.wait(left);
            }
            return true;
        }
    }

    /** {@return the last lines of the server's log} */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    @Override
    public int port() {
        return ports[0];
    }

    @Override
    public int tlsPort() {
        return ports[1];
    }

    @Override
    public String address() {
        return SampleMailbox.USER_ADDRESS;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public Path authority() {
        return tls.authority();
    }

    /** Cuts all connections, as a server does that is restarted; returns when none is left. */
    public void cutConnections() {
        while (doveadm("-f", "tab", "who", "-1").contains(address())) {
            doveadm("kick", address());
        }
    }

    /** {@inheritDoc} It can always; all connections are cut. */
    @Override
    public boolean newUidValidity(String folder) {
        cutConnections();
        Path place = folder.equals("INBOX")
                ? home.resolve("Maildir")
                : home.resolve("Maildir").resolve("." + MailboxName
                        .encode(folder).replace('/', '.'));
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("dovecot-uidlist") || name.startsWith("dovecot.index")) {
                    Files.delete(file);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String doveadm(String... arguments) {
        List<String> command = new ArrayList<>(List.of(binary.doveadm().toString(), "-c", config().toString()));
        command.addAll(List.of(arguments));
        return DovecotBinary.run(command, NOBODY_KICKED);
    }

    @Override
    public void close() {
        process.close();
    }
}
