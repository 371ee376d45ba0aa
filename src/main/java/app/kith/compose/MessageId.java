package app.kith.compose;

import app.kith.contact.EmailAddress;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes Message-IDs (RFC 5322, section 3.6.4): random on the left, the account's domain on the right. */
public final class MessageId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private MessageId() {}

    /**
     * Makes a new id.
     *
     * @param email the author's address
     * @return the id, without angle brackets
     */
    public static String make(String email) {
        String domain = EmailAddress.of(email).domain();
        boolean usable = domain.matches("[a-z0-9][a-z0-9.-]{0,250}");
        return random() + "@" + (usable ? domain : "kith.invalid");
    }

    /** {@return 24 random letters, digits, hyphens and underscores} */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
