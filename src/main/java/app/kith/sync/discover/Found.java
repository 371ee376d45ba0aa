package app.kith.sync.discover;

import app.kith.account.Provider;
import app.kith.account.Server;
import org.jspecify.annotations.Nullable;

/**
 * The servers found for an address.
 *
 * @param imap where mail is read
 * @param smtp where mail is sent; null where none was found
 * @param user user name for sign-in
 * @param smtpUser user name for sending where it differs; null for the same
 * @param carddav address book; null where none is known
 * @param provider the provider whose preset it is; null where it is none of the known ones
 * @param origin where it was learnt
 */
public record Found(Server imap, @Nullable Server smtp, String user, @Nullable String smtpUser,
        @Nullable String carddav, @Nullable Provider provider, Origin origin) {

    /** Where servers were learnt, the surest first. */
    public enum Origin {
        /** The preset of the domain. */
        PRESET,
        /** The preset of the provider that the domain's mail exchangers belong to. */
        MAIL_EXCHANGER,
        /** A file that the domain publishes. */
        AUTOCONFIG,
        /** SRV records of the domain (RFC 6186, RFC 6764). */
        SRV,
        /** The usual names were tried, and a server answered with a certificate for them. */
        GUESS
    }

    /**
     * What a provider's preset says of an address.
     *
     * @param provider the provider
     * @param email the address
     * @return its servers
     */
    public static Found of(Provider provider, String email) {
        return of(provider, email, Origin.PRESET);
    }

    static Found of(Provider provider, String email, Origin origin) {
        return new Found(provider.imapServer(), provider.smtpServer(), provider.userName(email),
                provider.smtpUserName(email), provider.carddav(), provider, origin);
    }
}
