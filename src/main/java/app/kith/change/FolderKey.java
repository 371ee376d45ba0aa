package app.kith.change;

/**
 * A folder of an account.
 *
 * @param account number of the account
 * @param path the folder's full name, decoded, with the server's separator
 */
public record FolderKey(long account, String path) {

    /**
     * The outbox of an account. No server has a folder without a name.
     *
     * @param account number of the account
     * @return its outbox
     */
    public static FolderKey outbox(long account) {
        return new FolderKey(account, "");
    }
}
