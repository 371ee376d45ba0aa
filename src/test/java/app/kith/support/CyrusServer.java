package app.kith.support;

import app.kith.demo.SampleMailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A throw-away Cyrus IMAP 3 on the loopback interface. Cyrus has its own store, its own way to count changes and to say what has
 * vanished, and no folder that a client could forge on the disk; so it shows what of the client only fits Dovecot. Works as root and
 * as an ordinary user.
 */
public final class CyrusServer implements MailServer {
    private static final Path PROGRAMS = Path.of("/usr/lib/cyrus/bin");
    private static final Path SASL = Path.of("/usr/sbin/saslpasswd2");
    private static final long START_SECONDS = 20;

    private final Path home;
    private final ServerProcess process;
    private final int[] ports;
    private final TestCertificates tls;
    private final String password = UUID.randomUUID().toString();

    /** {@return whether a Cyrus that can be used here is installed} */
    public static boolean installed() {
        return Stream.of(PROGRAMS.resolve("master"), PROGRAMS.resolve("imapd"), SASL).allMatch(Files::isExecutable);
    }

    /**
     * Starts a server that has the usual folders and waits until it answers.
     *
     * @throws IllegalStateException if it is not installed or does not start
     */
    public CyrusServer() {
        try {
            home = ServerProcess.folder("kith-cyrus");
            try {
                tls = TestCertificates.make(Files.createDirectories(home.resolve("tls")));
                ports = ServerProcess.freePorts();
                prepare();
                process = ServerProcess.start(home, PROGRAMS.resolve("master").toString(), "-D", "-C",
                        config().toString(), "-M", home.resolve("cyrus.conf").toString(), "-p",
                        home.resolve("pid").toString());
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                ServerProcess.delete(home);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        awaitReady();
    }

    private Path config() {
        return home.resolve("imapd.conf");
    }

    private void prepare() throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        for (String folder : List.of("conf/db", "conf/socket", "conf/proc", "conf/lock", "conf/log", "conf/quota",
                "conf/user", "conf/msg", "spool", "sieve")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(config(), """
                configdirectory: %1$s/conf
                defaultpartition: default
                partition-default: %1$s/spool
                proc_path: %1$s/conf/proc
                mboxname_lockpath: %1$s/conf/lock
                duplicate_db_path: %1$s/conf/deliver.db
                sievedir: %1$s/sieve
                idlesocket: %1$s/conf/socket/idle
                notifysocket: %1$s/conf/socket/notify
                servername: localhost
                cyrus_user: %2$s
                cyrus_group: %3$s
                syslog_prefix: kith-test
                virtdomains: userid
                defaultdomain: example.test
                unixhierarchysep: yes
                altnamespace: yes
                allowplaintext: yes
                sasl_pwcheck_method: auxprop
                sasl_auxprop_plugin: sasldb
                sasl_sasldb_path: %1$s/sasldb2
                sasl_mech_list: PLAIN LOGIN
                tls_server_cert: %4$s
                tls_server_key: %5$s
                autocreate_quota: 0
                autocreate_inbox_folders: Archive|Drafts|Junk|Sent|Trash
                specialuse_protect: \\Important
                xlist-archive: Archive
                xlist-drafts: Drafts
                xlist-junk: Junk
                xlist-sent: Sent
                xlist-trash: Trash
                """.formatted(home, root ? "cyrus" : System.getProperty("user.name"),
                root ? "mail" : DovecotBinary.run(List.of("id", "-gn")).strip(), tls.certificate(), tls.key()));
        String imapd = PROGRAMS.resolve("imapd") + " -C " + config();
        Files.writeString(home.resolve("cyrus.conf"), """
                START {
                  recover cmd="%s -C %s -r"
                }
                SERVICES {
                  imap cmd="%s -U 30" listen="127.0.0.1:%d" prefork=1
                  imaps cmd="%s -s -U 30" listen="127.0.0.1:%d" prefork=1
                }
                """.formatted(PROGRAMS.resolve("ctl_cyrusdb"), config(), imapd, ports[0], imapd, ports[1]));
        Path secret = Files.writeString(home.resolve("secret"), password);
        DovecotBinary.run(
                List.of("/bin/sh", "-c", SASL + " -p -f '" + home.resolve("sasldb2") + "' -u localhost -c sales < '"
                        + secret + "'"));
        if (root) {
            DovecotBinary.run(List.of("chown", "-R", "cyrus:mail", home.toString()));
        }
    }

    /** It says nothing when it is ready, so it is asked until it answers. */
    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                otherClient().close();
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > end || !process.process().isAlive()) {
                    close();
                    throw new IllegalStateException("Cyrus does not start", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** Puts the messages of a mailbox into its folders, with their flags; folders that are not there are made. */
    public void fill(SampleMailbox mailbox) {
        try (OtherClient client = otherClient()) {
            List<String> there = client.folders();
            SampleMailbox.folders().stream().filter(folder -> !there.contains(folder)).forEach(client::create);
            mailbox.stream().forEach(message -> client.append(message.folder(), message.raw(),
                    message.flags().toArray(String[]::new)));
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

    /** {@inheritDoc} Done with the means of the protocol, so not to the inbox, which cannot be deleted. */
    @Override
    public boolean newUidValidity(String folder) {
        if (folder.equals("INBOX")) {
            return false;
        }
        try (OtherClient client = otherClient()) {
            String copy = folder + " copy";
            client.create(copy);
            List<Long> uids = client.uids(folder);
            if (!uids.isEmpty()) {
                client.copy(folder, copy, uids.stream().mapToLong(Long::longValue).toArray());
            }
            client.delete(folder);
            client.rename(copy, folder);
        }
        return true;
    }

    @Override
    public void close() {
        process.close();
    }
}
