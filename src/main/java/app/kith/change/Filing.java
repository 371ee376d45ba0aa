package app.kith.change;

import java.util.List;

/**
 * Where mail is filed: first the mail log, forced, then read, then the store, in one transaction. A message whose bytes are kept
 * already is not kept again, only its place is noted. Thread-safe.
 */
public interface Filing {

    /**
     * Begins to read a batch in the background, so that it is ready by the time it is filed.
     *
     * @param events what happened, in order; an arrival may turn out to be a message that is known
     * @return the batch
     */
    Prepared prepare(List<MailEvent> events);

    /**
     * Files a batch. When this returns it is on the disk and in the store.
     *
     * @param batch a batch of {@link #prepare}
     * @return how many of its arrivals were new messages
     */
    int file(Prepared batch);

    /**
     * Files events at once.
     *
     * @param events what happened, in order; may be empty
     * @return how many of the arrivals were new messages
     */
    default int file(List<MailEvent> events) {
        return events.isEmpty() ? 0 : file(prepare(events));
    }

    /** A batch on its way. */
    interface Prepared {}
}
