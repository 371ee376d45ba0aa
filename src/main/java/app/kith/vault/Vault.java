package app.kith.vault;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a data folder. A random master key is made once and never leaves; it lies in {@code vault.json} wrapped by the key
 * store of the operating system, by a passphrase (Argon2id), or by both. Every other key is derived from it by purpose
 * (HKDF-SHA-256, RFC 5869).
 */
public final class Vault {
    private static final String FILE = "vault.json";
    private static final String WRAP = "kith master key 1";
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

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
        return Files.exists(home.resolve(FILE));
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
        String id = UUID.randomUUID().toString();
        List<Wrap> wraps = new ArrayList<>();
        if (passphrase != null) {
            wraps.add(byPassphrase(master, passphrase, cost));
        }
        if (keyRing.isAvailable()) {
            Wrap wrap = byKeyRing(master, id, keyRing);
            if (wrap != null) {
                wraps.add(wrap);
            }
        }
        if (wraps.isEmpty()) {
            throw new KithException(Problem.PASSPHRASE_NEEDED);
        }
        write(home, new KeyFile(FORMAT, id, wraps));
        return new Vault(home, master);
    }

    private static Wrap byPassphrase(byte[] master, char[] passphrase, Argon2 cost) {
        byte[] salt = Box.random(16);
        return new Wrap(Wrap.PASSPHRASE, salt, cost, Box.seal(cost.key(passphrase, salt), WRAP, master));
    }

    private static @Nullable Wrap byKeyRing(byte[] master, String id, KeyRing keyRing) {
        byte[] key = Box.random(32);
        boolean saved = keyRing.save(id, HexFormat.of().formatHex(key));
        return saved ? new Wrap(Wrap.KEY_RING, null, null, Box.seal(key, WRAP, master)) : null;
    }

    /**
     * Opens the keys of a data folder.
     *
     * @param home the data folder
     * @param passphrase the user's words; null if none were given
     * @param keyRing asked where no passphrase was given
     * @return the vault
     * @throws KithException WRONG_PASSPHRASE, PASSPHRASE_NEEDED where the key ring does not help, VAULT_DAMAGED
     */
    public static Vault open(Path home, char @Nullable [] passphrase, KeyRing keyRing) {
        KeyFile file = read(home);
        for (Wrap wrap : file.wraps()) {
            byte[] master = wrap.open(file.id(), passphrase, keyRing);
            if (master != null) {
                return new Vault(home, master);
            }
        }
        throw new KithException(passphrase == null ? Problem.PASSPHRASE_NEEDED : Problem.WRONG_PASSPHRASE);
    }

    private static KeyFile read(Path home) {
        Path path = home.resolve(FILE);
        try {
            KeyFile file = JSON.readValue(Files.readAllBytes(path), KeyFile.class);
            if (file.format() > FORMAT) {
                throw new KithException(Problem.STORE_TOO_NEW, file.format(), FORMAT);
            }
            return file;
        } catch (JacksonException e) {
            throw new KithException(e, Problem.VAULT_DAMAGED, FILE);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, FILE, String.valueOf(e.getMessage()));
        }
    }

    private static void write(Path home, KeyFile file) {
        try {
            SafeFile.write(home.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, FILE, String.valueOf(e.getMessage()));
        }
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

    /** The file as it lies on disk. */
    private record KeyFile(int format, String id, List<Wrap> wraps) {}

    /** The master key, sealed in one of the two ways. */
    private record Wrap(String by, byte @Nullable [] salt, @Nullable Argon2 argon2, byte[] sealed) {
        static final String PASSPHRASE = "passphrase";
        static final String KEY_RING = "key ring";

        byte @Nullable [] open(String id, char @Nullable [] passphrase, KeyRing keyRing) {
            try {
                if (by.equals(PASSPHRASE) && passphrase != null && argon2 != null && salt != null) {
                    return Box.open(argon2.key(passphrase, salt), WRAP, sealed);
                }
                if (by.equals(KEY_RING) && passphrase == null && keyRing.isAvailable()) {
                    String key = keyRing.read(id).orElse("");
                    return key.isEmpty() ? null : Box.open(HexFormat.of().parseHex(key), WRAP, sealed);
                }
                return null;
            } catch (GeneralSecurityException e) {
                return null;
            }
        }
    }
}
