package app.kith.store;

import app.kith.change.MessageAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Checks that the projection is whole, and says what it holds in one digest. */
public final class StoreCheck {
    /** Each secondary index with a condition that makes H2 read all of it. */
    private static final Map<String, List<String>> INDEXES = Map.ofEntries(
            Map.entry("message", List.of("message_digest:digest_key >= -9223372036854775808",
                    "message_conversation:conversation_id >= 0")),
            Map.entry("placement", List.of("placement_message:message_id >= 0")),
            Map.entry("message_person", List.of("message_person_address:address_id >= 0")),
            Map.entry("thread_clue", List.of("thread_clue_key:clue_key >= -9223372036854775808")),
            Map.entry("conversation", List.of("conversation_last:last_at >= -9223372036854775808",
                    "conversation_turns:turn >= ''", "conversation_unread:unread >= 0",
                    "conversation_flagged:flagged >= 0")),
            Map.entry("conversation_folder", List.of("conversation_folder_last:folder_id >= 0")),
            Map.entry("address", List.of("address_normal:normal >= ''", "address_domain:domain >= ''")),
            Map.entry("file", List.of("file_time:shown >= FALSE", "file_kind:shown >= FALSE")),
            Map.entry("bounce", List.of("bounce_address:address >= ''")),
            Map.entry("moved", List.of("moved_address:address >= ''")),
            Map.entry("proposal", List.of("proposal_order:kind >= ''")),
            Map.entry("contact",
                    List.of("contact_sort:sort_key >= ''", "contact_last:last_at >= -9223372036854775808",
                            "contact_keep:keep_days >= 0", "contact_company:company_stem >= ''")),
            Map.entry("card", List.of("card_contact:contact_id >= 0")),
            Map.entry("card_value", List.of("card_value_contact:contact_id >= 0", "card_value_found:found_by >= ''")),
            Map.entry("entry", List.of("entry_contact:contact_id >= 0", "entry_kind:kind >= ''")),
            Map.entry("promise", List.of("promise_due:due_day >= -9223372036854775808")),
            Map.entry("invitation", List.of("invitation_uid:uid_key >= -9223372036854775808",
                    "invitation_start:start_at >= -9223372036854775808")),
            Map.entry("folder", List.of("folder_path:account_id >= 0")),
            Map.entry("operation", List.of("operation_message:message_id >= 0")));

    private static final Map<String, String> ORPHANS = orphans();

