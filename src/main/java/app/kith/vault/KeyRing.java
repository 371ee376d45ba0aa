package app.kith.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The key store of the operating system, for as much as Kith needs of it. Calls may block while the system asks the user. */
public interface KeyRing {

    /** {@return whether there is one that can be used} */
    boolean isAvailable();

    /**
     * Reads a secret.
     *
     * @param name what it was saved under
     * @return the secret; empty where there is none or the user refused
     */
    Optional<String> read(String name);

    /**
     * Saves a secret.
     *
     * @param name what to save it under
     * @param secret the secret
     * @return false if it could not be saved
     */
    boolean save(String name, String secret);

    /**
     * Forgets a secret, where it is there.
     *
     * @param name what it was saved under
     */
    void forget(String name);

    /**
     * A key ring that is read and never written.
     *
     * @param ring the ring that is read
     * @return the ring
     */
    static KeyRing onlyRead(KeyRing ring) {
        return new KeyRing() {
            @Override
            public boolean isAvailable() {
                return ring.isAvailable();
            }

            @Override
            public Optional<String> read(String name) {
                return ring.read(name);
            }

            @Override
            public boolean save(String name, String secret) {
                return false;
            }

            @Override
            public void forget(String name) {}
        };
    }

    /** {@return a key ring that is gone with the process} */
    static KeyRing inMemory() {
        Map<String, String> secrets = new ConcurrentHashMap<>();
        return new KeyRing() {
            @Override
            public boolean isAvailable() {
                return true;
            }

            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(secrets.get(name));
            }

            @Override
            public boolean save(String name, String secret) {
                secrets.put(name, secret);
                return true;
            }

            @Override
            public void forget(String name) {
                secrets.remove(name);
            }
        };
    }

    /** {@return a key ring that is never there} */
    static KeyRing none() {
        return new KeyRing() {
            @Override
            public boolean isAvailable() {
                return false;
            }

            @Override
            public Optional<String> read(String name) {
                return Optional.empty();
            }

            @Override
            public boolean save(String name, String secret) {
                return false;
            }

            @Override
            public void forget(String name) {}
        };
    }
}
