package app.kith.exchange;

import java.nio.file.Path;

/** What a file holds that is to be taken in. */
public enum Holding {
    /** Mail. */
    MAIL,
    /** Activities or business records. */
    ENTRIES,
    /** Contacts, or what is tried as contacts and refused. */
    CONTACTS;

    /**
     * Looks into a file. Blocks.
     *
     * @param file the file or folder
     * @param choice how the user wants it to be read
     * @return what it holds
     * @throws app.kith.words.KithException IMPORT_REFUSED, DISK
     */
    public static Holding of(Path file, ImportFile.Choice choice) {
        return MailFiles.isMail(file) ? MAIL : EntryFile.isOne(file, choice) ? ENTRIES : CONTACTS;
    }
}
