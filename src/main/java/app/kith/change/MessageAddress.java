package app.kith.change;

/**
 * Where the bytes of a message lie in the mail log.
 *
 * @param segment number of the segment file
 * @param offset byte offset of the record in it
 * @param index the message's place among the arrivals of the record, from 0
 */
public record MessageAddress(int segment, long offset, int index) {}
