package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.desk.Home;
import app.kith.desk.Protection;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every command needs: the terminal, and the desk of the chosen data folder. */
final class Shell {
    private final Terminal terminal;
    private final KeyRing keyRing;
    private @Nullable Path home;
    private @Nullable Path passphraseFile;

    Shell(Terminal terminal, KeyRing keyRing) {
        this.terminal = terminal;
        this.keyRing = keyRing;
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

    /** Opens the data folder by the passphrase, where one is given, and with the key store of this machine at hand all the same. */
    Desk deskWithKeyStore() {
        return desk(options(false).with(keyRing));
    }

    Desk desk(boolean rebuild) {
        return desk(options(rebuild));
    }

    /**
     * Does something for which a data folder has to be opened. Where the key store was asked and has no entry for it, as on a new
     * machine, whoever sits at the terminal is asked for the passphrase or the recovery code.
     */
    <T> T opening(DeskOptions options, Function<DeskOptions, T> act) {
        try {
            return act.apply(options);
        } catch (KithException e) {
            char[] typed = e.problem() == Problem.PASSPHRASE_NEEDED && options.passphrase() == null
                    ? terminal.askSecret(terminal.words().get("guard.ask-recovery"))
                    : null;
            if (typed == null) {
                throw e;
            }
            return act.apply(options.with(typed));
        }
    }

    Desk desk(DeskOptions options) {
        Desk desk = Vault.exists(options.home()) ? opening(options, Desk::open) : Desk.open(options);
        terminal.endProgress();
        desk.damages().forEach(damage -> terminal.note("kith: " + terminal.words()
                .sentence(new KithException(Problem.LOG_DAMAGED, damage.file(), damage.offset(), damage.sequence()))));
        return desk;
    }

    /**
     * Tries the keys of a folder that was brought back from a backup, asking for the passphrase or recovery code where this machine's
     * key store has no entry; then it gets one.
     *
     * @return whether the keys open; false where nobody could be asked, or what was given is wrong
     */
    boolean unlock(Path folder) {
        KeyRing ring = passphraseFile == null ? keyRing : KeyRing.none();
        char[] given = passphraseFile == null ? null : secretFrom(passphraseFile).toCharArray();
        try {
            return opening(DeskOptions.of(folder, given, ring), Protection::unlock);
        } catch (KithException e) {
            if (e.problem().exit() == Problem.VAULT_DAMAGED.exit()) {
                throw e;
            }
            return false;
        }
    }

    /** How the data folder is opened, or another one with the same keys. */
    DeskOptions options(boolean rebuild) {
        KeyRing ring = passphraseFile == null ? keyRing : KeyRing.none();
        return new DeskOptions(home(), passphrase(ring), ring, Argon2.STRONG, rebuild,
                messages -> terminal.progress(terminal.words().count("cli.replayed", messages)), Clock.systemUTC());
    }

    private char @Nullable [] passphrase(KeyRing ring) {
        if (passphraseFile != null) {
            return secretFrom(passphraseFile).toCharArray();
        }
        boolean there = Vault.exists(home());
        if (ring.isAvailable()) {
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
