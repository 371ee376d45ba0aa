package app.kith.conversation;

import app.kith.mail.Mail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins messages into conversations in memory. The order in which messages are added makes no difference. Not thread-safe.
 *
 * @param <K> what messages are known by; their order breaks ties of equal dates
 */
public final class Threader<K extends Comparable<? super K>> {
    private static final int BATCH = 1000;

    private final ThreadsInMemory memory = new ThreadsInMemory();
    private final Joiner<RuntimeException> joiner = new Joiner<>(memory);
    private final List<Entry<K>> entries = new ArrayList<>();
    private final Map<Long, ThreadLinks> waiting = new LinkedHashMap<>();
    private final Map<Long, Long> conversations = new LinkedHashMap<>();

    private record Entry<K>(K key, long number, @Nullable Instant date, String subject) {}

    /**
     * Adds a message.
     *
     * @param key what it is known by in the result
     * @param mail the message
     */
    public void add(K key, Mail mail) {
        long number = entries.size();
        entries.add(new Entry<>(key, number, mail.date(), mail.subject()));
        waiting.put(number, ThreadLinks.of(mail));
        if (waiting.size() == BATCH) {
            join();
        }
    }

    private void join() {
        conversations.putAll(joiner.join(waiting).conversations());
        waiting.clear();
    }

    /** {@return all conversations, the one with the earliest message first; every message is in exactly one} */
    public List<Conversation<K>> conversations() {
        join();
        List<Entry<K>> sorted = new ArrayList<>(entries);
        sorted.sort(
                Comparator.comparing((Entry<K> entry) -> entry.date(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(entry -> entry.key()));
        Map<Long, List<Entry<K>>> groups = new LinkedHashMap<>();
        for (Entry<K> entry : sorted) {
            long conversation = memory.now(conversations.getOrDefault(entry.number(), entry.number()));
            groups.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(entry);
        }
        return groups.values().stream()
                .map(group -> new Conversation<>(group.getFirst().subject(), group.stream().map(Entry::key).toList()))
                .toList();
    }
}
