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
import java.util.function.Predicate;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file with the master key, wrapped in one way or in several. It is replaced whole: at any moment the old or the new one is
 * there.
 *
 * @param format 1; older programs pass over ways that they do not know
 * @param id by which key rings know it where a wrap has no name of its own
 * @param wraps the master key, sealed in each of the ways
 */
record KeyFile(int format, String id, List<Wrap> wraps) {
    static final String NAME = "vault.json";
    static final int FORMAT = 1;

    private static final String PURPOSE = "kith master key 1";
    private static final JsonMapper JSON = new JsonMapper();
    /** A folder that wanders between machines is remembered by the key stores of so many. */
    private static final int KEY_RINGS = 5;

    /**
     * The master key, sealed in one of the ways.
     *
     * @param by which
     * @param name by which a key ring knows its key; null for the file's own
     * @param salt what makes equal words unequal; null with key rings
     * @param argon2 how dear it is to try words; null with others
     * @param sealed the key
     */
    record Wrap(String by, @Nullable String name, byte @Nullable [] salt, @Nullable Argon2 argon2, byte[] sealed) {
        static final String PASSPHRASE = "passphrase";
        static final String CODE = "recovery code";
        static final String KEY_RING = "key ring";

        static Wrap ofPassphrase(byte[] master, char[] passphrase, Argon2 cost) {
            byte[] salt = Box.random(16);
            return new Wrap(PASSPHRASE, null, salt, cost, Box.seal(cost.key(passphrase, salt), PURPOSE, master));
        }

        static Wrap ofCode(byte[] master, byte[] code) {
            byte[] salt = Box.random(16);
            return new Wrap(CODE, null, salt, null, Box.seal(codeKey(code, salt), PURPOSE, master));
        }

        /** Null where the key ring does not take it. Each has a name of its own, so that no copy of the folder loses its key. */
        static @Nullable Wrap ofKeyRing(byte[] master, KeyRing keyRing) {
            byte[] key = Box.random(32);
            String name = UUID.randomUUID().toString();
            boolean saved = keyRing.isAvailable() && keyRing.save(name, HexFormat.of().formatHex(key));
            return saved ? new Wrap(KEY_RING, name, null, null, Box.seal(key, PURPOSE, master)) : null;
        }

        /** 128 random bits need nothing dear. */
        private static byte[] codeKey(byte[] code, byte[] salt) {
            try {
                return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(code)
                        .addSalt(salt).thenExpand("kith recovery code".getBytes(StandardCharsets.US_ASCII), 32));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean is(String kind) {
            return by.equals(kind);
        }

        /** The master key; null where this is not the way. */
        byte @Nullable [] open(char[] passphrase) {
            return is(PASSPHRASE) && salt != null && argon2 != null ? unseal(argon2.key(passphrase, salt)) : null;
        }

        byte @Nullable [] open(RecoveryCode.Read code) {
            return is(CODE) && salt != null && code.isCode() ? unseal(codeKey(code.key(), salt)) : null;
        }

        byte @Nullable [] open(String id, KeyRing keyRing) {
            String key = is(KEY_RING) ? keyRing.read(name == null ? id : name).orElse("") : "";
            try {
                return key.isEmpty() ? null : unseal(HexFormat.of().parseHex(key));
            } catch (IllegalArgumentException _) {
                return null; // Somebody else's.
            }
        }

        private byte @Nullable [] unseal(byte[] key) {
            try {
                return Box.open(key, PURPOSE, sealed);
            } catch (GeneralSecurityException _) {
                return null;
            }
        }
    }

    static KeyFile read(Path home) {
        try {
            return read(Files.readAllBytes(home.resolve(NAME)));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, NAME, String.valueOf(e.getMessage()));
        }
    }

    static KeyFile read(byte[] bytes) {
        try {
            KeyFile file = JSON.readValue(bytes, KeyFile.class);
            if (file.format() > FORMAT) {
                throw new KithException(Problem.STORE_TOO_NEW, file.format(), FORMAT);
            }
            return file;
        } catch (JacksonException e) {
            throw new KithException(e, Problem.VAULT_DAMAGED, NAME);
        }
    }

    void write(Path home) {
        try {
            SafeFile.write(home.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, NAME, String.valueOf(e.getMessage()));
        }
    }

    /** The master key by what somebody typed; null where it is the wrong thing. */
    byte @Nullable [] open(char[] typed) {
        RecoveryCode.Read code = RecoveryCode.read(typed);
        for (Wrap wrap : wraps) {
            byte[] master = code.isCode() ? wrap.open(code) : null;
            master = master == null ? wrap.open(typed) : master;
            if (master != null) {
                return master;
            }
        }
        return null;
    }

    byte @Nullable [] open(KeyRing keyRing) {
        if (!keyRing.isAvailable()) {
            return null;
        }
        return wraps.stream().map(wrap -> wrap.open(id, keyRing)).filter(found -> found != null).findFirst()
                .orElse(null);
    }

    Ways ways() {
        return new Ways(has(Wrap.PASSPHRASE), has(Wrap.CODE), has(Wrap.KEY_RING));
    }

    private boolean has(String kind) {
        return wraps.stream().anyMatch(wrap -> wrap.is(kind));
    }

    /** The same with a wrap in place of all of its kind. */
    KeyFile replacing(Wrap fresh) {
        return without(wrap -> wrap.is(fresh.by())).with(fresh);
    }

    /** The same with the key of one more key ring; the oldest are forgotten where there are too many. */
    KeyFile adding(Wrap keyRing) {
        long there = wraps.stream().filter(wrap -> wrap.is(Wrap.KEY_RING)).count();
        KeyFile kept = this;
        if (there >= KEY_RINGS) {
            Wrap oldest = wraps.stream().filter(wrap -> wrap.is(Wrap.KEY_RING)).findFirst().orElseThrow();
            kept = without(oldest::equals);
        }
        return kept.with(keyRing);
    }

    KeyFile without(Predicate<Wrap> which) {
        return new KeyFile(format, id, wraps.stream().filter(which.negate()).toList());
    }

    private KeyFile with(Wrap one) {
        List<Wrap> all = new ArrayList<>(wraps);
        all.add(one);
        return new KeyFile(format, id, List.copyOf(all));
    }
}
