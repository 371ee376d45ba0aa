package app.kith.sync;

import java.util.List;

/**
 * What a pass would do.
 *
 * @param account the account's address
 * @param changes how many changes of the user's it would tell the server first
 * @param folders what it would do in each folder
 */
public record SyncPlan(String account, int changes, List<FolderPlan> folders) {

    /** {@return messages that would be brought over} */
    public long toFetch() {
        return folders.stream().mapToLong(FolderPlan::toFetch).sum();
    }

    /** {@return their bytes} */
    public long bytes() {
        return folders.stream().mapToLong(FolderPlan::bytes).sum();
    }

    /**
     * What would be done in one folder.
     *
     * @param folder its full name
     * @param onServer messages on the server
     * @param local messages kept
     * @param toFetch messages that would be brought over
     * @param bytes their bytes
     * @param leftOut messages that would be left on the server, by their reasons
     */
    public record FolderPlan(String folder, long onServer, long local, long toFetch, long bytes,
            List<Reason> leftOut) {}
}
