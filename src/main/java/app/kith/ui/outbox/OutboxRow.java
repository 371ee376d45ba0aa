package app.kith.ui.outbox;

import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.State;
import java.time.Instant;

/**
 * One letter on the page.
 *
 * @param outgoing how far it has come
 * @param subject its subject; may be empty
 * @param account address of the account that sends it
 * @param writtenAt when it was last written
 */
public record OutboxRow(Outgoing outgoing, String subject, String account, Instant writtenAt) {

    /** The parts of the page, in their order. */
    public enum Group {
        /** Somebody has to decide something. */
        FAILED,
        /** Being written. */
        DRAFTS,
        /** Waits, or is being sent. */
        WAITING,
        /** Sent lately. */
        SENT
    }

    /** {@return the part of the page where it stands} */
    public Group group() {
        return switch (outgoing.state()) {
            case DRAFT -> Group.DRAFTS;
            case WAITING, SENDING -> Group.WAITING;
            case IN_DOUBT, REFUSED -> Group.FAILED;
            case SENT, FILED, CANCELLED -> outgoing.any(Fate.REFUSED) ? Group.FAILED : Group.SENT;
        };
    }

    /** {@return whether it can be opened for writing: nothing of it has gone anywhere} */
    public boolean canBeOpened() {
        State state = outgoing.state();
        return state == State.DRAFT
                || (state == State.WAITING || state == State.REFUSED) && !outgoing.lookFirst()
                        && !outgoing.any(Fate.TAKEN);
    }
}
