package app.kith.sync.imap;

/** What a server says of messages. */
public interface Changes {
    /**
     * A message, or a part of what there is to say of it.
     *
     * @param message what the server said; its UID is known
     */
    void fetched(Fetched message);

    /**
     * Messages are no longer there.
     *
     * @param uids which
     * @param earlier whether this tells of the time before the folder was opened
     */
    default void vanished(long[] uids, boolean earlier) {}
}
