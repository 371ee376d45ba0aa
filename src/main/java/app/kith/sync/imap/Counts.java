package app.kith.sync.imap;

/**
 * The state of a folder.
 *
 * @param messages how many messages it has
 * @param uidNext UID that the next message will get; 0 where the server does not say
 * @param uidValidity its UIDVALIDITY
 * @param modSeq its highest mod-sequence; 0 where it keeps none
 */
public record Counts(long messages, long uidNext, long uidValidity, long modSeq) {}
