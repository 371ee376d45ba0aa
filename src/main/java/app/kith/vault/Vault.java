package app.kith.vault;

import app.kith.vault.KeyFile.Wrap;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a data folder. A random master key is made once and never leaves; it lies in {@code vault.json} wrapped by the key
 * store of the operating system, by a passphrase (Argon2id), by a recovery code, or by several of these. Every other key is derived
 * from it by purpose (HKDF-SHA-256, RFC 5869).
 */
public final class Vault {
    /** So many signs a new passphrase has at least. */
    public static final int SHORTEST = 6;

    private final Path home;
    private final byte[] master;

    private Vault(Path home, byte[] master) {
        this.home = home;
        this.master = master;
    }

    /**
     * Tells whether a data folder has its keys already.
     *
     * @param home the data folder
     * @return true if there is a key file
     */
    public static boolean exists(Path home) {
        return Files.exists(home.resolve(KeyFile.NAME));
    }

    /**
     * Makes the keys of a new data folder.
     *
     * @param home the data folder, which is there
     * @param passphrase wraps the master key; null for none
     * @param cost how dear it is to try a passphrase
     * @param keyRing wraps the master key too, where it is available
     * @return the vault
     * @throws KithException PASSPHRASE_NEEDED if there is neither
     */
    public static Vault create(Path home, char @Nullable [] passphrase, Argon2 cost, KeyRing keyRing) {
        byte[] master = Box.random(32);
        List<Wrap> wraps = new ArrayList<>();
        if (passphrase != null) {
            wraps.add(Wrap.ofPassphrase(master, passphrase, cost));
        }
        Wrap here = Wrap.ofKeyRing(master, keyRing);
        if (here != null) {
            wraps.add(here);
        }
        if (wraps.isEmpty()) {
            throw new KithException(Problem.PASSPHRASE_NEEDED);
        }
        new KeyFile(KeyFile.FORMAT, UUID.randomUUID().toString(), wraps).write(home);
        return new Vault(home, master);
    }

    /**
     * Opens the keys of a data folder.
     *
     * @param home the data folder
     * @param passphrase the user's words, or the recovery code; null if none were given
     * @param keyRing asked where no passphrase was given
     * @return the vault
     * @throws KithException WRONG_PASSPHRASE, CODE_MISTYPED, PASSPHRASE_NEEDED where the key ring does not help, VAULT_DAMAGED
     */
    public static Vault open(Path home, char @Nullable [] passphrase, KeyRing keyRing) {
        KeyFile file = KeyFile.read(home);
        byte[] master = passphrase == null ? file.open(keyRing) : file.open(passphrase);
        if (master != null) {
            return new Vault(home, master);
        }
        if (passphrase == null) {
            throw new KithException(Problem.PASSPHRASE_NEEDED);
        }
        boolean nearly = file.ways().code() && RecoveryCode.read(passphrase).isMistyped();
        throw new KithException(nearly ? Problem.CODE_MISTYPED : Problem.WRONG_PASSPHRASE);
    }

    /**
     * In which ways a data folder can be opened.
     *
     * @param home the data folder
     * @return the ways
     * @throws KithException DISK, VAULT_DAMAGED, STORE_TOO_NEW
     */
    public static Ways ways(Path home) {
        return KeyFile.read(home).ways();
    }

    /**
     * In which ways what a key file belongs to can be opened.
     *
     * @param keyFile the bytes of the file
     * @return the ways
     * @throws KithException VAULT_DAMAGED, STORE_TOO_NEW
     */
    public static Ways ways(byte[] keyFile) {
        return KeyFile.read(keyFile).ways();
    }

    /**
     * In which ways this data folder can be opened.
     *
     * @return the ways
     * @throws KithException DISK, VAULT_DAMAGED
     */
    public Ways ways() {
        return ways(home);
    }

    /**
     * Whether words open this data folder.
     *
     * @param words the passphrase or the recovery code
     * @return whether they do
     */
    public boolean opens(char[] words) {
        return KeyFile.read(home).open(words) != null;
    }

