package app.kith.store;

import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.store.FolderTable.Folder;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where messages lie, lay, and which were left out. */
final class PlacementTable {
    private static final int UID_BITS = 32;
    private static final String KEYWORD_GAP = " ";

    private final Transaction transaction;
    private final Rows put = new Rows("MERGE INTO placement KEY (place) SELECT * FROM %s", "BIGINT", "BIGINT", "INT",
            "VARCHAR");
    private final Rows named = new Rows("""
            MERGE INTO server_name KEY (account_id, name) SELECT w.account, w.name, p.message_id
            FROM %s w(account, name, place) JOIN placement p ON p.place = w.place""", "BIGINT", "VARCHAR", "BIGINT");
    private final Rows kept = new Rows("DELETE FROM left_out WHERE place IN (SELECT * FROM %s)", "BIGINT");

    PlacementTable(Transaction transaction) {
        this.transaction = transaction;
    }

    static long place(long folder, long uid) {
        return folder << UID_BITS | uid;
    }

    static long folderOf(long place) {
        return place >>> UID_BITS;
    }

    static long uidOf(long place) {
        return place & 0xFFFF_FFFFL;
    }

    /** Puts a message into a place; whatever lay there before is forgotten. It is written by {@link #flush}. */
    void put(Folder folder, long uid, long message, MessageFlags flags) {
        long place = place(folder.id(), uid);
        put.add(place, message, flags.bits(), keywords(flags));
        kept.add(place);
        transaction.touched.messages.add(message);
    }

    /** Keeps what the server calls the message in a place. It is written by {@link #flush}. */
    void name(Folder folder, MailEvent.Named event) {
        named.add(event.folder().account(), event.name(), place(folder.id(), event.uid()));
    }

    /** Writes what was put: before anything else is done to a place, and before the end. */
    void flush() throws SQLException {
        put.update(transaction.sql);
        kept.update(transaction.sql);
        named.update(transaction.sql);
    }

    private static @Nullable String keywords(MessageFlags flags) {
        return flags.keywords().isEmpty() ? null : String.join(KEYWORD_GAP, flags.keywords());
    }

    static MessageFlags flags(int bits, @Nullable String keywords) {
        return new MessageFlags(bits, keywords == null ? List.of() : List.of(keywords.split(KEYWORD_GAP)));
    }

    void flag(Folder folder, long uid, MessageFlags flags) throws SQLException {
        long place = place(folder.id(), uid);
        Long message = messageAt(place);
        if (message != null) {
            transaction.sql.update("UPDATE placement SET flags = ?, keywords = ? WHERE place = ?", flags.bits(),
                    keywords(flags),
                    place);
            transaction.touched.messages.add(message);
        }
    }

    private @Nullable Long messageAt(long place) throws SQLException {
        return transaction.sql.number("SELECT message_id FROM placement WHERE place = ?", place);
    }

    void vanish(Folder folder, long uid) throws SQLException {
        long place = place(folder.id(), uid);
        Long message = messageAt(place);
        if (message != null) {
            transaction.sql.update("DELETE FROM placement WHERE place = ?", place);
            leave(message, folder.id());
        }
        transaction.sql.update("DELETE FROM left_out WHERE place = ?", place);
    }

    private void leave(long message, long folder) throws SQLException {
        transaction.sql.update("MERGE INTO former_place KEY (message_id, folder_id) VALUES (?, ?, ?)", message, folder,
                transaction.mailSequence());
        transaction.touched.messages.add(message);
    }

    /** Everything leaves a folder. */
    void clear(Folder folder) throws SQLException {
        long first = place(folder.id(), 0);
        long last = place(folder.id(), 0xFFFF_FFFFL);
        List<Long> messages = new java.util.ArrayList<>();
        transaction.sql.each(row -> messages.add(row.getLong(1)),
                "SELECT message_id FROM placement WHERE place BETWEEN ? AND ?",
                first, last);
        transaction.sql.update("DELETE FROM placement WHERE place BETWEEN ? AND ?", first, last);
        transaction.sql.update("DELETE FROM left_out WHERE place BETWEEN ? AND ?", first, last);
        for (long message : messages) {
            leave(message, folder.id());
        }
    }

    void leaveOut(Folder folder, long uid, String reason) throws SQLException {
        transaction.sql.update("MERGE INTO left_out KEY (place) VALUES (?, ?)", place(folder.id(), uid), reason);
    }

    /** Touches every message that lies or lay in a folder, because the folder's role is another now. */
    void touchAll(Folder folder) throws SQLException {
        transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)),
                "SELECT message_id FROM placement WHERE place BETWEEN ? AND ?", place(folder.id(), 0),
                place(folder.id(), 0xFFFF_FFFFL));
        transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)),
                "SELECT message_id FROM former_place WHERE folder_id = ?", folder.id());
    }
}
