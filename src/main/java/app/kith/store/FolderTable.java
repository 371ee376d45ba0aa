package app.kith.store;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent.FolderReset;
import app.kith.change.MailEvent.FolderSeen;
import app.kith.change.MailEvent.Followed;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The folders of all accounts, with their cursors. */
final class FolderTable {
    private final Transaction transaction;
    private final Map<FolderKey, Optional<Folder>> known = new HashMap<>();

    FolderTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The folder; empty where its account was removed. A folder not announced before is taken for an ordinary one. */
    Optional<Folder> find(FolderKey key) throws SQLException {
        Optional<Folder> found = known.get(key);
        if (found == null) {
            found = load(key);
            if (found.isEmpty() && accountExists(key.account())) {
                found = Optional.of(insert(new FolderSeen(key, '\0', FolderRole.OTHER, true)));
            }
            known.put(key, found);
        }
        found.ifPresent(folder -> transaction.touched.folders.add(folder.id()));
        return found;
    }

    private Optional<Folder> load(FolderKey key) throws SQLException {
        Folder[] found = new Folder[1];
        transaction.sql.each(row -> found[0] = new Folder(row.getLong(1), FolderRole.valueOf(row.getString(2))),
                "SELECT id, role FROM folder WHERE account_id = ? AND path = ?", key.account(), key.path());
        return Optional.ofNullable(found[0]);
    }

    private boolean accountExists(long account) throws SQLException {
        return transaction.sql.number("SELECT 1 FROM account WHERE id = ?", account) != null;
    }

    private Folder insert(FolderSeen seen) throws SQLException {
        Folder folder = new Folder(transaction.takeFolder(), seen.role());
        transaction.sql.update("INSERT INTO folder VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, FALSE)", folder.id(),
                seen.folder().account(), seen.folder().path(), separator(seen), seen.role().name(), seen.selectable());
        // What waits to be moved there lies there as from now.
        transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)),
                "SELECT message_id FROM operation WHERE account_id = ? AND to_path = ?", seen.folder().account(),
                seen.folder().path());
        return folder;
    }

    private static String separator(FolderSeen seen) {
        return seen.separator() == 0 ? "" : String.valueOf(seen.separator());
    }

    /** Notes a folder that the server has. Returns true if messages in it must be looked at again, its role being new. */
    boolean seen(FolderSeen seen) throws SQLException {
        Optional<Folder> before = find(seen.folder());
        if (before.isEmpty()) {
            return false;
        }
        transaction.sql.update("UPDATE folder SET separator = ?, role = ?, selectable = ? WHERE id = ?",
                separator(seen),
                seen.role().name(), seen.selectable(), before.get().id());
        known.put(seen.folder(), Optional.of(new Folder(before.get().id(), seen.role())));
        return before.get().role() != seen.role();
    }

    void gone(Folder folder) throws SQLException {
        transaction.sql.update("""
                UPDATE folder SET selectable = FALSE, uid_validity = 0, uid_next = 0, mod_seq = 0, complete = FALSE
                WHERE id = ?""", folder.id());
    }

    void reset(Folder folder, FolderReset reset) throws SQLException {
        transaction.sql.update(
                "UPDATE folder SET uid_validity = ?, uid_next = 0, mod_seq = 0, complete = FALSE WHERE id = ?",
                reset.uidValidity(), folder.id());
    }

    void followed(Folder folder, Followed followed) throws SQLException {
        transaction.sql.update(
                "UPDATE folder SET uid_validity = ?, uid_next = ?, mod_seq = ?, complete = ? WHERE id = ?",
                followed.cursor().uidValidity(), followed.cursor().uidNext(), followed.cursor().modSeq(),
                followed.cursor().complete(), folder.id());
    }

    /** A folder as the events of a batch need it. */
    record Folder(long id, FolderRole role) {}
}
