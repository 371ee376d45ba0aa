package app.kith.store;

import app.kith.change.FolderKey;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.Recipient;
import app.kith.change.Outgoing.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What is on its way out, and whether it has come back as a sent message. Blocks while it reads. */
public final class OutboxView {
    private final Store store;

    /**
     * Makes the view.
     *
     * @param store the store
     */
    public OutboxView(Store store) {
        this.store = store;
    }

    /**
     * What an account has sent or is to send.
     *
     * @param account number of the account; 0 for all that are still there
     * @return its outgoing messages, oldest first
     */
    public List<Outgoing> list(long account) {
        return store.readers().withHandle(handle -> {
            Map<Long, List<Recipient>> recipients = recipients(handle, account);
            return handle.createQuery("""
                    SELECT o.* FROM outgoing o JOIN account a ON a.id = o.account_id
                    WHERE ? = 0 OR o.account_id = ? ORDER BY o.id""").bind(0, account).bind(1, account)
                    .map((row, _) -> outgoing(row, recipients)).list();
        });
    }

    private static Map<Long, List<Recipient>> recipients(Handle handle, long account) {
        Map<Long, List<Recipient>> recipients = new HashMap<>();
        handle.createQuery("""
                SELECT r.* FROM outgoing_recipient r JOIN outgoing o ON o.id = r.outgoing_id
                WHERE ? = 0 OR o.account_id = ? ORDER BY r.outgoing_id, r.place""").bind(0, account).bind(1, account)
                .map((row, _) -> recipients
                        .computeIfAbsent(row.getLong("outgoing_id"), _ -> new ArrayList<>())
                        .add(new Recipient(row.getString("address"), Fate.valueOf(row.getString("fate")),
                                row.getString("answer"))))
                .list();
        return recipients;
    }

