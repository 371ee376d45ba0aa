package app.kith.mail;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attachment. Its content is decoded only when asked for, from the raw bytes of the message, which it keeps reachable.
 */
public final class Attachment {
    private final String name;
    private final String type;
    private final boolean inline;
    private final @Nullable String contentId;
    private final Supplier<byte[]> content;

    /**
     * Makes an attachment.
     *
     * @param name the name it came with, decoded and otherwise untouched; empty where it has none
     * @param type MIME type in lower case, without parameters
     * @param inline whether it belongs into the HTML body (Content-Disposition inline with a Content-ID that the body names)
     * @param contentId Content-ID without angle brackets; null where there is none
     * @param content decodes the content; called anew for each reading, never returns null, never throws for broken encodings
     */
    public Attachment(String name, String type, boolean inline, @Nullable String contentId, Supplier<byte[]> content) {
        this.name = name;
        this.type = type;
        this.inline = inline;
        this.contentId = contentId;
        this.content = content;
    }

    /** {@return the name it came with; empty where it has none. Not safe as a file name} */
    public String name() {
        return name;
    }

    /** {@return the MIME type in lower case, without parameters} */
    public String type() {
        return type;
    }

    /** {@return whether it is shown inside the HTML body} */
    public boolean inline() {
        return inline;
    }

    /** {@return the Content-ID without angle brackets, or null} */
    public @Nullable String contentId() {
        return contentId;
    }

    /** {@return the decoded content, a new array at each call} */
    public byte[] content() {
        return content.get();
    }

    /**
     * Tells the type by the content where the label says nothing ({@code application/octet-stream}) or lies. Decodes the content.
     *
     * @return the MIME type in lower case that the content shows, else the one it is labelled with
     */
    public String typeByContent() {
        return FileType.of(content(), type);
    }

    @Override
    public String toString() {
        return "Attachment[" + type + "]";
    }
}
