package app.kith.change;

import java.util.List;

/**
 * What is written to the mail log as one record and applied to the store in one transaction.
 *
 * @param firstMessage number of the first message that arrives in it
 * @param events what happened, in order; never empty
 */
public record MailBatch(long firstMessage, List<MailEvent> events) {

    /** Keeps the list from being changed. */
    public MailBatch {
        events = List.copyOf(events);
    }

    /** {@return how many messages arrive in it} */
    public int arrivals() {
        return (int) events.stream().filter(MailBatch::isArrival).count();
    }

    /**
     * Tells whether a message gets its number from an event.
     *
     * @param event the event
     * @return whether one arrives or arrived in it
     */
    public static boolean isArrival(MailEvent event) {
        return event instanceof MailEvent.Arrived || event instanceof MailEvent.Erased erased && erased.isArrival();
    }
}
