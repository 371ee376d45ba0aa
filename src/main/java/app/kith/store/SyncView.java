package app.kith.store;

import app.kith.account.Account;
import app.kith.change.Cursor;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.contact.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** What the worker asks the store: accounts, folders, which UIDs are kept with which flags, which messages are known. */
public final class SyncView {
    private final Store store;

    /**
     * Makes the view.
     *
     * @param store the store
     */
    public SyncView(Store store) {
        this.store = store;
    }

    /** {@return all accounts, oldest first} */
    public List<Account> accounts() {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT * FROM account ORDER BY id")
                .map((row, _) -> AccountTable.read(row)).list());
    }

    /**
     * Finds an account.
     *
     * @param email its address in any spelling
     * @return the account; empty where there is none
     */
    public Optional<Account> account(String email) {
        String normal = EmailAddress.of(email).normal();
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT * FROM account WHERE normal = ? ORDER BY id")
                        .bind(0, normal).map((row, _) -> AccountTable.read(row)).findFirst());
    }

    /**
     * The folders of an account that the server had at the last look; the outbox is not one of them.
     *
     * @param account number of the account
     * @return its folders by path
     */
    public List<FolderRow> folders(long account) {
        return store.readers()
                .withHandle(handle -> handle.createQuery(
                        """
                                SELECT f.*, (SELECT COUNT(*) FROM placement p WHERE p.place BETWEEN f.id * 4294967296
                                    AND f.id * 4294967296 + 4294967295) AS local, (SELECT COUNT(*) FROM left_out l
                                    WHERE l.place BETWEEN f.id * 4294967296 AND f.id * 4294967296 + 4294967295) AS left_out
                                FROM folder f WHERE account_id = ? AND role NOT IN ('OUTBOX', 'WRITING', 'IMPORTED') ORDER BY path""")
                        .bind(0, account)
                        .map((row, _) -> folder(row))
                        .list());
    }

    /**
     * The folders of mail that came from files.
     *
     * @param account number of the account
     * @return those in which something lies, by name
     */
    public List<FolderRow> imported(long account) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("""
                        SELECT f.*, (SELECT COUNT(*) FROM placement p WHERE p.place BETWEEN f.id * 4294967296
                            AND f.id * 4294967296 + 4294967295) AS local, 0 AS left_out
                        FROM folder f WHERE account_id = ? AND role = 'IMPORTED' ORDER BY path""")
                        .bind(0, account).map((row, _) -> folder(row)).list());
    }

    /**
     * Tells which messages lie anywhere.
     *
     * @param messages numbers of messages
     * @return those of them that lie in at least one folder
     */
    public Set<Long> lying(Collection<Long> messages) {
        return messages.isEmpty()
                ? Set.of()
                : store.readers().withHandle(handle -> handle
                        .createQuery("SELECT DISTINCT message_id FROM placement WHERE message_id IN (<messages>)")
                        .bindList("messages", List.copyOf(messages)).mapTo(Long.class).set());
    }

    private static FolderRow folder(ResultSet row) throws SQLException {
        Cursor cursor = new Cursor(row.getLong("uid_validity"), row.getLong("uid_next"), row.getLong("mod_seq"),
                row.getBoolean("complete"));
        return new FolderRow(row.getLong("id"), new FolderKey(row.getLong("account_id"), row.getString("path")),
                row.getString("separator"), FolderRole.valueOf(row.getString("role")), row.getBoolean("selectable"),
                cursor,
                row.getLong("local"), row.getLong("left_out"));
    }

    /**
     * What is kept of a folder.
     *
     * @param folder number of the folder
     * @return UIDs and flags
     */
    public Kept kept(long folder) {
        return store.readers().withHandle(handle -> {
            long[][] uids = {new long[1024]};
            int[][] flags = {new int[1024]};
            Map<Long, MessageFlags> keyworded = new HashMap<>();
            int[] n = {0};
            handle.createQuery(
                    "SELECT place, flags, keywords FROM placement WHERE place BETWEEN ? AND ? ORDER BY place")
                    .bind(0, PlacementTable.place(folder, 0)).bind(1, PlacementTable.place(folder, 0xFFFF_FFFFL))
                    .setFetchSize(10_000).map((row, _) -> {
                        if (n[0] == uids[0].length) {
                            uids[0] = Arrays.copyOf(uids[0], n[0] * 2);
                            flags[0] = Arrays.copyOf(flags[0], n[0] * 2);
                        }
                        long uid = PlacementTable.uidOf(row.getLong(1));
                        uids[0][n[0]] = uid;
                        flags[0][n[0]++] = row.getInt(2);
                        if (row.getString(3) != null) {
                            keyworded.put(uid, PlacementTable.flags(row.getInt(2), row.getString(3)));
                        }
                        return uid;
                    }).forEach(_ -> {});
            return new Kept(Arrays.copyOf(uids[0], n[0]), Arrays.copyOf(flags[0], n[0]), keyworded);
        });
    }

    /**
     * What was left on the server on purpose.
     *
     * @param folder number of the folder
     * @return reasons by UID
     */
    public Map<Long, String> leftOut(long folder) {
        return store.readers().withHandle(handle -> {
            Map<Long, String> reasons = new TreeMap<>();
            handle.createQuery("SELECT place, reason FROM left_out WHERE place BETWEEN ? AND ? ORDER BY place")
                    .bind(0, PlacementTable.place(folder, 0)).bind(1, PlacementTable.place(folder, 0xFFFF_FFFFL))
                    .map((row, _) -> reasons.put(PlacementTable.uidOf(row.getLong(1)), row.getString(2))).list();
            return reasons;
        });
    }

    /**
     * Finds who is known among people: who is a customer, or was written to. The user himself is not.
     *
     * @param addresses addresses in their normal form
     * @return those that are known
     */
    public Set<String> known(Set<String> addresses) {
        Object[] wanted = addresses.toArray();
        return store.readers().withHandle(handle -> Set.copyOf(handle.createQuery(
                """
                        SELECT w.normal FROM UNNEST(CAST(? AS VARCHAR ARRAY)) w(normal)
                        LEFT JOIN address a ON a.normal = w.normal
                        LEFT JOIN card_value v ON v.found_by = 'EMAIL:' || w.normal AND v.to_change IS NULL AND v.mark <> 'DENIED'
                        WHERE NOT COALESCE(a.own, FALSE) AND (a.contact_id IS NOT NULL OR a.sent > 0 OR v.id IS NOT NULL)""")
                .bind(0, (Argument) (position, statement, _) -> statement.setObject(position, wanted))
                .mapTo(String.class).set()));
    }

    /**
     * Finds messages by their content.
     *
     * @param digests SHA-256 of raw bytes
     * @return for each the number of the message that has it, in the same order; empty where none has
     */
    public List<OptionalLong> known(List<byte[]> digests) {
        return digests.stream().map(this::known).toList();
    }

    /**
     * Finds messages by what their server calls them.
     *
     * @param account number of the account
     * @param names the names
     * @return numbers of messages by name; names that are not known are not in it
     */
    public Map<String, Long> named(long account, Collection<String> names) {
        return store.readers().withHandle(handle -> {
            Map<String, Long> found = new HashMap<>();
            for (String name : names) {
                handle.createQuery("SELECT message_id FROM server_name WHERE account_id = ? AND name = ?")
                        .bind(0, account).bind(1, name).mapTo(Long.class).findFirst()
                        .ifPresent(message -> found.put(name, message));
            }
            return found;
        });
    }

    /**
     * Tells whether any message is known by what its server calls it.
     *
     * @param account number of the account
     * @return true if there is one
     */
    public boolean hasNames(long account) {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT 1 FROM server_name WHERE account_id = ? LIMIT 1").bind(0, account)
                .mapTo(Integer.class).findFirst().isPresent());
    }

    /**
     * The messages of a folder of which only the header is kept.
     *
     * @param folder number of the folder
     * @return numbers of messages by UID
     */
    public Map<Long, Long> headerOnly(long folder) {
        return store.readers().withHandle(handle -> {
            Map<Long, Long> found = new TreeMap<>();
            handle.createQuery("""
                    SELECT p.place, p.message_id FROM header_only h JOIN placement p ON p.message_id = h.message_id
                    WHERE p.place BETWEEN ? AND ?""")
                    .bind(0, PlacementTable.place(folder, 0)).bind(1, PlacementTable.place(folder, 0xFFFF_FFFFL))
                    .map((row, _) -> found.put(PlacementTable.uidOf(row.getLong(1)), row.getLong(2))).list();
            return found;
        });
    }

    /**
     * Tells whether only the header of a message is kept.
     *
     * @param message its number
     * @return true if only that
     */
    public boolean isHeaderOnly(long message) {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM header_only WHERE message_id = ?").bind(0, message)
                .mapTo(Integer.class).one()) > 0;
    }

    /**
     * Looks for a message.
     *
     * @param digest SHA-256 of its bytes, or of its header where that came first
     * @return its number; empty where there is none
     */
    public OptionalLong known(byte[] digest) {
        long key = MessageTable.digestKey(digest);
        if (!store.digests().mayHave(key)) {
            return OptionalLong.empty();
        }
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT MIN(id) FROM message WHERE digest_key = ? AND digest = ?").bind(0, key)
                .bind(1, digest).map((row, _) -> {
                    long id = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
                }).one());
    }

    /**
     * A folder with its cursor and counts.
     *
     * @param id its number in the store
     * @param key account and path
     * @param separator hierarchy separator; empty where there is none
     * @param role what it is for
     * @param selectable whether it can hold mail and is still there
     * @param cursor how far it has been followed
     * @param local how many messages of it are kept
     * @param leftOut how many were left on the server on purpose
     */
    public record FolderRow(long id, FolderKey key, String separator, FolderRole role, boolean selectable,
            Cursor cursor,
            long local, long leftOut) {}

    /**
     * The UIDs that are kept of a folder, ascending, with their flags.
     *
     * @param uids the UIDs
     * @param flags system flags of each
     * @param keyworded all flags of those that have keywords
     */
    public record Kept(long[] uids, int[] flags, Map<Long, MessageFlags> keyworded) {

        /**
         * The flags of a kept message.
         *
         * @param uid its UID
         * @return its flags; null where it is not kept
         */
        public @Nullable MessageFlags flags(long uid) {
            int at = Arrays.binarySearch(uids, uid);
            if (at < 0) {
                return null;
            }
            MessageFlags all = keyworded.get(uid);
            return all != null ? all : new MessageFlags(flags[at], List.of());
        }

        /**
         * Tells whether a message is kept.
         *
         * @param uid its UID
         * @return true if it is
         */
        public boolean has(long uid) {
            return Arrays.binarySearch(uids, uid) >= 0;
        }
    }
}
