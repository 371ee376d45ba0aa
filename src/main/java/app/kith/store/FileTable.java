package app.kith.store;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.mail.FileKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files of messages, and those that are kept with entries, for lists of files: see {@link FileList}. Those of messages that are not
 * shown are not shown either.
 */
final class FileTable {
    private final Rows written = new Rows("INSERT INTO file SELECT * FROM %s", "BIGINT", "BIGINT", "BIGINT", "VARCHAR",
            "VARCHAR", "VARCHAR", "BIGINT", "BOOLEAN");

    static long item(long message, int part) {
        return (message << 10) + part;
    }

    /** Notes the files of a message that arrives. */
    void arrive(long message, List<FileNote> files, long sentAt, int status) {
        for (FileNote file : files) {
            written.add(item(message, file.part()), message, sentAt, file.kind().name(), file.name(),
                    file.name().toLowerCase(Locale.ROOT), file.size(),
                    MessageStatus.has(status, MessageStatus.VISIBLE));
        }
    }

    /** Notes the files of a message that was read once more, or whole at last. */
    void again(Transaction transaction, long message, List<FileNote> files) throws SQLException {
        transaction.sql.update("DELETE FROM file WHERE item BETWEEN ? AND ?", item(message, 0),
                item(message, FileNote.MOST - 1));
        transaction.sql.each(row -> arrive(message, files, row.getLong(1), row.getInt(2)),
                "SELECT sent_at, status FROM message WHERE id = ?", message);
    }

    /** Shows the files of a message, or hides them. */
    void show(Transaction transaction, long message, boolean shown) throws SQLException {
        transaction.sql.update("UPDATE file SET shown = ? WHERE item BETWEEN ? AND ?", shown, item(message, 0),
                item(message, FileNote.MOST - 1));
    }

    void flush(Transaction transaction) throws SQLException {
        written.update(transaction.sql);
    }

    /** The number of a file that is kept with an entry: below zero, so that it is none of a message. */
    static long keptItem(long entry, int part) {
        return -(entry << 10) - 1 - part;
    }

    /** Notes the files that are kept with an entry; null for one that is gone. */
    static void kept(Transaction transaction, long id, @Nullable Entry entry) throws SQLException {
        transaction.sql.update("DELETE FROM file WHERE item BETWEEN ? AND ?", keptItem(id, FileNote.MOST - 1),
                keptItem(id, 0));
        List<KeptFile> files = entry == null ? List.of() : entry.files();
        for (int part = 0; part < Math.min(files.size(), FileNote.MOST); part++) {
            String name = files.get(part).name();
            transaction.sql.update("INSERT INTO file VALUES (?, 0, ?, ?, ?, ?, ?, TRUE)", keptItem(id, part),
                    entry == null ? 0 : entry.at().toEpochMilli(), FileKind.of(name, "").name(), name,
                    name.toLowerCase(Locale.ROOT), files.get(part).size());
        }
    }
}
