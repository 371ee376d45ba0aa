package app.kith.vault;

import java.util.Optional;

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
        };
    }
}
