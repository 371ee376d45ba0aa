package app.kith.desk;

import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.vault.Ways;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;

/**
 * In which ways the data is opened: by the key store of this machine, a passphrase, a recovery code. All of them open the same key,
 * so that nothing is encrypted anew when one is added, changed or taken away. Thread-safe; blocks.
 */
public final class Protection {
    private final Vault vault;
    private final KeyRing keyRing;
    private final Argon2 cost;

    Protection(Vault vault, KeyRing keyRing, Argon2 cost) {
        this.vault = vault;
        this.keyRing = keyRing;
        this.cost = cost;
    }

    /**
     * Tries the keys of a data folder that is not open, and has this machine's key store keep them where it is to.
     *
     * @param options the folder, with the words or key store that are to open it
     * @return true
     * @throws KithException PASSPHRASE_NEEDED, WRONG_PASSPHRASE, CODE_MISTYPED, VAULT_DAMAGED
     */
    public static boolean unlock(DeskOptions options) {
        unlocked(options);
        return true;
    }

    /** The keys of a data folder that has some. What came from another machine is opened by this one's key store from now on. */
    static Vault unlocked(DeskOptions options) {
        Vault vault = Vault.open(options.home(), options.passphrase(), options.keyRing());
        if (options.passphrase() != null && vault.ways().keyStore()) {
            vault.keepIn(options.keyRing());
        }
        return vault;
    }

    Vault vault() {
        return vault;
    }

    /** {@return in which ways the data can be opened now; backups made from now on can be opened in the same} */
    public Ways ways() {
        return vault.ways();
    }

    /** {@return whether this machine has a key store that can be used} */
    public boolean hasKeyStore() {
        return keyRing.isAvailable();
    }

    /**
     * Whether words open the data.
     *
     * @param words the passphrase or the recovery code
     * @return whether they do; takes a good part of a second, on purpose
     */
    public boolean opens(char[] words) {
        return vault.opens(words);
    }

    /**
     * Sets the passphrase, or changes it. Backups made before keep the one that they had.
     *
     * @param fresh the new one
     * @throws KithException PASSPHRASE_SHORT, DISK; all is as before then
     */
    public void setPassphrase(char[] fresh) {
        vault.passphrase(fresh, cost);
    }

    /**
     * Makes a recovery code in place of the one of before.
     *
     * @return the code, to be shown once: it is kept nowhere
     * @throws KithException DISK; all is as before then
     */
    public String makeCode() {
        return vault.makeCode();
    }

    /**
     * Has the key store of this machine open the data unasked from now on.
     *
     * @throws KithException NO_KEY_STORE, DISK
     */
    public void keepHere() {
        if (!vault.keepIn(keyRing)) {
            throw new KithException(Problem.NO_KEY_STORE);
        }
    }

    /**
     * Takes one of the ways away. Backups made before keep it.
     *
     * @param way which
     * @throws KithException LAST_WAY where nothing would open the data any more, DISK; all is as before then
     */
    public void remove(Ways.Way way) {
        vault.remove(way, keyRing);
    }

    /** Lets a copy of this data folder be opened without asking anybody; it will be thrown away. */
    KeyRing lend(Path copy) {
        return vault.lend(copy);
    }
}
