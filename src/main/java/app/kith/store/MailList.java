package app.kith.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.Query;

/** Which mails there are, by time. Blocks while it reads: not for the JavaFX thread. */
public final class MailList {
    private final Store store;

    /**
     * Makes the query.
     *
     * @param store the store
     */
    public MailList(Store store) {
        this.store = store;
    }

    /**
     * Which mails are wanted. All conditions hold together.
     *
     * @param contact only those that name this customer; 0 for all
     * @param text words that the subject, the author's name or address must hold, all of them; empty for all
     * @param account only those that lie, or lay before their server dropped them, in a folder of this account; 0 for all
     */
    public record Filter(long contact, String text, long account) {
        /** All mails. */
        public static final Filter ALL = new Filter(0, "", 0);
    }

    /**
     * The numbers of visible mails: nothing from trash, junk and drafts alone.
     *
     * @param filter which
     * @return their numbers, oldest first
     */
    public long[] ids(Filter filter) {
        List<Object> bound = new ArrayList<>();
        StringBuilder sql = new StringBuilder("""
                SELECT m.id FROM message m LEFT JOIN address s ON s.id = m.sender_id
                WHERE BITAND(m.status, 2) <> 0""");
        if (filter.contact() > 0) {
            sql.append("""

                    AND m.id IN (SELECT p.item / 1024 FROM address x JOIN message_person p ON p.address_id = x.id
                        WHERE x.contact_id = ?)""");
            bound.add(filter.contact());
        }
        if (filter.account() > 0) {
            sql.append("""

                    AND EXISTS (SELECT 1 FROM folder f WHERE f.account_id = ? AND (
                        f.id IN (SELECT p.place / 4294967296 FROM placement p WHERE p.message_id = m.id)
                        OR f.id IN (SELECT o.folder_id FROM former_place o WHERE o.message_id = m.id)))""");
            bound.add(filter.account());
        }
        for (String word : filter.text().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                sql.append(
                        " AND LOCATE(?, LOWER(m.subject || ' ' || m.sender_name || ' ' || COALESCE(s.shown, ''))) > 0");
                bound.add(word);
            }
        }
        sql.append(" ORDER BY m.sent_at, m.id");
        return store.readers().withHandle(handle -> {
            Query query = handle.createQuery(sql.toString());
            for (int i = 0; i < bound.size(); i++) {
                query.bind(i, bound.get(i));
            }
            return query.mapTo(long.class).stream().mapToLong(Long::longValue).toArray();
        });
    }

    /** {@return the numbers of the mails that lie in trash, junk or drafts alone, oldest first} */
    public long[] elsewhere() {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT m.id FROM message m WHERE BITAND(m.status, 2) = 0
                    AND EXISTS (SELECT 1 FROM placement p WHERE p.message_id = m.id)
                ORDER BY m.sent_at, m.id""").mapTo(long.class).stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Where a mail lies.
     *
     * @param message its number
     * @return the folders, in no particular order
     */
    public List<Place> places(long message) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT f.account_id, f.path, f.role FROM placement p JOIN folder f ON f.id = p.place / 4294967296
                WHERE p.message_id = ? ORDER BY f.id""").bind(0, message)
                .map((row, _) -> new Place(row.getLong(1), row.getString(2), row.getString(3))).list());
    }

    /**
     * A folder in which a mail lies.
     *
     * @param account number of the account
     * @param path the folder's path
     * @param role what the folder is for
     */
    public record Place(long account, String path, String role) {}
}
