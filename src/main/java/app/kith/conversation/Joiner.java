package app.kith.conversation;

import app.kith.conversation.ThreadMemory.Joined;
import app.kith.conversation.ThreadMemory.Left;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins messages into conversations, batch after batch. Whether two messages belong together follows from these two alone, and a
 * conversation is whatever hangs together; so neither the order of arrival nor the batches make a difference. A conversation has the
 * number of the first of its messages that arrived.
 *
 * @param <E> what may go wrong in the memory
 */
public final class Joiner<E extends Exception> {
    private final ThreadMemory<E> memory;

    /**
     * Makes a joiner.
     *
     * @param memory what it knows of earlier batches
     */
    public Joiner(ThreadMemory<E> memory) {
        this.memory = memory;
    }

    /**
     * Finds or begins the conversations of messages that arrive, and has the memory keep them. Takes time linear in the batch and
     * what the memory returns, but for sorting.
     *
     * @param batch the messages by number; numbers are greater than those of all earlier messages
     * @return the batch as it was kept
     * @throws E where the memory fails
     */
    public Joined join(Map<Long, ThreadLinks> batch) throws E {
        Set<Long> ids = new HashSet<>();
        Set<Clue> clues = new HashSet<>();
        batch.values().forEach(links -> {
            ids.addAll(links.ids());
            clues.addAll(links.clues());
        });
        Map<Long, Long> known = ids.isEmpty() ? Map.of() : memory.conversations(ids);
        List<Left> left = clues.isEmpty() ? List.of() : memory.left(clues);
        Groups groups = new Groups();
        Map<Long, Long> unknown = new LinkedHashMap<>();
        batch.forEach((message, links) -> {
            groups.add(message);
            for (long id : links.ids()) {
                Long before = known.containsKey(id) ? known.get(id) : unknown.putIfAbsent(id, message);
                if (before != null) {
                    groups.union(message, before);
                }
            }
        });
        joinByClues(batch, left, groups);
        Joined joined = outcome(batch, groups, unknown);
        memory.keep(joined);
        return joined;
    }

    private static void joinByClues(Map<Long, ThreadLinks> batch, List<Left> left, Groups groups) {
        Map<Long, List<Left>> byKey = new HashMap<>();
        left.forEach(entry -> byKey.computeIfAbsent(entry.clue().key(), _ -> new ArrayList<>()).add(entry));
        batch.forEach((message, links) -> links.clues()
                .forEach(clue -> byKey.computeIfAbsent(clue.key(), _ -> new ArrayList<>())
                        .add(new Left(clue, message))));
        byKey.values().stream().filter(entries -> entries.size() > 1)
                .forEach(entries -> ClueSweep.join(entries, groups));
    }

    private static Joined outcome(Map<Long, ThreadLinks> batch, Groups groups, Map<Long, Long> unknown) {
        Map<Long, Long> conversations = new LinkedHashMap<>();
        List<Long> begun = new ArrayList<>();
        Map<Long, List<Clue>> clues = new LinkedHashMap<>();
        batch.forEach((message, links) -> {
            long conversation = groups.first(message);
            conversations.put(message, conversation);
            if (conversation == message) {
                begun.add(message);
            }
            if (!links.clues().isEmpty()) {
                clues.put(message, links.clues());
            }
        });
        Map<Long, Long> merged = new TreeMap<>();
        groups.members().forEach(member -> {
            long first = groups.first(member);
            if (first != member && !batch.containsKey(member)) {
                merged.put(member, first);
            }
        });
        unknown.replaceAll((_, message) -> groups.first(message));
        return new Joined(conversations, begun, merged, unknown, clues);
    }
}
