package app.kith.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a transaction has touched so far: what has to be counted again before its end, and told after it. */
final class Touched {
    final Set<Long> accounts = new LinkedHashSet<>();
    final Set<Long> folders = new LinkedHashSet<>();
    final Set<Long> messages = new LinkedHashSet<>();
    final Set<Long> conversations = new LinkedHashSet<>();
    /** Conversations that perhaps lie elsewhere now; those above may, too. */
    final Set<Long> moved = new LinkedHashSet<>();
    /** Messages whose counterpart must be looked for again. */
    final Set<Long> turned = new LinkedHashSet<>();
    /** Addresses whose row changed. */
    final Set<Long> addresses = new LinkedHashSet<>();
    /** Addresses that must be counted anew. */
    final Set<Long> recounted = new LinkedHashSet<>();
    /** Contacts whose row must be worked out anew. */
    final Set<Long> contacts = new LinkedHashSet<>();
    /** Addresses of which it must be worked out anew what is to be proposed. */
    final Set<Long> proposed = new LinkedHashSet<>();
    private final Set<Long> settled = new LinkedHashSet<>();

    /** Notes that the rows of contacts are right again, unless they are touched once more. */
    void settled(Collection<Long> right) {
        contacts.removeAll(right);
        settled.addAll(right);
    }

    StoreChange change(long sequence) {
        settled.addAll(contacts);
        return new StoreChange(sequence, accounts, folders, conversations, settled);
    }
}
