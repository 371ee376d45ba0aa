package app.kith.store;

import app.kith.conversation.ThreadLinks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation a message belongs to: any id that it carries or names joins. Ids that were only named are kept, so that a
 * mail which comes late joins what it belongs to, and may join two conversations into one; the one with the smaller number
 * stays, whatever the order of arrival.
 */
final class ThreadTable {
    private final Transaction transaction;
    private final Map<Long, Long> joined = new HashMap<>();
    private final MessageDigest sha;

    ThreadTable(Transaction transaction) {
        this.transaction = transaction;
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds or begins the conversation of a message that arrives. */
    long join(long message, ThreadLinks links) throws SQLException {
        List<Long> unknown = new ArrayList<>();
        Set<Long> found = new LinkedHashSet<>();
        for (String id : ids(links)) {
            long key = key(id);
            Long conversation = transaction.sql.number("SELECT conversation_id FROM thread_node WHERE id_key = ?", key);
            if (conversation == null) {
                unknown.add(key);
            } else {
                found.add(living(conversation));
            }
        }
        long conversation = found.stream().mapToLong(Long::longValue).min().orElse(message);
        if (found.isEmpty()) {
            transaction.sql.update("INSERT INTO conversation VALUES (?, NULL, '', 0, 0, NULL, NULL, 0, 0, 0)", message);
        }
        for (long other : found) {
            if (other != conversation) {
                merge(other, conversation);
            }
        }
        for (long key : unknown) {
            // The same id may be named twice in one message under keys that were both unknown.
            transaction.sql.update("MERGE INTO thread_node KEY (id_key) VALUES (?, ?)", key, conversation);
        }
        transaction.touched.conversations.add(conversation);
        return conversation;
    }

    private static List<String> ids(ThreadLinks links) {
        List<String> ids = new ArrayList<>(links.names());
        if (links.id() != null) {
            ids.add(links.id());
        }
        return ids;
    }

    private long living(long conversation) throws SQLException {
        long current = conversation;
        @Nullable
        Long next = current;
        while (next != null) {
            current = next;
            next = transaction.sql.number("SELECT joined_to FROM conversation WHERE id = ?", current);
        }
        return current;
    }

    /** Where a conversation that was found in this transaction has gone since. */
    long now(long conversation) {
        long current = conversation;
        while (joined.containsKey(current)) {
            current = joined.get(current);
        }
        return current;
    }

    private void merge(long from, long into) throws SQLException {
        joined.put(from, into);
        transaction.sql.update("UPDATE message SET conversation_id = ? WHERE conversation_id = ?", into, from);
        transaction.sql.update("""
                UPDATE conversation SET joined_to = ?, messages = 0, unread = 0, attachments = 0, last_message = NULL,
                    counterpart_id = NULL, subject = '', first_at = 0, last_at = 0 WHERE id = ?""", into, from);
        transaction.touched.conversations.add(from);
    }

    private long key(String id) {
        return ByteBuffer.wrap(sha.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
