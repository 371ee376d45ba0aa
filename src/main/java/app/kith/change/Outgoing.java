package app.kith.change;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A message on its way out. Its bytes lie in the mail log, in the outbox of its account; here stands how far it has come.
 *
 * @param id number, also its UID in the outbox; never used again
 * @param account number of the account that sends it
 * @param message number of the message
 * @param messageId its Message-ID without angle brackets, made once
 * @param sender address of the envelope's sender
 * @param recipients the envelope's recipients, those of Bcc among them
 * @param state how far it has come
 * @param notBefore it is not sent before this
 * @param attempts how often a server put it off
 * @param answer what the server said last; empty where it has said nothing
 * @param lookFirst whether it may have been sent before, so that the server's Sent folder must be looked into first
 */
public record Outgoing(long id, long account, long message, String messageId, String sender, List<Recipient> recipients,
        State state, Instant notBefore, int attempts, String answer, boolean lookFirst) {

    /** How far a message has come. */
    public enum State {
        /** It is being written; nothing of it goes anywhere. */
        DRAFT,
        /** It waits to be sent; nothing of it has been given to a server, or only for other recipients. */
        WAITING,
        /** All but its end is with the server; the end is being sent. */
        SENDING,
        /** Its end was sent and no answer came: the server may have it or not. */
        IN_DOUBT,
        /** The server took it. */
        SENT,
        /** It lies in the server's Sent folder. */
        FILED,
        /** The server refused it for good. */
        REFUSED,
        /** The user took it back before it was sent. */
        CANCELLED;

        /** {@return the word of the command line's contract} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What has become of the message for one recipient. */
    public enum Fate {
        /** Not given to a server yet. */
        WAITING,
        /** Accepted in the transaction that is under way or in doubt. */
        OFFERED,
        /** The server took the message for this recipient. */
        TAKEN,
        /** The server refused this recipient for good. */
        REFUSED
    }

    /**
     * One recipient.
     *
     * @param address the address
     * @param fate what has become of the message for it
     * @param answer what the server said of it last; empty where it has said nothing
     */
    public record Recipient(String address, Fate fate, String answer) {}

    /** Keeps the list from being changed. */
    public Outgoing {
        recipients = List.copyOf(recipients);
    }

    /**
     * Tells whether a recipient has a fate.
     *
     * @param fate the fate
     * @return whether any has
     */
    public boolean any(Fate fate) {
        return recipients.stream().anyMatch(recipient -> recipient.fate() == fate);
    }

    /**
     * The same in another state.
     *
     * @param next the state
     * @param said what the server said
     * @return the message
     */
    public Outgoing to(State next, String said) {
        return new Outgoing(id, account, message, messageId, sender, recipients, next, notBefore, attempts, said,
                lookFirst);
    }

    /**
     * The same with other bytes, perhaps of another account.
     *
     * @param from number of the account that sends it
     * @param email its address
     * @param written number of the message
     * @return the message
     */
    public Outgoing written(long from, String email, long written) {
        return new Outgoing(id, from, written, messageId, email, recipients, state, notBefore, attempts, answer,
                lookFirst);
    }

    /**
     * The same with other recipients.
     *
     * @param others the recipients
     * @return the message
     */
    public Outgoing with(List<Recipient> others) {
        return new Outgoing(id, account, message, messageId, sender, others, state, notBefore, attempts, answer,
                lookFirst);
    }

    /**
     * The same, to be tried at another time.
     *
     * @param time not before this
     * @param putOff how often it has been put off by then
     * @param look whether to look into the Sent folder first
     * @return the message
     */
    public Outgoing at(Instant time, int putOff, boolean look) {
        return new Outgoing(id, account, message, messageId, sender, recipients, state, time, putOff, answer, look);
    }

    /**
     * The same with one fate turned into another for all who have it.
     *
     * @param from the fate they have
     * @param to the fate they get
     * @return the message
     */
    public Outgoing turn(Fate from, Fate to) {
        return with(recipients.stream()
                .map(each -> each.fate() == from ? new Recipient(each.address(), to, each.answer()) : each).toList());
    }
}
