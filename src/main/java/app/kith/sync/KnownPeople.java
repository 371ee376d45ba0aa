package app.kith.sync;

import app.kith.contact.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who is known among the people of mail that is still on the server: customers, and whoever the user wrote to. What was found is
 * remembered until new people were entered. One thread.
 */
final class KnownPeople {
    private final UnaryOperator<Set<String>> query;
    private final String own;
    private final Map<String, Boolean> found = new HashMap<>();

    /**
     * Makes it.
     *
     * @param query finds the known ones among addresses in their normal form, the user's own never
     * @param own the account's address
     */
    KnownPeople(UnaryOperator<Set<String>> query, String own) {
        this.query = query;
        this.own = EmailAddress.of(own).normal();
    }

    /** Whether the user himself wrote something. */
    boolean isOwn(String address) {
        return address.equals(own);
    }

    /** Looks all of them up at once. */
    void learn(Collection<String> addresses) {
        Set<String> open = new HashSet<>(addresses);
        open.removeAll(found.keySet());
        if (!open.isEmpty()) {
            Set<String> known = query.apply(open);
            open.forEach(address -> found.put(address, known.contains(address)));
        }
    }

    /** {@return whether anybody of them is known} */
    boolean anyOf(Collection<String> addresses) {
        learn(addresses);
        return addresses.stream().anyMatch(address -> found.getOrDefault(address, false));
    }

    /** Forgets what was found, since there are new people. */
    void forget() {
        found.clear();
    }
}
