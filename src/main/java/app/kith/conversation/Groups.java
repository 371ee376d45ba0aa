package app.kith.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Numbers that hang together; each group is known by its smallest. A union-find, near to constant time. */
final class Groups {
    private final Map<Long, Long> parents = new HashMap<>();

    void add(long member) {
        parents.putIfAbsent(member, member);
    }

    /** {@return all numbers that were ever named} */
    Set<Long> members() {
        return Set.copyOf(parents.keySet());
    }

    /** {@return the smallest number of a number's group} */
    long first(long member) {
        long root = member;
        for (long next = parent(root); next != root; next = parent(root)) {
            root = next;
        }
        long at = member;
        while (at != root) {
            long next = parent(at);
            parents.put(at, root);
            at = next;
        }
        return root;
    }

    private long parent(long member) {
        return parents.getOrDefault(member, member);
    }

    void union(long one, long other) {
        add(one);
        add(other);
        long a = first(one);
        long b = first(other);
        if (a != b) {
            parents.put(Math.max(a, b), Math.min(a, b));
        }
    }
}
