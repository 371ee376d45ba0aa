package app.kith.ui.start;

import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.desk.Accounts;
import app.kith.sync.imap.ServerCertificate;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mailbox trusts besides the system's authorities: a certificate from a file, or exactly what its servers show, after the user
 * has looked at it. JavaFX thread only.
 */
public final class CertificateModel {
    private static final long LARGEST_FILE = 1 << 20;

    private final Accounts accounts;
    private final Background background;
    private final Supplier<Server> imap;
    private final Supplier<@Nullable Server> smtp;
    private final ReadOnlyObjectWrapper<List<ServerCertificate>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen",
            List.of());
    private final ReadOnlyObjectWrapper<List<ServerCertificate>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            List.of());
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private @Nullable String pem;

    CertificateModel(Accounts accounts, Background background, @Nullable String before, Supplier<Server> imap,
            Supplier<@Nullable Server> smtp) {
        this.accounts = accounts;
        this.background = background;
        this.imap = imap;
        this.smtp = smtp;
        this.pem = before;
        if (before != null) {
            background.run("certificate", () -> accounts.certificates(before), chosen::set, failure::set);
        }
    }

    /** What the account is to trust besides; null for the system's authorities alone. */
    @Nullable
    String pem() {
        return pem;
    }

    /** Looks what the servers show. Nothing is said to them but what begins TLS. */
    public void look() {
        failure.set(null);
        shown.set(List.of());
        try {
            Server reading = imap.get();
            Server sending = smtp.get();
            if (reading.security() == Security.NONE) {
                throw new KithException(Problem.TLS_MISSING, reading.host());
            }
            busy.set(true);
            background.run("certificate", () -> presented(reading, sending), this::looked, this::failed);
        } catch (KithException e) {
            failed(e);
        }
    }

    /** What the server shows where mail is read, and where it is sent if that is another one. */
    private List<ServerCertificate> presented(Server reading, @Nullable Server sending) {
        ServerCertificate first = accounts.presented(reading, false).getFirst();
        if (sending == null || sending.security() == Security.NONE) {
            return List.of(first);
        }
        try {
            return Stream.of(first, accounts.presented(sending, true).getFirst()).distinct().toList();
        } catch (KithException e) {
            return List.of(first); // What is wrong there is told when the account is tried.
        }
    }

    private void looked(List<ServerCertificate> found) {
        busy.set(false);
        shown.set(found);
    }

    private void failed(KithException e) {
        busy.set(false);
        failure.set(e);
    }

    /** Trusts exactly what was shown. */
    public void trustShown() {
        chosen.set(shown.get());
        pem = shown.get().stream().map(ServerCertificate::pem).collect(Collectors.joining());
        shown.set(List.of());
    }

    /** Leaves what was shown alone: nobody is trusted for it. */
    public void leave() {
        shown.set(List.of());
    }

    /**
     * Trusts what stands in a file: an authority, or a server's certificate.
     *
     * @param file one or more certificates in PEM
     */
    public void read(Path file) {
        failure.set(null);
        background.run("certificate", () -> text(file), text -> {
            chosen.set(accounts.certificates(text));
            pem = text;
            shown.set(List.of());
        }, this::failed);
    }

    private String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new KithException(Problem.CERTIFICATE_INVALID, file.getFileName());
            }
            String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            accounts.certificates(text);
            return text;
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** Trusts the system's authorities alone again. */
    public void forget() {
        failure.set(null);
        chosen.set(List.of());
        shown.set(List.of());
        pem = null;
    }

    /** {@return the certificates that are trusted besides; empty for the system's authorities alone} */
    public ReadOnlyObjectProperty<List<ServerCertificate>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** {@return what the servers show, to be looked at; empty while nobody has asked them} */
    public ReadOnlyObjectProperty<List<ServerCertificate>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** {@return what went wrong; null if nothing did} */
    public ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return whether the servers are being looked at} */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
