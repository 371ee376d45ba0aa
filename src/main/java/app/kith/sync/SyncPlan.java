package app.kith.sync;

import java.util.List;

/**
 * What a pass would do.
 *
 * @param account the account's address
 * @param folders what it would do in each folder
 */
public record SyncPlan(String account, List<FolderPlan> folders) {

    /**
     * What would be done in one folder.
     *
     * @param folder its full name
     * @param onServer messages on the server
     * @param local messages kept
     * @param toFetch messages that would be brought over
     * @param bytes their bytes
     */
    public record FolderPlan(String folder, long onServer, long local, long toFetch, long bytes) {}
}
