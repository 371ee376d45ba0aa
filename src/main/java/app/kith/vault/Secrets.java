package app.kith.vault;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The passwords of accounts, sealed in one file under a key of the vault. Thread-safe. */
public final class Secrets {
    private static final JsonMapper JSON = new JsonMapper();

    private final SealedFile file;

    Secrets(SealedFile file) {
        this.file = file;
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
        try {
            byte[] plain = file.read().orElse(null);
            return plain == null
                    ? new TreeMap<>()
                    : JSON.readValue(new String(plain, StandardCharsets.UTF_8),
                            new TypeReference<TreeMap<String, String>>() {
                            });
        } catch (JacksonException e) {
            throw new KithException(e, Problem.VAULT_DAMAGED, "secrets");
        }
    }

    private void store(Map<String, String> all) {
        file.write(JSON.writeValueAsBytes(all));
    }
}