    /**
     * Sets the passphrase, or changes it. What was copied before, backups among it, keeps the one of then.
     *
     * @param passphrase the new one
     * @param cost how dear it is to try
     * @throws KithException PASSPHRASE_SHORT, DISK; all is as before then
     */
    public synchronized void passphrase(char[] passphrase, Argon2 cost) {
        if (Character.codePointCount(passphrase, 0, passphrase.length) < SHORTEST) {
            throw new KithException(Problem.PASSPHRASE_SHORT, SHORTEST);
        }
        KeyFile.read(home).replacing(Wrap.ofPassphrase(master, passphrase, cost)).write(home);
    }

    /**
     * Makes a recovery code. The one of before opens this data folder no more, but still the backups made until now.
     *
     * @return the code, which is kept nowhere
     * @throws KithException DISK; all is as before then
     */
    public synchronized String makeCode() {
        byte[] code = RecoveryCode.random();
        KeyFile.read(home).replacing(Wrap.ofCode(master, code)).write(home);
        return RecoveryCode.write(code);
    }

    /**
     * Has a key store open this data folder from now on; nothing is done where it can already.
     *
     * @param keyRing the key store
     * @return whether it can now
     * @throws KithException DISK
     */
    public synchronized boolean keepIn(KeyRing keyRing) {
        KeyFile file = KeyFile.read(home);
        if (file.open(keyRing) != null) {
            return true;
        }
        Wrap here = Wrap.ofKeyRing(master, keyRing);
        if (here != null) {
            file.adding(here).write(home);
        }
        return here != null;
    }

    /**
     * Takes one of the ways away.
     *
     * @param way which; with the key store goes that of every machine
     * @param keyRing the key store of this machine
     * @throws KithException LAST_WAY where no other would be left that can be gone here, DISK; all is as before then
     */
    public synchronized void remove(Ways.Way way, KeyRing keyRing) {
        String kind = switch (way) {
            case PASSPHRASE -> Wrap.PASSPHRASE;
            case CODE -> Wrap.CODE;
            case KEY_STORE -> Wrap.KEY_RING;
        };
        KeyFile before = KeyFile.read(home);
        KeyFile after = before.without(wrap -> wrap.is(kind));
        if (!after.ways().elsewhere() && after.open(keyRing) == null) {
            throw new KithException(Problem.LAST_WAY);
        }
        after.write(home);
        if (way == Ways.Way.KEY_STORE && keyRing.isAvailable()) {
            before.wraps().stream().filter(wrap -> wrap.is(kind))
                    .forEach(wrap -> keyRing.forget(wrap.name() == null ? before.id() : wrap.name()));
        }
    }

    /**
     * Lets a copy of this data folder be opened without asking anybody, as long as this process lives.
     *
     * @param copy the folder with the copy, which will be thrown away
     * @return opens it; opens nothing where it is a copy of another folder
     */
    public KeyRing lend(Path copy) {
        KeyFile file = KeyFile.read(copy);
        if (!file.id().equals(KeyFile.read(home).id())) {
            return KeyRing.none();
        }
        KeyRing lent = KeyRing.inMemory();
        Wrap wrap = Wrap.ofKeyRing(master, lent);
        if (wrap != null) {
            file.adding(wrap).write(copy);
        }
        return lent;
    }

    /**
     * The key for a purpose.
     *
     * @param purpose what it is for; the same words always give the same key
     * @return a 256-bit key
     */
    public SecretKey key(String purpose) {
        return new SecretKeySpec(derive(purpose), "HKDF");
    }

    /**
     * A password in hexadecimal digits for a purpose, for parts that want words.
     *
     * @param purpose what it is for
     * @return 64 digits
     */
    public char[] password(String purpose) {
        return HexFormat.of().formatHex(derive(purpose)).toCharArray();
    }

    private byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(master)
                    .thenExpand(("kith " + purpose).getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the passwords of accounts} */
    public Secrets secrets() {
        return new Secrets(new SealedFile(home.resolve("secrets.sealed"), derive("secrets"), "kith secrets 1"));
    }

    /** {@return what passes over the accounts did} */
    public SealedFile reports() {
        return new SealedFile(home.resolve("reports.sealed"), derive("reports"), "kith reports 1");
    }

    /** {@return what an erasure that is under way has still to look for; deleted at its end} */
    public SealedFile erasing() {
        return new SealedFile(home.resolve("erasing.sealed"), derive("erasing"), "kith erasing 1");
    }

    /** {@return how far rules have looked} */
    public SealedFile rules() {
        return new SealedFile(home.resolve("rules.sealed"), derive("rules"), "kith rules 1");
    }
}
