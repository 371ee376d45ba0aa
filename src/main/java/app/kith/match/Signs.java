package app.kith.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signs by the numbers of the records that they are about. Signs about records that are not there are left out. */
final class Signs {
    private final Map<Long, List<Sign>> byPair = new HashMap<>();

    Signs(List<Profile> profiles, List<Sign> signs) {
        if (signs.isEmpty()) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            numbers.put(profiles.get(i).id(), i);
        }
        for (Sign sign : signs) {
            Integer first = numbers.get(sign.first());
            Integer second = numbers.get(sign.second());
            if (first != null && second != null && !first.equals(second)) {
                byPair.computeIfAbsent(key(first, second), _ -> new ArrayList<>()).add(sign);
            }
        }
    }

    private static long key(int i, int j) {
        return (long) Math.min(i, j) << 32 | Math.max(i, j);
    }

    List<Sign> about(int i, int j) {
        return byPair.isEmpty() ? List.of() : byPair.getOrDefault(key(i, j), List.of());
    }

    /** {@return the bits of all signs about two records; a sure no outweighs everything} */
    double bits(int i, int j) {
        double bits = 0;
        for (Sign sign : about(i, j)) {
            bits += sign.what().bits();
        }
        return bits;
    }

    /** {@return the candidates and the pairs that something is known of} */
    PairList with(PairList candidates) {
        return byPair.isEmpty()
                ? candidates
                : candidates.with(byPair.keySet().stream().mapToLong(Long::longValue).toArray());
    }
}
