package app.kith.sync;

/**
 * How far a pass is.
 *
 * @param account the account's address
 * @param phase what it is doing
 * @param folder the folder it is in; empty before the first
 * @param foldersDone folders that are finished
 * @param folders folders in all
 * @param done messages brought over in this folder
 * @param total messages to be brought over in this folder
 * @param bytes bytes brought over in this pass
 * @param messages messages brought over in this pass
 */
public record SyncProgress(String account, Phase phase, String folder, int foldersDone, int folders, long done,
        long total,
        long bytes, long messages) {

    /** What a pass is doing. */
    public enum Phase {
        /** Connecting and signing in. */
        CONNECTING,
        /** Comparing with the server. */
        COMPARING,
        /** Bringing messages over. */
        FETCHING,
        /** Done, with or without success. */
        ENDED
    }
}