    /** What the logs decide, without the numbers that are only the projection's own. */
    private static final List<String> CONTENT = List.of("SELECT * FROM account ORDER BY id",
            """
                    SELECT account_id, path, separator, role, selectable, uid_validity, uid_next, mod_seq, complete
                    FROM folder ORDER BY account_id, path""",
            "SELECT * FROM message ORDER BY id", "SELECT * FROM file ORDER BY item", """
                    SELECT f.account_id, f.path, BITAND(p.place, 4294967295), p.message_id, p.flags, p.keywords
                    FROM placement p JOIN folder f ON f.id = p.place / 4294967296 ORDER BY 1, 2, 3""",
            """
                    SELECT f.account_id, f.path, BITAND(l.place, 4294967295), l.reason
                    FROM left_out l JOIN folder f ON f.id = l.place / 4294967296 ORDER BY 1, 2, 3""",
            """
                    SELECT p.item, a.normal, p.role FROM message_person p JOIN address a ON a.id = p.address_id ORDER BY p.item""",
            "SELECT * FROM thread_node ORDER BY id_key",
            "SELECT * FROM thread_clue ORDER BY message_id, clue_key, clue_minute, kind",
            "SELECT * FROM conversation ORDER BY id", "SELECT * FROM conversation_count",
            """
                    SELECT f.account_id, f.path, x.conversation_id, x.last_at, x.last_message, x.messages, x.unread, x.flagged,
                        x.attachments FROM conversation_folder x JOIN folder f ON f.id = x.folder_id ORDER BY 1, 2, 3""",
            """
                    SELECT normal, shown, domain, name, own, contact_id, received, automatic, sent, last_in, last_out, last_message,
                    last_at, last_real FROM address ORDER BY normal""",
            """
                    SELECT a.normal, n.name, n.seen FROM address_name n JOIN address a ON a.id = n.address_id ORDER BY 1, 2""",
            "SELECT * FROM contact ORDER BY id", "SELECT * FROM card ORDER BY id",
            """
                    SELECT card_id, contact_id, property, label, raw, normal, place, from_change, to_change, source_place, mark,
                        since_change
                    FROM card_value
                    ORDER BY from_change, card_id, place""",
            "SELECT * FROM operation ORDER BY id",
            "SELECT * FROM outgoing ORDER BY id", "SELECT * FROM outgoing_recipient ORDER BY outgoing_id, place",
            "SELECT * FROM change_set ORDER BY sequence", "SELECT * FROM sender_rule ORDER BY normal",
            "SELECT * FROM message_reading ORDER BY message_id", "SELECT * FROM to_reread ORDER BY message_id",
            "SELECT * FROM user_text ORDER BY name", "SELECT * FROM contact_own ORDER BY contact_id, name",
            "SELECT * FROM entry ORDER BY id, from_change",
            "SELECT * FROM invitation ORDER BY message_id, item",
            "SELECT * FROM promise ORDER BY message_id, item",
            "SELECT * FROM change_contact ORDER BY contact_id, sequence",
            "SELECT * FROM server_name ORDER BY account_id, name",
            "SELECT * FROM header_only ORDER BY message_id",
            "SELECT * FROM signature_field ORDER BY signature_key, item",
            "SELECT * FROM message_signature ORDER BY message_id", """
                    SELECT a.normal, u.signature_key, u.seen, u.first_at, u.last_at, u.last_message FROM signature_use u
                    JOIN address a ON a.id = u.address_id ORDER BY 1, 2""",
            "SELECT * FROM bounce ORDER BY message_id, item", "SELECT * FROM moved ORDER BY message_id, item",
            """
                    SELECT a.normal, p.kind, p.property, p.normal, p.contact_id, p.label, p.raw, p.line, p.present, p.seen,
                        p.first_at, p.last_at, p.message_id, p.level, p.rank
                    FROM proposal p JOIN address a ON a.id = p.address_id ORDER BY 1, 2, 3, 4""");

    private final Store store;

    /**
     * Makes the check.
     *
     * @param store the store
     */
    public StoreCheck(Store store) {
        this.store = store;
    }

    private static Map<String, String> orphans() {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("places without a message",
                "placement p WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = p.message_id)");
        checks.put("places without a folder",
                "placement p WHERE NOT EXISTS (SELECT 1 FROM folder f WHERE f.id = p.place / 4294967296)");
        checks.put("messages without a conversation",
                """
                        message m WHERE NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = m.conversation_id AND c.joined_to IS NULL)""");
        checks.put("people without a message",
                "message_person p WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = p.item / 1024)");
        checks.put("people without an address",
                "message_person p WHERE NOT EXISTS (SELECT 1 FROM address a WHERE a.id = p.address_id)");
        checks.put("values without a card", """
                card_value v WHERE v.to_change IS NULL AND NOT EXISTS (SELECT 1 FROM card c WHERE c.id = v.card_id
                    AND NOT c.withdrawn)""");
        checks.put("meetings without a message",
                "invitation i WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = i.message_id)");
        checks.put("clues without a message",
                "thread_clue c WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = c.message_id)");
        checks.put("operations without an account",
                "operation o WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.id = o.account_id)");
        checks.put("recipients without an outgoing message",
                "outgoing_recipient r WHERE NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.id = r.outgoing_id)");
        checks.put(
                "change sets set aside, since the store cannot hold what they say; doctor --rebuild tries them again",
                "change_set s WHERE s.changes = 0");
        checks.put("conversations that count wrong", """
                conversation c WHERE c.messages <> (SELECT COUNT(*) FROM message m
                WHERE m.conversation_id = c.id AND BITAND(m.status, 2) <> 0)""");
        checks.put("sums over all conversations that are wrong", """
                conversation_count n WHERE n.conversations <> (SELECT COUNT(*) FROM conversation WHERE messages > 0)
                OR n.unread <> (SELECT COUNT(*) FROM conversation WHERE unread > 0)
                OR n.flagged <> (SELECT COUNT(*) FROM conversation WHERE flagged > 0)
                OR n.attachments <> (SELECT COUNT(*) FROM conversation WHERE attachments > 0)""");
        checks.put("conversations said to lie in a folder where none of their mail is",
                """
                        conversation_folder x WHERE NOT EXISTS (SELECT 1 FROM folder f WHERE f.id = x.folder_id)
                        OR NOT EXISTS (SELECT 1 FROM message m WHERE m.id = x.last_message AND m.conversation_id = x.conversation_id)""");
        return checks;
    }

