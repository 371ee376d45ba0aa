package app.kith.search;

import app.kith.mail.Attachment;
import java.util.Set;

/** Reads the text of attached files. */
final class FileText {
    static final Read ASIDE = new Read("", true);
    private static final Set<String> ENDINGS = Set.of("pdf", "docx", "xlsx", "pptx", "txt", "csv", "html", "htm", "md",
            "log");

    private FileText() {}

    /**
     * What was read of a file.
     *
     * @param text its text; empty where there is none
     * @param aside whether it could not be read, or not all of it
     */
    record Read(String text, boolean aside) {}

    /** {@return whether its text may be read, as far as its name tells} */
    static boolean isReadable(Attachment attachment) {
        return ENDINGS.contains(FileSort.ending(attachment.name()));
    }

    static Read of(Attachment attachment, long deadline) {
        return ASIDE;
    }
}