    private static Outgoing outgoing(ResultSet row, Map<Long, List<Recipient>> recipients) throws SQLException {
        long id = row.getLong("id");
        return new Outgoing(id, row.getLong("account_id"), row.getLong("message_id"), row.getString("header_id"),
                row.getString("sender"), recipients.getOrDefault(id, List.of()), State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("not_before")), row.getInt("attempts"), row.getString("answer"),
                row.getBoolean("look_first"));
    }

    /**
     * One outgoing message.
     *
     * @param id its number
     * @return the message; empty where there is none
     */
    public Optional<Outgoing> find(long id) {
        return list(0).stream().filter(outgoing -> outgoing.id() == id).findFirst();
    }

    /** {@return the number for the next outgoing message; holds as long as none is entered} */
    public long next() {
        return store.readers().withHandle(
                handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM outgoing").mapTo(long.class).one());
    }

    /**
     * The message that lies in an outbox under a number.
     *
     * @param account number of the account
     * @param id number of the outgoing message
     * @return number of the message; empty where none lies there
     */
    public OptionalLong placed(long account, long id) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT p.message_id FROM placement p JOIN folder f ON p.place = f.id * 4294967296 + ?
                WHERE f.account_id = ? AND f.role = 'OUTBOX'""").bind(0, id).bind(1, account).mapTo(long.class)
                .findFirst().map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /**
     * Tells whether a message, or a copy with its Message-ID, lies in a folder of the server.
     *
     * @param outgoing the message
     * @param anywhere false for folders of sent mail only, true for any
     * @return whether sync has brought one
     */
    public boolean onServer(Outgoing outgoing, boolean anywhere) {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM message own JOIN message m ON m.conversation_id = own.conversation_id
                JOIN placement p ON p.message_id = m.id JOIN folder f ON f.id = p.place / 4294967296
                WHERE own.id = ? AND (m.id = own.id OR m.message_id = ?) AND f.account_id = ?
                AND (f.role IN ('SENT', 'ALL')
                    OR f.role NOT IN ('OUTBOX', 'WRITING', 'DRAFTS') AND (? OR m.id = own.id))""")
                .bind(0, outgoing.message()).bind(1, outgoing.messageId()).bind(2, outgoing.account())
                .bind(3, anywhere).mapTo(long.class).one() > 0);
    }

    /** {@return places in outboxes that no outgoing message stands behind: what a kill left of one that was never queued} */
    public List<Stray> strays() {
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT f.account_id, BITAND(p.place, 4294967295) FROM folder f
                JOIN placement p ON p.place BETWEEN f.id * 4294967296 AND f.id * 4294967296 + 4294967295
                WHERE f.role = 'OUTBOX' AND NOT EXISTS (SELECT 1 FROM outgoing o
                    WHERE o.id = BITAND(p.place, 4294967295))""")
                .map((row, _) -> new Stray(FolderKey.outbox(row.getLong(1)), row.getLong(2))).list());
    }

    /** {@return every letter being written, by its number, with the account in whose folder it lies} */
    public Map<Long, Placed> drafts() {
        Map<Long, Placed> drafts = new HashMap<>();
        inFolders("\n", (account, uid, message) -> drafts.put(uid, new Placed(account, message)));
        return drafts;
    }

    /**
     * The files kept for letters being written for an account.
     *
     * @param account number of the account
     * @return numbers of messages by the files' numbers
     */
    public Map<Long, Long> files(long account) {
        Map<Long, Long> files = new HashMap<>();
        inFolders("\n\n", (of, uid, message) -> {
            if (of == account) {
                files.put(uid, message);
            }
        });
        return files;
    }

    private void inFolders(String path, EachPlace each) {
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT f.account_id, BITAND(p.place, 4294967295), p.message_id FROM folder f
                JOIN placement p ON p.place BETWEEN f.id * 4294967296 AND f.id * 4294967296 + 4294967295
                WHERE f.role = 'WRITING' AND f.path = ?""").bind(0, path).map((row, _) -> {
            each.take(row.getLong(1), row.getLong(2), row.getLong(3));
            return true;
        }).list());
    }

    /**
     * What lies, or lay, in the folders of drafts that the server of an account has.
     *
     * @param account number of the account
     * @return messages there that have a Message-ID
     */
    public List<DraftCopy> draftCopies(long account) {
        return store.readers().withHandle(handle -> {
            List<DraftCopy> copies = new ArrayList<>(handle.createQuery("""
                    SELECT m.message_id, f.path, f.uid_validity, BITAND(p.place, 4294967295) FROM folder f
                    JOIN placement p ON p.place BETWEEN f.id * 4294967296 AND f.id * 4294967296 + 4294967295
                    JOIN message m ON m.id = p.message_id
                    WHERE f.role = 'DRAFTS' AND f.account_id = ? AND m.message_id IS NOT NULL""").bind(0, account)
                    .map((row, _) -> new DraftCopy(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                    .list());
            copies.addAll(handle.createQuery("""
                    SELECT m.message_id, f.path FROM folder f JOIN former_place p ON p.folder_id = f.id
                    JOIN message m ON m.id = p.message_id
                    WHERE f.role = 'DRAFTS' AND f.account_id = ? AND m.message_id IS NOT NULL""").bind(0, account)
                    .map((row, _) -> new DraftCopy(row.getString(1), row.getString(2), 0, 0)).list());
            return copies;
        });
    }

    /**
     * A message in a folder of drafts.
     *
     * @param headerId its Message-ID without angle brackets
     * @param path the folder
     * @param uidValidity the folder's UIDVALIDITY
     * @param uid its UID there; 0 where it lies there no more
     */
    public record DraftCopy(String headerId, String path, long uidValidity, long uid) {
        /** {@return whether it lies there still} */
        public boolean lies() {
            return uid != 0;
        }
    }

    private interface EachPlace {
        void take(long account, long uid, long message);
    }

    /**
     * Where a letter lies that is being written.
     *
     * @param account number of the account
     * @param message number of the message
     */
    public record Placed(long account, long message) {}

    /**
     * A place in an outbox.
     *
     * @param folder the outbox
     * @param uid the number there
     */
    public record Stray(FolderKey folder, long uid) {}
}
