package app.kith.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user calls things: words that customers bear already, those of most customers first. Blocks while it is read.
 *
 * @param tags tags
 * @param stages stages
 */
public record CustomerWords(List<String> tags, List<String> stages) {
    private static final int MOST = 200;

    /** Keeps its own copies. */
    public CustomerWords {
        tags = List.copyOf(tags);
        stages = List.copyOf(stages);
    }

    /**
     * Reads them.
     *
     * @param store the store
     * @return the words
     */
    public static CustomerWords of(Store store) {
        Map<String, Integer> tags = new HashMap<>();
        Map<String, Integer> stages = new HashMap<>();
        store.readers().useHandle(handle -> {
            handle.createQuery("SELECT tags, COUNT(*) FROM contact WHERE tags <> '' GROUP BY tags")
                    .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                    .forEach(some -> Arrays.stream(some.getKey().split("\n", -1)).filter(tag -> !tag.isBlank())
                            .forEach(tag -> tags.merge(tag, some.getValue(), Integer::sum)));
            handle.createQuery("SELECT stage, COUNT(*) FROM contact WHERE stage <> '' GROUP BY stage")
                    .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                    .forEach(some -> stages.merge(some.getKey(), some.getValue(), Integer::sum));
        });
        return new CustomerWords(most(tags), most(stages));
    }

    private static List<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST).map(Map.Entry::getKey).toList();
    }
}
