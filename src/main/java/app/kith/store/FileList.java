package app.kith.store;

import app.kith.contact.Entry;
import app.kith.mail.FileKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The files that came and went with mail, and those that are kept with activities and records, newest first. Blocks while it reads: not for the JavaFX thread. */
public final class FileList {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public FileList(Store store) {
        this.store = store;
    }

    /**
     * Which files are wanted. All conditions hold together.
     *
     * @param contacts only those of mail that names one of these customers, or kept with what happened with them; empty for all
     * @param kind only those of a kind; null for all
     * @param text words that the name must hold, all of them; empty for all
     */
    public record Filter(List<Long> contacts, @Nullable FileKind kind, String text) {
        /** All files. */
        public static final Filter ALL = new Filter(List.of(), null, "");

        /** Keeps its own copy. */
        public Filter {
            contacts = List.copyOf(contacts);
        }

        /**
         * Those of one customer.
         *
         * @param contact number of the customer; 0 for all files
         * @param kind only those of a kind; null for all
         * @param text words that the name must hold, all of them; empty for all
         */
        public Filter(long contact, @Nullable FileKind kind, String text) {
            this(contact == 0 ? List.of() : List.of(contact), kind, text);
        }
    }

    /**
     * The numbers of files.
     *
     * @param filter which
     * @param after only those behind this file in the order; 0 for all
     * @param limit at most so many; 0 for all
     * @return their numbers, newest first
     */
    public long[] ids(Filter filter, long after, int limit) {
        List<Object> bound = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT f.item FROM ");
        if (!filter.contacts().isEmpty()) {
            sql.append(
                    """
                            (SELECT DISTINCT p.item / 1024 * 1024 AS low FROM UNNEST(CAST(? AS BIGINT ARRAY)) o(id)
                                JOIN address x ON x.contact_id = o.id JOIN message_person p ON p.address_id = x.id
                                UNION ALL SELECT -(e.id + 1) * 1024 FROM UNNEST(CAST(? AS BIGINT ARRAY)) o(id)
                                JOIN entry e ON e.contact_id = o.id WHERE e.to_change IS NULL AND e.files <> '') w
                            JOIN file f ON f.item BETWEEN w.low AND w.low + 1023""");
            Argument of = Companies.array(filter.contacts().toArray());
            bound.addAll(List.of(of, of));
        } else {
            sql.append("file f");
        }
        sql.append(" WHERE f.shown = TRUE");
        FileKind kind = filter.kind();
        if (kind != null) {
            sql.append(" AND f.kind = ?");
            bound.add(kind.name());
        }
        for (String word : filter.text().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                sql.append(" AND LOCATE(?, f.name_key) > 0");
                bound.add(word);
            }
        }
        return store.readers().withHandle(handle -> {
            if (after > 0) {
                long at = handle.createQuery("SELECT COALESCE(MAX(sent_at), 0) FROM file WHERE item = ?")
                        .bind(0, after).mapTo(long.class).one();
                sql.append(" AND f.sent_at <= ? AND (f.sent_at < ? OR f.item < ?)");
                bound.addAll(List.of(at, at, after));
            }
            // What is equal in all rows stands here too: only so H2 sees that the index has the order.
            sql.append(kind == null ? " ORDER BY f.shown" : " ORDER BY f.shown, f.kind")
                    .append(", f.sent_at DESC, f.item DESC");
            if (limit > 0) {
                sql.append(" LIMIT ").append(limit);
            }
            Query query = handle.createQuery(sql.toString());
            for (int i = 0; i < bound.size(); i++) {
                if (bound.get(i) instanceof Argument several) {
                    query.bind(i, several);
                } else {
                    query.bind(i, bound.get(i));
                }
            }
            return query.mapTo(long.class).stream().mapToLong(Long::longValue).toArray();
        });
    }

    /** {@return how many files there are} */
    public long count() {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM file WHERE shown = TRUE")
                .mapTo(long.class).one());
    }

    /**
     * Rows for a list.
     *
     * @param items numbers of files
     * @return a row for each that is still there, in no particular order
     */
    public List<FileRow> rows(List<Long> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT f.*, m.conversation_id, COALESCE(m.subject, e.number || ' ' || e.title) AS subject, COALESCE(m.status, 0) AS status,
                                            COALESCE(m.sender_name, '') AS sender_name, a.name AS other, a.shown AS address,
                                            e.kind AS entry_kind, c.id AS contact_id, c.name AS customer
                                        FROM file f LEFT JOIN message m ON m.id = f.message_id LEFT JOIN address a ON a.id = m.counterpart_id
                                        LEFT JOIN entry e ON f.item < 0 AND e.id = -(f.item + 1) / 1024 AND e.to_change IS NULL
                                        LEFT JOIN contact c ON c.id = COALESCE(a.contact_id, e.contact_id) WHERE f.item IN (<items>)""")
                        .bindList("items", items)
                        .map((row, _) -> {
                            String address = text(row.getString("address"));
                            String other = text(row.getString("other"));
                            long item = row.getLong("item");
                            long within = item < 0 ? -(item + 1) : item;
                            String kept = row.getString("entry_kind");
                            return new FileRow(item, row.getLong("message_id"),
                                    row.getLong("conversation_id"), item < 0 ? within >> 10 : 0,
                                    kept == null ? null : Entry.Kind.valueOf(kept), (int) (within & 1023),
                                    row.getString("name"),
                                    FileKind.valueOf(row.getString("kind")), row.getLong("size"),
                                    Instant.ofEpochMilli(row.getLong("sent_at")),
                                    MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING),
                                    row.getString("subject").strip(),
                                    other.isEmpty()
                                            ? address.isEmpty() ? row.getString("sender_name") : address
                                            : other,
                                    row.getObject("contact_id", Long.class), text(row.getString("customer")));
                        }).list());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * A file in a list.
     *
     * @param item number
     * @param message number of the mail that carries it; 0 where it is kept with an activity or record
     * @param conversation number of the mail's conversation; 0 where there is none
     * @param entry number of the activity or record that it is kept with; 0 where it came with mail
     * @param entryKind what that is; null where it came with mail
     * @param part its place among the attachments of the mail, or the files of the entry
     * @param name the name it came with; may be empty. Not safe as a file name
     * @param kind what it is
     * @param size bytes
     * @param sentAt when the mail was sent, or the entry happened
     * @param outgoing whether the user sent it
     * @param subject subject of the mail, or number and name of the entry
     * @param counterpart name or address of whom it came from, or went to; empty where it is kept with an entry
     * @param contact number of the customer who that is, or whose the entry is; null where it is none
     * @param customer name of the customer; empty where it is none
     */
    public record FileRow(long item, long message, long conversation, long entry, Entry.@Nullable Kind entryKind,
            int part,
            String name, FileKind kind, long size, Instant sentAt, boolean outgoing, String subject, String counterpart,
            @Nullable Long contact,
            String customer) {}
}
