package app.kith.change;

/**
 * How far a folder has been followed.
 *
 * @param uidValidity the server's UIDVALIDITY for which all else holds
 * @param uidNext the server's UIDNEXT when the pass began; every UID below it has been looked at if {@code complete}
 * @param modSeq the server's HIGHESTMODSEQ when the pass began; 0 where the server keeps none
 * @param complete whether everything up to here is kept; false while a first pull is still under way
 */
public record Cursor(long uidValidity, long uidNext, long modSeq, boolean complete) {}
