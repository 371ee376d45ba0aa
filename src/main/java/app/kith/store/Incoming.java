package app.kith.store;

import app.kith.conversation.ThreadLinks;
import app.kith.conversation.Wording;
import app.kith.mail.Mail;
import app.kith.mail.NewAddress;
import app.kith.mail.NewAddresses;
import app.kith.mail.NewText;
import app.kith.mail.Preview;
import app.kith.promise.Promise;
import app.kith.promise.Promises;
import java.util.List;

/**
 * A message that arrives, as it was read.
 *
 * @param mail what it says
 * @param digest SHA-256 of its raw bytes
 * @param links what it says about its place in a conversation
 * @param preview its first words, for lists
 * @param wording what its words call for
 * @param promises what it promises
 * @param signature what its signature says of its author
 * @param moved new addresses that its author tells for himself
 * @param files the files that came with it
 */
public record Incoming(Mail mail, byte[] digest, ThreadLinks links, String preview, Wording wording,
        List<Promise> promises, List<SignatureValue> signature, List<NewAddress> moved, List<FileNote> files) {

    /** Keeps its own copies of the lists. */
    public Incoming {
        promises = List.copyOf(promises);
        signature = List.copyOf(signature);
        moved = List.copyOf(moved);
        files = List.copyOf(files);
    }

    /**
     * Reads what the store keeps of a message, so that it is not read while the store is being written.
     *
     * @param mail what it says
     * @param digest SHA-256 of its raw bytes
     * @param signatures reads its signature
     */
    public Incoming(Mail mail, byte[] digest, Signatures signatures) {
        this(mail, digest, signatures, NewText.ofBeginning(mail));
    }

    private Incoming(Mail mail, byte[] digest, Signatures signatures, NewText parts) {
        this(mail, digest, ThreadLinks.of(mail, parts), Preview.of(parts), Wording.of(mail, parts),
                Promises.of(mail, parts), signatures.of(mail, parts), NewAddresses.of(mail, parts), FileNote.of(mail));
    }
}
