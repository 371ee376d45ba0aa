package app.kith.account;

import java.util.Locale;

/** How a connection to a mail server is protected. */
public enum Security {
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** Plain greeting, then a required upgrade by STARTTLS; without it nothing is sent. */
    STARTTLS,
    /** No protection; allowed for this machine only. */
    NONE;

    /** {@return the word used on the command line and in files: tls, starttls, none} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word of the command line.
     *
     * @param word tls, starttls or none in any case
     * @return the security
     * @throws IllegalArgumentException for any other word
     */
    public static Security of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
