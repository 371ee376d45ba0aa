package app.kith.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the joining of messages remembers from one batch to the next. Used by one thread.
 *
 * @param <E> what may go wrong in it
 */
public interface ThreadMemory<E extends Exception> {

    /**
     * Looks up ids.
     *
     * @param ids keys of ids
     * @return the conversation of each that is known, as it is now: not one that was joined to another since
     * @throws E where the memory fails
     */
    Map<Long, Long> conversations(Set<Long> ids) throws E;

    /**
     * Looks up what earlier messages left under keys. It may return more than what matters to the clues.
     *
     * @param clues the clues of messages that arrive
     * @return every offer that one of them looks for, and every clue that looks for one of them
     * @throws E where the memory fails
     */
    List<Left> left(Collection<Clue> clues) throws E;

    /**
     * Remembers a batch.
     *
     * @param joined what has become of it
     * @throws E where the memory fails
     */
    void keep(Joined joined) throws E;

    /**
     * A clue of an earlier message.
     *
     * @param clue the clue
     * @param conversation the message's conversation, as it is now
     */
    record Left(Clue clue, long conversation) {}

    /**
     * A batch of messages with their conversations.
     *
     * @param conversations the conversation of each message
     * @param begun conversations that are new
     * @param merged conversations that are no more, each with the one that it was joined to
     * @param ids the ids that were not known before, each with its conversation
     * @param clues the clues of each message
     */
    record Joined(Map<Long, Long> conversations, List<Long> begun, Map<Long, Long> merged, Map<Long, Long> ids,
            Map<Long, List<Clue>> clues) {}
}
