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
 * @param certificate certificates in PEM, of authorities or of servers, that the user chose to trust for this account; null for the system's only
 * @param scope which mail is fetched
 * @param schedule when it is fetched
 */
public record Account(long id, String email, String name, Server imap, @Nullable Server smtp, String user,
        @Nullable String smtpUser, @Nullable String carddav, @Nullable String certificate, Scope scope,
        Schedule schedule) {

    /** Takes what an older ledger does not name as it was then: all mail, as it comes. */
    public Account {
        scope = scope == null ? Scope.ALL : scope;
        schedule = schedule == null ? Schedule.PUSH : schedule;
    }

    /** Makes an account of which all mail is fetched as it comes. */
    public Account(long id, String email, String name, Server imap, @Nullable Server smtp, String user,
            @Nullable String smtpUser, @Nullable String carddav, @Nullable String certificate) {
        this(id, email, name, imap, smtp, user, smtpUser, carddav, certificate, Scope.ALL, Schedule.PUSH);
    }

    /** The same under another number. */
    public Account numbered(long number) {
        return new Account(number, email, name, imap, smtp, user, smtpUser, carddav, certificate, scope, schedule);
    }

    /** The same with other mail fetched. */
    public Account with(Scope wanted) {
        return new Account(id, email, name, imap, smtp, user, smtpUser, carddav, certificate, wanted, schedule);
    }

    /** The same, fetched at other times. */
    public Account with(Schedule wanted) {
        return new Account(id, email, name, imap, smtp, user, smtpUser, carddav, certificate, scope, wanted);
    }

    /** The same with other certificates trusted besides the system's authorities; null for those alone. */
    public Account trusting(@Nullable String pem) {
        return new Account(id, email, name, imap, smtp, user, smtpUser, carddav, pem, scope, schedule);
    }

    /** {@return the name under which the vault keeps the secret} */
    public String secretName() {
        return "account/" + id;
    }
}
