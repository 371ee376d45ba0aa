package app.kith.store;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits for the user's word, worked out anew for every address that a transaction touched: from counts, signatures, notices of
 * delivery, cards, and what the user has decided before.
 */
final class ProposalTable {
    private static final String DECISION = "decision/";
    private static final int AT_ONCE = 2_000;
    private static final String[] ROW = {"BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "VARCHAR", "VARCHAR",
            "VARCHAR", "VARCHAR", "INT", "BIGINT", "BIGINT", "BIGINT", "INT", "BIGINT"};

    private final Transaction transaction;

    ProposalTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The key of the text that remembers a decision about an address; {@code what} is told by {@link ProposalRow#what}. */
    static String decision(String normal, String what) {
        return DECISION + normal + "/" + what;
    }

    /** The address that a decision is about, in its normal form; empty where the key is of another text. */
    static String decided(String key) {
        int at = key.indexOf('@');
        int end = at < 0 ? -1 : key.indexOf('/', at);
        return key.startsWith(DECISION) && end > 0 ? key.substring(DECISION.length(), end) : "";
    }

    /** Works out anew what is proposed of all that was touched. Comes last: it depends on everything else. */
    void refresh() throws SQLException {
        Set<Long> wanted = new HashSet<>(transaction.touched.proposed);
        wanted.addAll(transaction.touched.addresses);
        collect(wanted, transaction.touched.contacts,
                "SELECT a.id FROM %s w(id) JOIN address a ON a.contact_id = w.id");
        collect(wanted, transaction.touched.messages,
                """
                        SELECT a.id FROM %s w(id) JOIN bounce b ON b.message_id = w.id JOIN address a ON a.normal = b.address""");
        collect(wanted, transaction.touched.messages,
                "SELECT m.sender_id FROM %s w(id) JOIN moved d ON d.message_id = w.id JOIN message m ON m.id = w.id AND m.sender_id IS NOT NULL");
        // Whether an address that was told is a customer's already.
        collect(wanted, List.copyOf(wanted), """
                SELECT m.sender_id FROM %s w(id) JOIN address n ON n.id = w.id JOIN moved d ON d.address = n.normal
                JOIN message m ON m.id = d.message_id AND m.sender_id IS NOT NULL""");
        List<Long> all = wanted.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            refresh(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private void collect(Set<Long> addresses, Collection<Long> touched, String query) throws SQLException {
        Rows wanted = new Rows(query, "BIGINT");
        touched.forEach(wanted::add);
        wanted.each(transaction.sql, row -> addresses.add(row.getLong(1)));
    }

    private void refresh(List<Long> addresses) throws SQLException {
        Map<Long, Evidence> evidence = evidence(addresses);
        Map<ProposalRow.Key, ProposalRow> before = new HashMap<>();
        each(addresses, "SELECT p.* FROM %s w(id) JOIN proposal p ON p.address_id = w.id", row -> {
            ProposalRow old = ProposalRow.read(row);
            before.put(old.key(), old);
        });
        Rows written = new Rows(
                "MERGE INTO proposal KEY (address_id, kind, property, normal) SELECT * FROM %s", ROW);
        for (Evidence each : evidence.values()) {
            for (ProposalRow row : each.proposals()) {
                if (!row.equals(before.remove(row.key()))) {
                    row.addTo(written);
                }
            }
        }
        for (ProposalRow.Key gone : before.keySet()) {
            transaction.sql.update(
                    "DELETE FROM proposal WHERE address_id = ? AND kind = ? AND property = ? AND normal = ?",
                    gone.address(), gone.kind().name(), gone.property(), gone.normal());
        }
        written.update(transaction.sql);
    }

    private Map<Long, Evidence> evidence(List<Long> addresses) throws SQLException {
        Map<Long, Evidence> evidence = new LinkedHashMap<>();
        each(addresses,
                """
                        SELECT a.*, c.name AS contact_name, (a.contact_id IS NULL AND a.sent > 0 AND EXISTS (SELECT 1 FROM card_value v
                            WHERE v.found_by = 'EMAIL:' || a.normal)) AS had
                        FROM %s w(id) JOIN address a ON a.id = w.id LEFT JOIN contact c ON c.id = a.contact_id
                        WHERE NOT a.own ORDER BY a.id""",
                row -> evidence.put(row.getLong("id"), new Evidence(row)));
        List<Long> known = List.copyOf(evidence.keySet());
        each(known,
                """
                        SELECT a.id, SUBSTRING(t.name, CHAR_LENGTH('decision/' || a.normal || '/') + 1), t.content
                        FROM %s w(id) JOIN address a ON a.id = w.id
                        JOIN user_text t ON t.name >= 'decision/' || a.normal || '/' AND t.name < 'decision/' || a.normal || '0'""",
                row -> of(evidence, row).decided(row.getString(2), row.getString(3)));
        List<Long> customers = new ArrayList<>();
        evidence.forEach((id, each) -> {
            if (each.isCustomer()) {
                customers.add(id);
            }
        });
        each(known,
                """
                        SELECT u.address_id, f.property, f.label, f.raw, f.normal, f.line, f.confidence, u.seen, u.first_at, u.last_at,
                            u.last_message
                        FROM %s w(id) JOIN signature_use u ON u.address_id = w.id
                        JOIN signature_field f ON f.signature_key = u.signature_key
                        ORDER BY u.last_at, u.last_message, u.signature_key, f.item""",
                row -> of(evidence, row).signed(row));
        each(customers, """
                SELECT a.id, v.property, v.label, v.raw, v.normal, v.mark, v.to_change IS NOT NULL AS former
                FROM %s w(id) JOIN address a ON a.id = w.id JOIN card_value v ON v.contact_id = a.contact_id
                ORDER BY v.card_id, v.place""", row -> of(evidence, row).said(row));
        each(customers, """
                SELECT a.id, b.status, b.lasting, b.reason, m.id, m.sent_at FROM %s w(id) JOIN address a ON a.id = w.id
                JOIN bounce b ON b.address = a.normal
                JOIN message m ON m.id = b.message_id AND BITAND(m.status, 2) <> 0
                ORDER BY m.sent_at, m.id, b.item""", row -> of(evidence, row).bounced(row));
        each(customers, """
                SELECT a.id, r.answer, m.id, m.sent_at FROM %s w(id) JOIN address a ON a.id = w.id
                JOIN outgoing_recipient r ON r.fate = 'REFUSED' AND LOWER(r.address) = a.normal AND r.answer LIKE '5%%'
                JOIN outgoing o ON o.id = r.outgoing_id JOIN message m ON m.id = o.message_id
                ORDER BY m.sent_at, m.id, r.place""", row -> of(evidence, row).refused(row));
        each(customers, """
                SELECT a.id, d.address, d.shown, d.sentence, m.id, m.sent_at FROM %s w(id) JOIN address a ON a.id = w.id
                JOIN message_person p ON p.address_id = a.id AND p.role = 0
                JOIN message m ON m.id = p.item / 1024 AND m.sender_id = a.id AND BITAND(m.status, 2) <> 0
                JOIN moved d ON d.message_id = m.id
                WHERE NOT EXISTS (SELECT 1 FROM address n WHERE n.normal = d.address
                    AND (n.own OR n.contact_id IS NOT NULL AND n.contact_id <> a.contact_id))
                ORDER BY m.sent_at, m.id, d.item""", row -> of(evidence, row).moved(row));
        return evidence;
    }

    private static Evidence of(Map<Long, Evidence> evidence, ResultSet row) throws SQLException {
        return requireNonNull(evidence.get(row.getLong(1)));
    }

    private void each(Collection<Long> ids, String query, Writer.Visitor visitor) throws SQLException {
        Rows wanted = new Rows(query, "BIGINT");
        ids.forEach(wanted::add);
        wanted.each(transaction.sql, visitor);
    }
}
