package app.kith.conversation;

import java.util.List;

/**
 * Messages that belong together.
 *
 * @param subject the subject of the earliest message; may be empty
 * @param messages the keys of the messages by date, those without a date last
 * @param <K> what messages are known by
 */
public record Conversation<K>(String subject, List<K> messages) {

    /** Keeps its own copy of the list. */
    public Conversation {
        messages = List.copyOf(messages);
    }
}
