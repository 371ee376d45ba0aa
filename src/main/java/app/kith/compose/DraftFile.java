package app.kith.compose;

/**
 * A file that goes along with a letter being written; its bytes are kept already.
 *
 * @param name its name, without a path
 * @param type its MIME type
 * @param size bytes
 * @param message number of the message that holds its bytes
 */
public record DraftFile(String name, String type, long size, long message) {}
