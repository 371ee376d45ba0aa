package app.kith.vault;

/**
 * In which ways the keys of a data folder, or of a backup of it, can be had.
 *
 * @param passphrase whether a passphrase opens it
 * @param code whether a recovery code opens it
 * @param keyStore whether the key store of an operating system does; that is so on the machine where it was saved only
 */
public record Ways(boolean passphrase, boolean code, boolean keyStore) {
    /** Where there is no key file, or none that can be read. */
    public static final Ways NONE = new Ways(false, false, false);

    /** One of the ways. */
    public enum Way {
        /** Words that the user chose. */
        PASSPHRASE,
        /** A code that the program made, kept on paper. */
        CODE,
        /** The key store of the operating system. */
        KEY_STORE
    }

    /** {@return whether it can be opened on any machine, by what the user knows or has on paper} */
    public boolean elsewhere() {
        return passphrase || code;
    }
}
