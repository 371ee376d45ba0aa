package app.kith.support;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.demo.DemoServer;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncReport;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Desks for tests, whose passphrase is cheap to try. */
public final class TestDesk {
    public static final String PASSPHRASE = "open sesame";

    private static final AtomicLong UID = new AtomicLong();

    private TestDesk() {}

    public static DeskOptions options(Path home) {
        return DeskOptions.of(home, PASSPHRASE.toCharArray(), KeyRing.none()).costing(new Argon2(64, 1, 1));
    }

    public static Desk open(Path home) {
        return Desk.open(options(home));
    }

    /**
     * Makes the keys of a data folder unless it has some, so that a program which opens it later finds a passphrase that is cheap to
     * try. Returns a file with the passphrase, beside the folder.
     */
    public static Path keys(Path home) {
        try {
            Files.createDirectories(home);
            if (!Vault.exists(home)) {
                DeskOptions options = options(home);
                Vault.create(home, options.passphrase(), options.cost(), options.keyRing());
            }
            return Files.writeString(home.resolveSibling(home.getFileName() + ".passphrase"), PASSPHRASE + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Account account(DemoServer server) {
        return new Account(0, server.address(), "", new Server(server.host(), server.port(), Security.NONE), null,
                server.address(), null, null, null);
    }

    public static Account add(Desk desk, DemoServer server) {
        return desk.accounts().add(account(server), server.password()).account();
    }

    /** Adds the account of a server, over TLS by its own authority. */
    public static Account add(Desk desk, MailServer server) throws IOException {
        Account account = new Account(0, server.address(), "", new Server("localhost", server.tlsPort(), Security.TLS),
                null,
                server.address(), null, null, Files.readString(server.authority()));
        return desk.accounts().add(account, server.password()).account();
    }

    public static SyncReport sync(Desk desk) {
        return desk.sync().pass(desk.accounts().list(), "", new StopSignal(), _ -> {}).getFirst();
    }

    /** Files mails into the inbox of an account, as if they had just come, oldest first. */
    public static void file(Desk desk, Account account, List<byte[]> raws, Instant received) {
        FolderKey inbox = new FolderKey(account.id(), "INBOX");
        List<MailEvent> events = new ArrayList<>();
        events.add(new MailEvent.FolderSeen(inbox, '/', FolderRole.INBOX, true));
        for (byte[] raw : raws) {
            events.add(new MailEvent.Arrived(inbox, UID.incrementAndGet(), received, MessageFlags.NONE, raw));
        }
        ((Filing) desk.journal()).file(events);
    }

    /** Copies a data folder while a desk is open on it: what a kill at this moment would leave. */
    public static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                    } catch (NoSuchFileException _) {
                        // The desk deleted it meanwhile; after a kill it would not be there either.
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // Deleted between being listed and being looked at.
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
