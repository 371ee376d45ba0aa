package app.kith.store;

import app.kith.change.Outgoing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Bytes in the mail log that nothing can need again: versions of letters that were written over, and files of letters that no letter names.
 * They never lay anywhere but among what is being written, nobody is named in them, and no letter stands on them, not even one that was
 * thrown away and can be taken up again. Everything else lives: mail that vanished from its server stays in its customer's history.
 * Blocks.
 */
public final class DeadMail {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public DeadMail(Store store) {
        this.store = store;
    }

    /**
     * A message that is dead.
     *
     * @param message its number
     * @param segment number of the log's file that holds its bytes
     * @param size how many
     */
    public record Dead(long message, int segment, long size) {}

    /**
     * Looks for what is dead and not forgotten yet.
     *
     * @param files gives the numbers of the files that a letter names, by the number of the message that holds the letter
     * @return the messages, the oldest first
     */
    public List<Dead> find(LongFunction<LongStream> files) {
        List<Dead> candidates = store.readers().withHandle(handle -> handle.createQuery("""
                SELECT DISTINCT m.id, m.segment, m.size FROM folder f
                JOIN former_place p ON p.folder_id = f.id JOIN message m ON m.id = p.message_id
                WHERE f.role = 'WRITING' AND m.conversation_id = m.id
                AND NOT EXISTS (SELECT 1 FROM placement n WHERE n.message_id = m.id)
                AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.message_id = m.id)
                AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.message_id = m.id)
                AND NOT EXISTS (SELECT 1 FROM message c WHERE c.conversation_id = m.id AND c.id <> m.id)
                AND NOT EXISTS (SELECT 1 FROM message_person n WHERE n.item BETWEEN m.id * 1024 AND m.id * 1024 + 1023)
                AND NOT EXISTS (SELECT 1 FROM former_place l LEFT JOIN folder g ON g.id = l.folder_id
                    WHERE l.message_id = m.id AND COALESCE(g.role, '') <> 'WRITING')
                ORDER BY m.id""").map((row, _) -> new Dead(row.getLong(1), row.getInt(2), row.getLong(3))).list());
        if (candidates.isEmpty()) {
            return candidates;
        }
        Set<Long> named = new HashSet<>();
        new OutboxView(store).list(0).stream()
                .filter(letter -> letter.state() == Outgoing.State.DRAFT || letter.state() == Outgoing.State.CANCELLED)
                .forEach(letter -> files.apply(letter.message()).forEach(named::add));
        return candidates.stream().filter(one -> !named.contains(one.message())).toList();
    }

    /** {@return what is forgotten already while its bytes may still stand in the log} */
    public List<Dead> forgotten() {
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery("SELECT id, segment, size FROM erased_message WHERE size > 0 ORDER BY id")
                        .map((row, _) -> new Dead(row.getLong(1), row.getInt(2), row.getLong(3))).list());
    }

    /** {@return numbers of all messages of which nothing is kept, or need be} */
    public Set<Long> gone() {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT id FROM erased_message")
                .mapTo(Long.class).collect(Collectors.toSet()));
    }

    /** {@return bytes of the messages that are kept, by the numbers of the log's files that hold them} */
    public Map<Integer, Long> living() {
        Map<Integer, Long> living = new TreeMap<>();
        store.readers().useHandle(handle -> handle
                .createQuery("SELECT segment, SUM(CAST(size AS BIGINT)) FROM message GROUP BY segment")
                .map((row, _) -> living.put(row.getInt(1), row.getLong(2))).list());
        return living;
    }

    /** {@return whether any mail was erased that is to stay away when it comes again} */
    public boolean anyStaysAway() {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM erased_digest LIMIT 1)").mapTo(long.class).one()) > 0;
    }

    /**
     * Tells whether mail was erased and is to stay away.
     *
     * @param digest SHA-256 of what came
     * @return whether it is
     */
    public boolean staysAway(byte[] digest) {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM erased_digest WHERE digest = ?").bind(0, digest)
                .mapTo(long.class).one()) > 0;
    }
}
