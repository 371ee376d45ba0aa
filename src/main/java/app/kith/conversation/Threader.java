package app.kith.conversation;

import app.kith.mail.Mail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins messages into conversations in memory: any shared id joins, a message that comes late may join two conversations, and one
 * that is only named keeps its place. The order in which messages are added makes no difference. Subjects join nothing.
 *
 * <p>A union-find over ids, near to constant time for each id. Not thread-safe.
 *
 * @param <K> what messages are known by; their order breaks ties of equal dates
 */
public final class Threader<K extends Comparable<? super K>> {
    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<Entry<K>> entries = new ArrayList<>();
    private int[] parents = new int[64];
    private int count;

    private record Entry<K>(K key, int node, @Nullable Instant date, String subject) {}

    /**
     * Adds a message.
     *
     * @param key what it is known by in the result
     * @param mail the message
     */
    public void add(K key, Mail mail) {
        add(key, ThreadLinks.of(mail), mail.date(), mail.subject());
    }

    /**
     * Adds a message of which only its links are at hand.
     *
     * @param key what it is known by in the result
     * @param links its own id and those that it names
     * @param date when it was written; null where nobody knows
     * @param subject its subject
     */
    public void add(K key, ThreadLinks links, @Nullable Instant date, String subject) {
        String id = links.id();
        int node = id == null ? newNode() : node(id);
        for (String name : links.names()) {
            union(node, node(name));
        }
        entries.add(new Entry<>(key, node, date, subject));
    }

    /** {@return all conversations, the one with the earliest message first; every message is in exactly one} */
    public List<Conversation<K>> conversations() {
        List<Entry<K>> sorted = new ArrayList<>(entries);
        sorted.sort(
                Comparator.comparing((Entry<K> entry) -> entry.date(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(entry -> entry.key()));
        Map<Integer, List<Entry<K>>> groups = new LinkedHashMap<>();
        for (Entry<K> entry : sorted) {
            groups.computeIfAbsent(root(entry.node()), root -> new ArrayList<>()).add(entry);
        }
        return groups.values().stream()
                .map(group -> new Conversation<>(group.getFirst().subject(), group.stream().map(Entry::key).toList()))
                .toList();
    }

    private int node(String id) {
        Integer known = nodes.get(id);
        if (known != null) {
            return known;
        }
        int node = newNode();
        nodes.put(id, node);
        return node;
    }

    private int newNode() {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, count * 2);
        }
        parents[count] = count;
        return count++;
    }

    private int root(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void union(int first, int second) {
        int a = root(first);
        int b = root(second);
        parents[Math.max(a, b)] = Math.min(a, b);
    }
}
