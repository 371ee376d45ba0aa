package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.log.FileLog;
import app.kith.mail.Attachment;
import app.kith.store.FileList.FileRow;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that are kept with activities and business records: a signed contract, a drawing, a picture. They are sealed in a log of
 * their own; the entries name them, so that whatever is done to an entry can be undone with its files. Knows the bytes of all files in
 * lists of files, those that came with mail too. Blocks.
 */
public final class KeptFiles {
    private final FileLog log;
    private final Records records;
    private final Mails mails;

    KeptFiles(FileLog log, Records records, Mails mails) {
        this.log = log;
        this.records = records;
        this.mails = mails;
    }

    /**
     * Keeps a file, to be named by an entry. One that no entry comes to name does no harm.
     *
     * @param file the file
     * @return what the entry names
     * @throws KithException FILE_TOO_LARGE_TO_KEEP, DISK
     */
    public KeptFile keep(Path file) {
        try {
            if (Files.size(file) > FileLog.LARGEST) {
                throw new KithException(Problem.FILE_TOO_LARGE_TO_KEEP, file.getFileName(), FileLog.LARGEST >> 20);
            }
            return log.keep(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, e.getClass().getSimpleName());
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its bytes
     * @throws KithException LOG_DAMAGED
     */
    public byte[] read(KeptFile file) {
        return log.read(file);
    }

    /**
     * One of the files of an entry.
     *
     * @param entry number of the entry
     * @param part its place among the entry's files
     * @return the file
     * @throws KithException NOT_FOUND
     */
    public KeptFile find(long entry, int part) {
        Entry found = records.entry(entry);
        if (part < 0 || part >= found.files().size()) {
            throw new KithException(Problem.NOT_FOUND, "#" + entry);
        }
        return found.files().get(part);
    }

    /**
     * Reads a file of the list of files. What is still on a server is fetched first.
     *
     * @param row the file
     * @return its bytes
     * @throws KithException NOT_FOUND, LOG_DAMAGED, BODY_ON_SERVER
     */
    public byte[] content(FileRow row) {
        if (row.entry() > 0) {
            return read(find(row.entry(), row.part()));
        }
        mails.complete(row.message());
        List<Attachment> all = mails.read(row.message()).attachments();
        if (row.part() >= all.size()) {
            throw new KithException(Problem.NOT_FOUND, row.name());
        }
        return all.get(row.part()).content();
    }
}