    /**
     * Looks for what a kill or a faulty disk does to the file: indexes that disagree with their tables.
     *
     * @return what is wrong, one plain English phrase each; empty if nothing is
     */
    public List<String> indexes() {
        List<String> wrong = new ArrayList<>();
        reading(wrong, handle -> INDEXES.forEach((table, indexes) -> {
            long rows = count(handle, table);
            for (String index : indexes) {
                String name = index.substring(0, index.indexOf(':'));
                long found = count(handle,
                        table + " USE INDEX (" + name + ") WHERE " + index.substring(index.indexOf(':') + 1));
                if (found != rows) {
                    wrong.add("index " + name + " has " + found + " entries, its table " + rows + " rows");
                }
            }
        }));
        return wrong;
    }

    /**
     * Looks for rows that point nowhere.
     *
     * @return what is wrong, one plain English phrase each; empty if nothing is
     */
    public List<String> orphansFound() {
        List<String> wrong = new ArrayList<>();
        reading(wrong, handle -> ORPHANS.forEach((what, where) -> {
            long found = count(handle, where);
            if (found > 0) {
                wrong.add(found + " " + what);
            }
        }));
        return wrong;
    }

    private void reading(List<String> wrong, Consumer<Handle> check) {
        try {
            store.readers().useHandle(check::accept);
        } catch (JdbiException | IllegalStateException e) {
            wrong.add("the store cannot be read (" + Store.failure(e).details().getFirst() + ")");
        }
    }

    private static long count(Handle handle, String from) {
        return handle.createQuery("SELECT COUNT(*) FROM " + from).mapTo(long.class).one();
    }

    /** {@return every message with its digest and where its bytes lie, by number} */
    public Map<Long, Kept> messages() {
        return store.readers().withHandle(handle -> {
            Map<Long, Kept> kept = new LinkedHashMap<>();
            handle.createQuery("SELECT id, digest, segment, log_offset, log_index FROM message ORDER BY id")
                    .setFetchSize(1000)
                    .map((row, _) -> kept.put(row.getLong(1),
                            new Kept(row.getBytes(2),
                                    new MessageAddress(row.getInt(3), row.getLong(4), row.getInt(5)))))
                    .forEach(_ -> {});
            return kept;
        });
    }

    /**
     * A message as the store knows it.
     *
     * @param digest SHA-256 of its bytes
     * @param address where its bytes lie
     */
    public record Kept(byte[] digest, MessageAddress address) {}

    /** {@return how many there are of everything, by name, in a fixed order} */
    public Map<String, Long> counts() {
        return store.readers().withHandle(handle -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("accounts", count(handle, "account"));
            counts.put("folders", count(handle, "folder"));
            counts.put("messages", count(handle, "message"));
            counts.put("placements", count(handle, "placement"));
            counts.put("conversations", count(handle, "conversation WHERE messages > 0"));
            counts.put("correspondents", count(handle, "address WHERE NOT own"));
            counts.put("customers", count(handle, "contact"));
            counts.put("changeSets", count(handle, "change_set"));
            return counts;
        });
    }

    /**
     * Everything the store holds in one digest: two stores with the same digest hold the same, whatever way they took.
     *
     * @return SHA-256 in hexadecimal digits
     */
    public String digest() {
        MessageDigest digest = sha256();
        lines(line -> {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Everything the store holds, a line a row, in a fixed order. */
    void lines(Consumer<String> each) {
        store.readers().useHandle(handle -> {
            // Row after row, where the order is an index's: a result is held in memory as a whole else.
            handle.execute("SET LAZY_QUERY_EXECUTION 1");
            try {
                for (String sql : CONTENT) {
                    each.accept(sql);
                    handle.createQuery(sql).setFetchSize(1000).map((row, _) -> line(row)).forEach(each);
                }
            } finally {
                handle.execute("SET LAZY_QUERY_EXECUTION 0");
            }
        });
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        int columns = row.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            line.append(i == 1 ? "" : "|")
                    .append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        }
        return line.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
