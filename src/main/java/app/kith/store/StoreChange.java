package app.kith.store;

import java.util.Set;

/**
 * What a transaction changed, told after it was committed. Numbers only: whoever shows one of them reads it again.
 *
 * @param sequence number of the transaction; grows by one
 * @param accounts accounts that were added, edited or removed
 * @param folders folders whose placements or cursors changed
 * @param conversations conversations that changed, also those that were joined to others
 * @param contacts contacts that changed
 */
public record StoreChange(long sequence, Set<Long> accounts, Set<Long> folders, Set<Long> conversations,
        Set<Long> contacts) {

    /** Keeps the sets from being changed. */
    public StoreChange {
        accounts = Set.copyOf(accounts);
        folders = Set.copyOf(folders);
        conversations = Set.copyOf(conversations);
        contacts = Set.copyOf(contacts);
    }
}
