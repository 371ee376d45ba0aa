package app.kith.sync.smtp;

import java.util.Map;

/**
 * What became of a message that was offered to a server.
 *
 * @param fate what became of it
 * @param answer what the server said last; in the case of doubt what was lost
 * @param refused the recipients whom the server would not take, with its answers; if {@code fate} is not TAKEN or IN_DOUBT, the
 *     message was given to nobody
 */
public record Delivery(Fate fate, String answer, Map<String, Reply> refused) {

    /** What may become of a message. */
    public enum Fate {
        /** The server took it for all recipients but those refused. */
        TAKEN,
        /** Its end was sent, and the connection was lost before the answer: the server may have taken it. */
        IN_DOUBT,
        /** The server does not want it now. */
        LATER,
        /** The server does not want it at all. */
        REFUSED
    }

    /** Keeps the map from being changed. */
    public Delivery {
        refused = Map.copyOf(refused);
    }
}
