package app.kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.conversation.GeneratedMail.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promise of the engine: neither the order nor the batches in which mail comes change the conversations. */
class AnyOrderTest {

    /** Joins messages in an order, some at a time; returns the conversations as sets of their places in the list. */
    private static Set<Set<Integer>> joined(List<ThreadLinks> links, List<Integer> order, int batch) {
        ThreadsInMemory memory = new ThreadsInMemory();
        Joiner<RuntimeException> joiner = new Joiner<>(memory);
        Map<Long, Long> found = new HashMap<>();
        for (int from = 0; from < order.size(); from += batch) {
            Map<Long, ThreadLinks> some = new LinkedHashMap<>();
            for (int i = from; i < Math.min(order.size(), from + batch); i++) {
                some.put((long) i, links.get(order.get(i)));
            }
            found.putAll(joiner.join(some).conversations());
        }
        Map<Long, Set<Integer>> groups = new HashMap<>();
        found.forEach((message, conversation) -> groups
                .computeIfAbsent(memory.now(conversation), _ -> new TreeSet<>()).add(order.get(message.intValue())));
        groups.forEach((conversation, members) -> assertThat(members)
                .as("the conversation has the number of the first that came")
                .contains(order.get(conversation.intValue())));
        return Set.copyOf(groups.values());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, true"})
    void noOrderAndNoBatchesChangeTheConversations(long seed, boolean reused) {
        List<Item> items = GeneratedMail.of(seed, 80, reused);
        List<ThreadLinks> links = items.stream().map(item -> ThreadLinks.of(item.mail())).toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        Set<Set<Integer>> first = joined(links, order, order.size());
        Random random = new Random(seed);
        for (int batch : new int[]{1, 7, 50, 1000}) {
            Collections.shuffle(order, random);
            assertThat(joined(links, order, batch)).as("batches of %d", batch).isEqualTo(first);
        }
        Collections.sort(order, Collections.reverseOrder());
        assertThat(joined(links, order, 13)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "13"})
    void answersWithoutIdsFindTheirConversationsAndNoOther(long seed) {
        List<Item> items = GeneratedMail.of(seed, 80, false);
        List<ThreadLinks> links = items.stream().map(item -> ThreadLinks.of(item.mail())).toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Collection<Set<Integer>> meant = order.stream()
                .collect(Collectors.groupingBy(i -> items.get(i).conversation(), Collectors.toSet())).values();
        assertThat(joined(links, order, 10)).isEqualTo(Set.copyOf(meant));
    }
}
