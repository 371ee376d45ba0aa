package app.kith.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature, read.
 *
 * @param block its lines, LF line ends
 * @param fields what they say, in the order of the lines; each value once for its kind
 */
public record Signature(String block, List<SignatureField> fields) {

    /** Keeps its own copy of the list. */
    public Signature {
        fields = List.copyOf(fields);
    }

    /**
     * Reads the signature of a message.
     *
     * @param mail the message
     * @return its signature; null where it has none
     */
    public static @Nullable Signature of(Mail mail) {
        String block = NewText.of(mail).signature();
        return block == null ? null : of(block, mail.from().isEmpty() ? null : mail.from().getFirst());
    }

    /**
     * Reads a signature block. At most its first forty lines are read.
     *
     * @param block the lines, LF line ends
     * @param author who wrote it: his name and his address's domain tell his name and his company from other lines; null where
     *     nobody knows
     * @return the signature; without fields where its lines say nothing
     */
    public static Signature of(String block, @Nullable Mailbox author) {
        return new Signature(block, new SignatureReader(author).read(block));
    }
}
