package app.kith.sync.imap;

import app.kith.change.FolderRole;
import org.jspecify.annotations.Nullable;

/**
 * A folder as the server lists it.
 *
 * @param name its full name, decoded
 * @param separator hierarchy separator; 0 where there is none
 * @param role what it is for
 * @param selectable whether it can hold mail
 * @param counts its state, where the list gave it; null where not
 */
public record Listed(String name, char separator, FolderRole role, boolean selectable,
        @Nullable Counts counts) {
    /** The same folder with its state. */
    Listed with(Counts given) {
        return new Listed(name, separator, role, selectable, given);
    }
}
