package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.desk.Home;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.SystemKeyRing;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What every command needs: the terminal, and the desk of the chosen data folder. */
final class Shell {
    private final Terminal terminal;
    private @Nullable Path home;
    private @Nullable Path passphraseFile;

    Shell(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    void home(Path chosen) {
        home = chosen;
    }

    void passphraseFile(Path file) {
        passphraseFile = file;
    }

    Path home() {
        return home != null ? home : Home.usual(System.getenv(), System::getProperty);
    }

    @Nullable
    Path passphraseFile() {
        return passphraseFile;
    }

    /** Opens the data folder; a new one is made with the passphrase given. */
    Desk desk() {
        return desk(false);
    }

    Desk desk(boolean rebuild) {
        return desk(options(rebuild));
    }

    Desk desk(DeskOptions options) {
        Desk desk = Desk.open(options);
        terminal.endProgress();
        desk.damages().forEach(damage -> terminal.note("kith: " + terminal.words()
                .sentence(new KithException(Problem.LOG_DAMAGED, damage.file(), damage.offset(), damage.sequence()))));
        return desk;
    }

    /** How the data folder is opened, or another one with the same keys. */
    DeskOptions options(boolean rebuild) {
        KeyRing keyRing = passphraseFile == null ? new SystemKeyRing() : KeyRing.none();
        return new DeskOptions(home(), passphrase(keyRing), keyRing, Argon2.STRONG, rebuild,
                messages -> terminal.progress(terminal.words().count("cli.replayed", messages)), Clock.systemUTC());
    }

    private char @Nullable [] passphrase(KeyRing keyRing) {
        if (passphraseFile != null) {
            return secretFrom(passphraseFile).toCharArray();
        }
        boolean there = Vault.exists(home());
        if (keyRing.isAvailable()) {
            return null;
        }
        return there
                ? terminal.askSecret(terminal.words().get("cli.passphrase"))
                : terminal.askNewSecret(terminal.words().get("cli.new-passphrase"),
                        terminal.words().get("cli.passphrase-again"));
    }

    /**
     * Reads a secret from a file: its first line.
     *
     * @throws KithException DISK if it cannot be read
     */
    static String secretFrom(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
