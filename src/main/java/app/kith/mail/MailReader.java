package app.kith.mail;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw messages: RFC 5322, 2045 to 2049, 2231 and 6532, and the ways in which real programs break them.
 *
 * <p>Thread-safe, without state. Time and memory are linear in the size of the message: at most 50 levels and 2,000 parts are told
 * apart, 1 MB of a header and 8 MB of text are read; attachments are decoded only when they are asked for.
 */
public final class MailReader {

    /**
     * Reads a message. Never throws: what cannot be read is left out and said in {@link Mail#repairs()}.
     *
     * @param raw the message as it came from the server; not changed, and kept reachable by the attachments
     * @return the message
     */
    public Mail read(byte[] raw) {
        return readSafely(raw, null);
    }

    /**
     * Reads a message again with a charset of the user's choice ("Read as …"): for its text, for 8-bit bytes in its header and names,
     * and for encoded words that do not fit the charset that they name. Never throws.
     *
     * @param raw the message as it came from the server; not changed, and kept reachable by the attachments
     * @param charset the charset to read with
     * @return the message
     */
    public Mail read(byte[] raw, Charset charset) {
        return readSafely(raw, charset);
    }

    /**
     * Reads a message with a charset of the user's choice, by its name. Never throws.
     *
     * @param raw the message as it came from the server; not changed, and kept reachable by the attachments
     * @param charset name of the charset; empty, or one that is not known, for the one that is recognised
     * @return the message
     */
    public Mail read(byte[] raw, String charset) {
        return readSafely(raw, charset.isEmpty() ? null : ReadAs.charset(charset).orElse(null));
    }

    private static Mail readSafely(byte[] raw, @Nullable Charset charset) {
        try {
            return new Reading(raw, charset).mail();
        } catch (RuntimeException e) {
            // A fault of this program must not cost the user the mail; its raw bytes are kept anyway.
            return new Mail(null, List.of(), List.of(), null, "", List.of(), List.of(), List.of(), List.of(), List.of(),
                    "",
                    null, List.of(), List.of(), List.of(), "", List.of("the message could not be read: " + e));
        }
    }
}
