package app.kith.account;

import org.jspecify.annotations.Nullable;

/**
 * A mail account as it is kept in the ledger. The secret is not here: it lies in the vault under {@link #secretName()}.
 *
 * @param id number in this store, never used again after removal
 * @param email the account's address, as the user wrote it
 * @param name the user's own name as shown to others; may be empty
 * @param imap where mail is read
 * @param smtp where mail is sent; null where none is known
 * @param user user name for sign-in
 * @param smtpUser user name for sign-in at the sending server, where it differs; null for the same
 * @param carddav address book; null where none is known
 * @param certificate an extra certificate authority in PEM that the user chose to trust for this account; null for the system's only
 */
public record Account(long id, String email, String name, Server imap, @Nullable Server smtp, String user,
        @Nullable String smtpUser, @Nullable String carddav, @Nullable String certificate) {

    /** {@return the name under which the vault keeps the secret} */
    public String secretName() {
        return "account/" + id;
    }
}
