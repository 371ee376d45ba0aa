package app.kith.contact;

/**
 * A file that is kept with an activity or a business record: a signed contract, a drawing. Its bytes lie in the log of files.
 *
 * @param name its name as the user had it, without a folder
 * @param size its bytes
 * @param digest SHA-256 of its bytes, in hex
 * @param segment number of the log's file in which they lie
 * @param offset where they begin there
 */
public record KeptFile(String name, long size, String digest, int segment, long offset) {}
