package app.kith.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What joining remembers, in memory. Nothing can go wrong in it. */
final class ThreadsInMemory implements ThreadMemory<RuntimeException> {
    private final Map<Long, Long> ids = new HashMap<>();
    private final Map<Long, List<Left>> clues = new HashMap<>();
    private final Groups joined = new Groups();

    @Override
    public Map<Long, Long> conversations(Set<Long> wanted) {
        Map<Long, Long> found = new HashMap<>();
        for (long id : wanted) {
            Long conversation = ids.get(id);
            if (conversation != null) {
                found.put(id, joined.first(conversation));
            }
        }
        return found;
    }

    @Override
    public List<Left> left(Collection<Clue> wanted) {
        List<Left> found = new ArrayList<>();
        wanted.stream().map(Clue::key).distinct()
                .forEach(key -> clues.getOrDefault(key, List.of())
                        .forEach(left -> found.add(new Left(left.clue(), joined.first(left.conversation())))));
        return found;
    }

    @Override
    public void keep(Joined batch) {
        batch.merged().forEach(joined::union);
        ids.putAll(batch.ids());
        batch.clues().forEach((message, left) -> {
            long conversation = conversation(batch, message);
            left.forEach(clue -> clues.computeIfAbsent(clue.key(), _ -> new ArrayList<>())
                    .add(new Left(clue, conversation)));
        });
    }

    private static long conversation(Joined batch, long message) {
        return batch.conversations().getOrDefault(message, message);
    }

    /** {@return where a conversation has gone since} */
    long now(long conversation) {
        return joined.first(conversation);
    }
}
