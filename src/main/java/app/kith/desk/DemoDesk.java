package app.kith.desk;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.vault.KeyRing;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desk with the sample mailbox: a mail server inside the program, and a data folder of its own under a passphrase that nobody
 * knows. Both are gone when it is closed.
 */
public final class DemoDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);

    private final Path home;
    private final DemoServer server;
    private final Desk desk;
    private final DemoTasks tasks;

    private DemoDesk(Path home, DemoServer server, Desk desk) {
        this.home = home;
        this.server = server;
        this.desk = desk;
        this.tasks = new DemoTasks(desk);
        desk.subscribe(tasks);
    }

    /**
     * Starts the server and opens the desk, with its account added and nothing pulled yet.
     *
     * @return the open desk
     */
    public static DemoDesk open() {
        Path home = temporary();
        DemoServer server = DemoServer.start();
        try {
            char[] passphrase = UUID.randomUUID().toString().toCharArray();
            Desk desk = Desk.open(DeskOptions.of(home, passphrase, KeyRing.none()));
            desk.accounts().add(new Account(0, server.address(), SampleMailbox.USER_NAME,
                    new Server(server.host(), server.port(), Security.NONE), null, server.address(), null, null, null),
                    server.password());
            return new DemoDesk(home, server, desk);
        } catch (RuntimeException e) {
            server.close();
            delete(home);
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("kith-demo");
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, "kith-demo", String.valueOf(e.getMessage()));
        }
    }

    /** {@return the desk; closed with this} */
    public Desk desk() {
        return desk;
    }

    @Override
    public void close() {
        tasks.end();
        desk.close();
        server.close();
        delete(home);
    }

    private static void delete(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("The folder of the sample mailbox could not be deleted: {}", e.getClass().getSimpleName());
        }
    }
}
