package app.kith.change;

/**
 * A folder of an account.
 *
 * @param account number of the account
 * @param path the folder's full name, decoded, with the server's separator
 */
public record FolderKey(long account, String path) {}
