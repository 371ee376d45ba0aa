package app.kith.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What signatures say of their authors, and how often and when each was seen. */
final class SignatureTable {
    private static final String USE = "MERGE INTO signature_use KEY (address_id, signature_key) SELECT * FROM %s";

    private final Transaction transaction;
    private final Rows fields = new Rows("MERGE INTO signature_field KEY (signature_key, item) SELECT * FROM %s",
            "BIGINT", "INT", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "INT");
    private final Rows messages = new Rows("MERGE INTO message_signature KEY (message_id) SELECT * FROM %s", "BIGINT",
            "BIGINT");
    private final Map<Long, List<SignatureValue>> fresh = new HashMap<>();
    private final Map<Pair, Use> uses = new LinkedHashMap<>();

    SignatureTable(Transaction transaction) {
        this.transaction = transaction;
    }

    private record Pair(long address, long key) {}

    private record Use(int seen, long firstAt, long lastAt, long message) {

        Use and(Use other) {
            boolean later = other.lastAt > lastAt || other.lastAt == lastAt && other.message > message;
            return new Use(seen + other.seen, Math.min(firstAt, other.firstAt), Math.max(lastAt, other.lastAt),
                    later ? other.message : message);
        }
    }

    /** Notes the signature of a message. */
    void arrive(long message, List<SignatureValue> signature) {
        if (!signature.isEmpty()) {
            long key = key(signature);
            messages.add(message, key);
            fresh.put(key, signature);
        }
    }

    /** Takes back what was noted of a message, and notes what it says in another reading. */
    void replace(long message, List<SignatureValue> signature) throws SQLException {
        transaction.sql.update("DELETE FROM message_signature WHERE message_id = ?", message);
        arrive(message, signature);
    }

    /** Counts the signature of a message that became visible and was written by a person. */
    void count(PeopleTable.Counted message, long author, List<SignatureValue> signature) {
        boolean personal = !MessageStatus.has(message.status(), MessageStatus.OUTGOING)
                && !MessageStatus.has(message.status(), MessageStatus.AUTOMATIC);
        if (personal && !signature.isEmpty()) {
            uses.merge(new Pair(author, key(signature)),
                    new Use(1, message.sentAt(), message.sentAt(), message.id()), Use::and);
        }
    }

    private static long key(List<SignatureValue> signature) {
        StringBuilder text = new StringBuilder();
        for (SignatureValue each : signature) {
            text.append(each.value().property()).append('\n').append(each.value().label()).append('\n')
                    .append(each.value().raw()).append('\n').append(each.line()).append('\n')
                    .append(each.confidence()).append('\n');
        }
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what was noted and counted. */
    void flush() throws SQLException {
        fresh.forEach((key, signature) -> {
            int item = 0;
            for (SignatureValue each : signature) {
                fields.add(key, item++, each.value().property().name(), each.value().label(), each.value().raw(),
                        each.value().normal(), each.line(), each.confidence());
            }
        });
        fresh.clear();
        fields.update(transaction.sql);
        messages.update(transaction.sql);
        Rows wanted = new Rows("""
                SELECT u.* FROM %s w(address_id, signature_key) JOIN signature_use u
                ON u.address_id = w.address_id AND u.signature_key = w.signature_key""", "BIGINT", "BIGINT");
        uses.keySet().forEach(pair -> wanted.add(pair.address(), pair.key()));
        wanted.each(transaction.sql, row -> uses.merge(new Pair(row.getLong(1), row.getLong(2)),
                new Use(row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6)), Use::and));
        write();
    }

    private void write() throws SQLException {
        Rows written = new Rows(USE, "BIGINT", "BIGINT", "INT", "BIGINT", "BIGINT", "BIGINT");
        uses.forEach((pair, use) -> {
            written.add(pair.address(), pair.key(), use.seen(), use.firstAt(), use.lastAt(), use.message());
            transaction.touched.proposed.add(pair.address());
        });
        written.update(transaction.sql);
        uses.clear();
    }

    /** Counts all anew that were noted for it. Gives exactly what {@link #count} would have gathered. */
    void recount() throws SQLException {
        for (long address : transaction.touched.recounted) {
            transaction.sql.update("DELETE FROM signature_use WHERE address_id = ?", address);
            transaction.sql.each(row -> {
                if (MessageStatus.has(row.getInt(4), MessageStatus.VISIBLE)) {
                    count(address, row.getLong(1), new PeopleTable.Counted(row.getLong(2), row.getLong(3),
                            row.getInt(4)));
                }
            }, """
                    SELECT s.signature_key, m.id, m.sent_at, m.status FROM message_person p
                    JOIN message m ON m.id = p.item / 1024 AND m.sender_id = p.address_id
                    JOIN message_signature s ON s.message_id = m.id JOIN address a ON a.id = p.address_id AND NOT a.own
                    WHERE p.address_id = ? AND p.role = 0""", address);
            write();
            transaction.touched.proposed.add(address);
        }
    }

    private void count(long address, long key, PeopleTable.Counted message) {
        boolean personal = !MessageStatus.has(message.status(), MessageStatus.OUTGOING)
                && !MessageStatus.has(message.status(), MessageStatus.AUTOMATIC);
        if (personal) {
            uses.merge(new Pair(address, key), new Use(1, message.sentAt(), message.sentAt(), message.id()), Use::and);
        }
    }
}
