package app.kith.search;

import app.kith.mail.Attachment;
import app.kith.mail.MailReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads the text of attached files, as far as it is worth it: bounded in bytes, letters and time. */
final class FileText {
    /** Files that are larger are found by their names alone. */
    static final int LARGEST = 20 << 20;

    /** Letters that are read of one file at most. */
    static final int MOST_LETTERS = 300_000;

    static final Read ASIDE = new Read("", true);

    private static final Set<String> PLAIN = Set.of("txt", "csv", "md", "log", "tsv");
    private static final Set<String> HTML = Set.of("html", "htm");
    private static final Set<String> OFFICE = Set.of("docx", "xlsx", "pptx");

    private FileText() {}

    /**
     * What was read of a file.
     *
     * @param text its text; empty where there is none
     * @param aside whether it could not be read: broken, locked, hostile, too large, too slow
     */
    record Read(String text, boolean aside) {}

    /** {@return whether its text may be read, as far as its name tells} */
    static boolean isReadable(Attachment attachment) {
        String ending = FileSort.ending(attachment.name());
        return ending.equals("pdf") || PLAIN.contains(ending) || HTML.contains(ending) || OFFICE.contains(ending);
    }

    /**
     * Reads a file.
     *
     * @param attachment the file
     * @param deadline when to give up, in the time of {@link System#nanoTime}
     * @return its text; set aside where it cannot be read
     */
    static Read of(Attachment attachment, long deadline) {
        try {
            byte[] content = attachment.content();
            if (content.length == 0 || content.length > LARGEST) {
                return new Read("", content.length > 0);
            }
            Letters letters = new Letters(MOST_LETTERS, deadline);
            read(FileSort.ending(attachment.name()), content, letters);
            return new Read(letters.text(), false);
        } catch (IOException | RuntimeException e) {
            return ASIDE;
        }
    }

    private static void read(String ending, byte[] content, Letters letters) throws IOException {
        if (ending.equals("pdf")) {
            PdfText.read(content, letters);
        } else if (OFFICE.contains(ending)) {
            OfficeText.read(content, letters);
        } else {
            letters.add(decoded(HTML.contains(ending) ? "text/html" : "text/plain", content));
        }
    }

    /** A file is read as a mail of its type would be: the charset is recognised, and HTML becomes what a person would see. */
    private static String decoded(String type, byte[] content) {
        byte[] head = ("MIME-Version: 1.0\nContent-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] mail = new byte[head.length + content.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(content, 0, mail, head.length, content.length);
        return new MailReader().read(mail).text();
    }
}
