package app.kith.store;

import app.kith.conversation.ThreadLinks;
import app.kith.mail.Mail;

/**
 * A message that arrives, as it was read.
 *
 * @param mail what it says
 * @param digest SHA-256 of its raw bytes
 * @param links what it says about its place in a conversation
 */
public record Incoming(Mail mail, byte[] digest, ThreadLinks links) {

    /**
     * Reads the links of a message, so that they are not read while the store is being written.
     *
     * @param mail what it says
     * @param digest SHA-256 of its raw bytes
     */
    public Incoming(Mail mail, byte[] digest) {
        this(mail, digest, ThreadLinks.of(mail));
    }
}
