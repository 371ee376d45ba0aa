package app.kith.store;

import app.kith.mail.Attachment;
import app.kith.mail.FileKind;
import app.kith.mail.Mail;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store keeps of a file that came with a message.
 *
 * @param part its place among the attachments of the message
 * @param name the name it came with; may be empty
 * @param kind what it is
 * @param size bytes
 */
public record FileNote(int part, String name, FileKind kind, long size) {
    /** So many files of one message have numbers. */
    static final int MOST = 1024;
    private static final int LONGEST_NAME = 400;

    /** The files of a message, without pictures that belong into its text; decodes them to learn their sizes. */
    static List<FileNote> of(Mail mail) {
        List<FileNote> files = new ArrayList<>();
        List<Attachment> all = mail.attachments();
        for (int part = 0; part < Math.min(all.size(), MOST); part++) {
            Attachment file = all.get(part);
            if (!file.inline()) {
                String name = file.name().length() > LONGEST_NAME
                        ? file.name().substring(0, LONGEST_NAME)
                        : file.name();
                files.add(new FileNote(part, name, FileKind.of(name, file.type()), file.content().length));
            }
        }
        return List.copyOf(files);
    }
}
