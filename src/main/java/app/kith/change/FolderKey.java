package app.kith.change;

/**
 * A folder of an account.
 *
 * @param account number of the account
 * @param path the folder's full name, decoded, with the server's separator
 */
public record FolderKey(long account, String path) {
    private static final String IMPORTED = "\nfrom file\n";

    /**
     * The outbox of an account. No server has a folder without a name.
     *
     * @param account number of the account
     * @return its outbox
     */
    public static FolderKey outbox(long account) {
        return new FolderKey(account, "");
    }

    /**
     * Where the letters lie that are being written for an account. No server has a folder with a line end for a name.
     *
     * @param account number of the account
     * @return its drafts
     */
    public static FolderKey drafts(long account) {
        return new FolderKey(account, "\n");
    }

    /**
     * Where the mails lie that came from a file.
     *
     * @param account number of the account whose owner they belong to
     * @param name the file's name, and the folder within it
     * @return their folder
     */
    public static FolderKey imported(long account, String name) {
        return new FolderKey(account, IMPORTED + name);
    }

    /** {@return whether this program's own letters lie here: what is being written, its files, and what is on its way out} */
    public boolean isOwn() {
        return path.isEmpty() || path.equals("\n") || path.equals("\n\n");
    }

    /** {@return the name of the file of a folder of imported mail} */
    public String importedName() {
        return path.substring(IMPORTED.length());
    }

    /**
     * Where the files lie that go along with letters being written for an account.
     *
     * @param account number of the account
     * @return its files
     */
    public static FolderKey files(long account) {
        return new FolderKey(account, "\n\n");
    }
}
