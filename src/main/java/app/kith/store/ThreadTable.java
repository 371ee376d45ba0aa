package app.kith.store;

import app.kith.conversation.Clue;
import app.kith.conversation.Joiner;
import app.kith.conversation.ThreadLinks;
import app.kith.conversation.ThreadMemory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered to join messages into conversations: ids, those that were only named among them, and other clues. A whole
 * batch is looked up and written at once, in a handful of statements.
 */
final class ThreadTable implements ThreadMemory<SQLException> {
    private final Transaction transaction;
    private final Joiner<SQLException> joiner = new Joiner<>(this);

    ThreadTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Finds or begins the conversations of messages that arrive; returns the conversation of each. */
    Map<Long, Long> join(Map<Long, ThreadLinks> batch) throws SQLException {
        return batch.isEmpty() ? Map.of() : joiner.join(batch).conversations();
    }

    @Override
    public Map<Long, Long> conversations(Set<Long> ids) throws SQLException {
        Map<Long, Long> found = new HashMap<>();
        transaction.sql.each(row -> found.put(row.getLong(1), row.getLong(2)), """
                SELECT n.id_key, n.conversation_id FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id_key)
                JOIN thread_node n ON n.id_key = w.id_key""", (Object) array(ids));
        Map<Long, Long> living = living(Set.copyOf(found.values()));
        found.replaceAll((_, conversation) -> living.getOrDefault(conversation, conversation));
        return found;
    }

    /** Where conversations have gone that were joined to others. A long way is made short, so that it is gone once. */
    private Map<Long, Long> living(Set<Long> conversations) throws SQLException {
        Map<Long, Long> joined = new HashMap<>();
        Collection<Long> next = conversations;
        int steps = 0;
        while (!next.isEmpty()) {
            Map<Long, Long> step = new LinkedHashMap<>();
            transaction.sql.each(row -> step.put(row.getLong(1), row.getLong(2)), """
                    SELECT c.id, c.joined_to FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id)
                    JOIN conversation c ON c.id = w.id WHERE c.joined_to IS NOT NULL""", (Object) array(next));
            joined.putAll(step);
            next = step.values().stream().distinct().filter(id -> !joined.containsKey(id)).toList();
            steps++;
        }
        Map<Long, Long> living = new HashMap<>();
        for (long gone : joined.keySet()) {
            long current = end(joined, gone);
            living.put(gone, current);
            if (steps > 2) {
                transaction.sql.update("UPDATE conversation SET joined_to = ? WHERE id = ?", current, gone);
            }
        }
        return living;
    }

    private static long end(Map<Long, Long> joined, long from) {
        long current = from;
        for (Long next = joined.get(current); next != null; next = joined.get(current)) {
            current = next;
        }
        return current;
    }

    @Override
    public List<Left> left(Collection<Clue> clues) throws SQLException {
        Map<Long, Window> windows = new LinkedHashMap<>();
        clues.forEach(clue -> windows.computeIfAbsent(clue.key(), _ -> new Window()).widen(clue));
        List<Left> left = new ArrayList<>();
        transaction.sql.each(
                row -> left.add(new Left(new Clue(row.getLong(1), row.getInt(2), Clue.Kind.of(row.getInt(3))),
                        row.getLong(4))),
                """
                        SELECT c.clue_key, c.clue_minute, c.kind, m.conversation_id
                        FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INT ARRAY), CAST(? AS INT ARRAY),
                            CAST(? AS BOOLEAN ARRAY)) w(clue_key, earliest, latest, asks)
                        JOIN thread_clue c ON c.clue_key = w.clue_key AND c.clue_minute BETWEEN w.earliest AND w.latest
                        JOIN message m ON m.id = c.message_id WHERE w.asks OR c.kind <> 0""",
                array(windows.keySet()),
                windows.values().stream().map(window -> window.earliest).toArray(Integer[]::new),
                windows.values().stream().map(window -> window.latest).toArray(Integer[]::new),
                windows.values().stream().map(window -> window.asks).toArray(Boolean[]::new));
        return left;
    }

    @Override
    public void keep(Joined joined) throws SQLException {
        if (!joined.begun().isEmpty()) {
            transaction.sql.update("""
                    INSERT INTO conversation (id, subject, first_at, last_at, messages, unread, attachments)
                    SELECT w.id, '', 0, 0, 0, 0, 0 FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id)""",
                    (Object) array(joined.begun()));
        }
        for (var pair : joined.merged().entrySet()) {
            merge(pair.getKey(), pair.getValue());
        }
        if (!joined.ids().isEmpty()) {
            transaction.sql.update("""
                    INSERT INTO thread_node SELECT w.id_key, w.conversation_id
                    FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) w(id_key, conversation_id)""",
                    array(joined.ids().keySet()), array(joined.ids().values()));
        }
        keepClues(joined.clues());
        transaction.touched.conversations.addAll(joined.conversations().values());
    }

    private void merge(long from, long into) throws SQLException {
        transaction.sql.update("UPDATE message SET conversation_id = ? WHERE conversation_id = ?", into, from);
        // Its sums become nothing when all that were touched are summed up anew.
        transaction.sql.update("UPDATE conversation SET joined_to = ? WHERE id = ?", into, from);
        transaction.touched.conversations.add(from);
        transaction.touched.conversations.add(into);
    }

    private void keepClues(Map<Long, List<Clue>> clues) throws SQLException {
        List<Long> messages = new ArrayList<>();
        List<Clue> all = new ArrayList<>();
        clues.forEach((message, left) -> left.forEach(clue -> {
            messages.add(message);
            all.add(clue);
        }));
        if (!all.isEmpty()) {
            transaction.sql.update("""
                    INSERT INTO thread_clue SELECT w.clue_key, w.clue_minute, w.kind, w.message_id
                    FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INT ARRAY), CAST(? AS INT ARRAY),
                        CAST(? AS BIGINT ARRAY)) w(clue_key, clue_minute, kind, message_id)""",
                    array(all.stream().map(Clue::key).toList()), all.stream().map(Clue::minute).toArray(Integer[]::new),
                    all.stream().map(clue -> clue.kind().code()).toArray(Integer[]::new), array(messages));
        }
    }

    private static Long[] array(Collection<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }

    /** When the clues that may matter to those of a batch under one key can have been left. */
    private static final class Window {
        private int earliest = Integer.MAX_VALUE;
        private int latest = Integer.MIN_VALUE;
        private boolean asks;

        void widen(Clue clue) {
            earliest = Math.min(earliest, clue.minute() - Clue.REACH);
            latest = Math.max(latest, clue.minute() + Clue.REACH);
            asks |= clue.kind().asks();
        }
    }
}
