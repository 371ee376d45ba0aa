package app.kith.mail;

import java.util.List;

/** Reads raw messages. Thread-safe, without state. */
public final class MailReader {

    /**
     * Reads a message. Never throws: what cannot be read is left out and said in {@link Mail#repairs()}.
     *
     * @param raw the message as it came from the server; not changed, and kept reachable by the attachments
     * @return the message
     */
    public Mail read(byte[] raw) {
        return new Mail(null, List.of(), List.of(), null, "", List.of(), List.of(), List.of(), List.of(), List.of(), "",
                null,
                List.of(), List.of(), List.of(), "", List.of());
    }
}
