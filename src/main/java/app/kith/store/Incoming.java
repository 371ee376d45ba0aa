package app.kith.store;

import app.kith.conversation.ThreadLinks;
import app.kith.mail.Mail;
import app.kith.mail.NewText;
import app.kith.mail.Preview;
import java.util.List;

/**
 * A message that arrives, as it was read.
 *
 * @param mail what it says
 * @param digest SHA-256 of its raw bytes
 * @param links what it says about its place in a conversation
 * @param preview its first words, for lists
 * @param signature what its signature says of its author
 */
public record Incoming(Mail mail, byte[] digest, ThreadLinks links, String preview, List<SignatureValue> signature) {

    /** Keeps its own copy of the list. */
    public Incoming {
        signature = List.copyOf(signature);
    }

    /**
     * Reads what the store keeps of a message, so that it is not read while the store is being written.
     *
     * @param mail what it says
     * @param digest SHA-256 of its raw bytes
     */
    public Incoming(Mail mail, byte[] digest) {
        this(mail, digest, NewText.ofBeginning(mail));
    }

    private Incoming(Mail mail, byte[] digest, NewText parts) {
        this(mail, digest, ThreadLinks.of(mail, parts), Preview.of(parts), SignatureValue.of(mail, parts));
    }
}
