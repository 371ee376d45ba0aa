package app.kith.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every how many days there is to be a contact. What was said of a contact itself holds; else the shortest that was said of those who
 * became part of it.
 */
final class Intervals {
    private final Transaction transaction;

    Intervals(Transaction transaction) {
        this.transaction = transaction;
    }

    /** {@return days by contact; 0 where the user wants none} */
    Map<Long, Integer> read(Collection<Long> contacts) throws SQLException {
        Map<Long, Integer> found = new HashMap<>();
        if (contacts.isEmpty() || transaction.sql.number(
                "SELECT 1 FROM user_text WHERE name >= 'interval/' AND name < 'interval0' LIMIT 1") == null) {
            return found;
        }
        Map<Long, Long> holders = new HashMap<>();
        contacts.forEach(contact -> holders.put(contact, contact));
        for (int step = 0; step < UserTextTable.MOST_MERGES && !holders.isEmpty(); step++) {
            level(holders, found);
            Map<Long, Long> parts = parts(holders);
            holders.clear();
            holders.putAll(parts);
        }
        return found;
    }

    /** Takes what was said of contacts or their parts, where nothing nearer was said. */
    private void level(Map<Long, Long> holders, Map<Long, Integer> found) throws SQLException {
        Rows wanted = new Rows("SELECT w.id, t.content FROM %s w(id) JOIN user_text t ON t.name = '"
                + UserTextTable.INTERVAL + "' || w.id ORDER BY w.id", "BIGINT");
        holders.keySet().forEach(wanted::add);
        Map<Long, Integer> said = new HashMap<>();
        Set<Long> nearer = new HashSet<>(found.keySet());
        wanted.each(transaction.sql, row -> {
            Long holder = holders.get(row.getLong(1));
            String days = row.getString(2);
            if (holder != null && !nearer.contains(holder) && days.matches("[0-9]{1,5}")) {
                said.merge(holder, Integer.parseInt(days), Math::min);
            }
        });
        found.putAll(said);
    }

    private Map<Long, Long> parts(Map<Long, Long> holders) throws SQLException {
        Map<Long, Long> parts = new HashMap<>();
        Rows wanted = new Rows(
                "SELECT m.contact_id, m.into_id FROM %s w(id) JOIN merged_contact m ON m.into_id = w.id", "BIGINT");
        holders.keySet().forEach(wanted::add);
        wanted.each(transaction.sql, row -> {
            Long holder = holders.get(row.getLong(2));
            if (holder != null) {
                parts.put(row.getLong(1), holder);
            }
        });
        return parts;
    }
}
