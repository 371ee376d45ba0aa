package app.kith.sync.imap;

import java.util.Map;

/**
 * Where messages lie that were copied or moved.
 *
 * @param uidValidity UIDVALIDITY of the folder that they are in now; 0 where the server did not say
 * @param uids their new UIDs by their old ones; empty where the server did not say
 */
public record Copied(long uidValidity, Map<Long, Long> uids) {
    /** The server did not say. */
    public static final Copied NONE = new Copied(0, Map.of());
}
