package app.kith.log;

/**
 * A damaged place in a log.
 *
 * @param file the segment file, with the log's name
 * @param offset byte position of the record
 * @param sequence number of the record; 0 where even that cannot be told
 * @param what what is wrong, one plain English phrase
 */
public record Damage(String file, long offset, long sequence, String what) {}
