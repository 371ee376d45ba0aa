package app.kith.ui.mail;

import app.kith.mail.Attachment;
import app.kith.mail.RiskyFile;
import app.kith.mail.SafeFileName;

/**
 * An attachment as it is offered.
 *
 * @param name the name to show and to save under; safe on every system
 * @param type MIME type by content
 * @param size bytes
 * @param risky whether opening it could run something
 * @param attachment decodes the content
 */
record Enclosure(String name, String type, long size, boolean risky, Attachment attachment) {

    /** Decodes the attachment once to learn its size; blocks. */
    static Enclosure of(Attachment attachment) {
        byte[] content = attachment.content();
        String name = SafeFileName.of(attachment);
        return new Enclosure(name, attachment.typeByContent(), content.length, RiskyFile.is(name, content),
                attachment);
    }

    /** {@return the icon of its kind} */
    String icon() {
        if (type.startsWith("image/")) {
            return "fth-image";
        }
        if (type.contains("zip") || type.contains("compressed") || type.contains("rar")) {
            return "fth-archive";
        }
        if (type.startsWith("audio/") || type.startsWith("video/")) {
            return "fth-film";
        }
        return type.equals("application/pdf") || type.startsWith("text/") || type.contains("document")
                || type.contains("sheet") || type.contains("word") || type.contains("excel")
                        ? "fth-file-text"
                        : "fth-file";
    }
}
