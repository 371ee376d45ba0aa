package app.kith.vault;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The passwords of accounts, sealed in one file under a key of the vault. Thread-safe. */
public final class Secrets {
    private static final String PURPOSE = "kith secrets 1";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final byte[] key;

    Secrets(Path file, byte[] key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Reads a secret.
     *
     * @param name what it was saved under
     * @return the secret; empty where there is none
     */
    public synchronized Optional<String> read(String name) {
        return Optional.ofNullable(load().get(name));
    }

    /**
     * Saves a secret; it is on disk when this returns.
     *
     * @param name what to save it under
     * @param secret the secret
     */
    public synchronized void save(String name, String secret) {
        Map<String, String> all = load();
        all.put(name, secret);
        store(all);
    }

    /**
     * Forgets a secret.
     *
     * @param name what it was saved under
     */
    public synchronized void forget(String name) {
        Map<String, String> all = load();
        if (all.remove(name) != null) {
            store(all);
        }
    }

    private Map<String, String> load() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            byte[] plain = Box.open(key, PURPOSE, Files.readAllBytes(file));
            return JSON.readValue(new String(plain, StandardCharsets.UTF_8),
                    new TypeReference<TreeMap<String, String>>() {
                    });
        } catch (GeneralSecurityException | JacksonException e) {
            throw new KithException(e, Problem.VAULT_DAMAGED, file.getFileName());
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }

    private void store(Map<String, String> all) {
        try {
            SafeFile.write(file, Box.seal(key, PURPOSE, JSON.writeValueAsBytes(all)));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }
}
