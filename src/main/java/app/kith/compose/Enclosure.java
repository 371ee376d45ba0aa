package app.kith.compose;

import java.util.regex.Pattern;

/**
 * A file that goes along with a letter.
 *
 * @param name its name, without a path
 * @param type its MIME type; one that cannot be written, or that would be a message of its own, becomes application/octet-stream
 * @param content its bytes; not to be changed any more
 */
public record Enclosure(String name, String type, byte[] content) {
    private static final Pattern TYPE = Pattern
            .compile("(?!message/|multipart/)[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+_-]{0,100}");

    /** Cleans name and type. */
    public Enclosure {
        name = Letter.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .replace("=?", "=_"); // Many programs would decode it.
        type = TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }
}
